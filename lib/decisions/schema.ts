import * as z from "zod";
import { GROUND_CODES } from "./grounds";
import { REVISIONS } from "./revision";

const many = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
const version = z.coerce.number().int().positive();

/** What a reviewer sends: the trajectories to grant, and for the rest the grounds and own words. */
export const proposalSchema = z.object({
  applicationId: z.uuid(),
  version,
  granted: z.preprocess(many, z.array(z.coerce.number().int().positive())),
  grounds: z.preprocess(many, z.array(z.enum(GROUND_CODES, "choose"))),
  explanation: z.string().trim().max(4000, "too_long").default(""),
});

export const confirmationSchema = z.object({ applicationId: z.uuid(), version });
export const returnSchema = z.object({
  applicationId: z.uuid(),
  version,
  reason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});

/** A decision in the place of the last one: what stays of a grant, or a grant after an objection, and why. */
export const revisionSchema = z.object({
  applicationId: z.uuid(),
  revision: z.enum(REVISIONS),
  keep: z.preprocess(many, z.array(z.coerce.number().int().positive())),
  explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
});
