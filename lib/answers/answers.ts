import * as ibantools from "ibantools";
import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { ALWAYS, agreed, houseNumber, postcode, text } from "./answer-kinds";
import { NAME_CHECKS } from "./bank";
import { CONTACT_SHAPE, secondContactIsWhole } from "./contact-answers";
import { BRANCH_ANSWER, BRANCH_COUNTS, REGISTER_STATES } from "./register";
import { SBI_VERSIONS, sbiDigits } from "./sbi";
import { stateAidSchema } from "./state-aid-answers";
import type { Trajectory } from "./trajectory-answers";

/** What an employer may send, a section a page. */
export const companySchema = z
  .object({
    ...CONTACT_SHAPE,
    /** Number of the branch where the work is; another place when it is at none, empty when there is no choice. */
    branchNumber: z.string().regex(BRANCH_ANSWER, "choose").default(""),
    street: text(),
    houseNumber,
    postcode,
    city: text(),
    sbiCode: z
      .string("required")
      .transform(sbiDigits)
      .pipe(z.string().regex(/^\d{4,5}$/, "not_an_sbi")),
    /** Set by the server from what the trade register said. */
    sbiVersion: z.enum(SBI_VERSIONS).default("unknown").catch("unknown"),
    register: z.enum(REGISTER_STATES).default("not_asked").catch("not_asked"),
    branches: z.enum(BRANCH_COUNTS).default("none").catch("none"),
  })
  .superRefine(secondContactIsWhole, ALWAYS)
  .superRefine(({ branches, branchNumber }, context) => {
    if (branches === "several" && !branchNumber)
      context.addIssue({ code: "custom", message: "choose_branch", path: ["branchNumber"] });
  }, ALWAYS);

export const bankSchema = z.object({
  iban: text(42).transform((typed, context) => {
    const iban = ibantools.electronicFormatIBAN(typed);
    if (iban && ibantools.isValidIBAN(iban)) return iban;
    context.addIssue({ code: "custom", message: "not_an_iban" });
    return z.NEVER;
  }),
  accountName: text(),
  /** Set by the server from what the bank said. */
  nameCheck: z.enum(NAME_CHECKS).default("not_checked").catch("not_checked"),
});

export const declarationsSchema = z.object({
  truthful: agreed,
  noDoubleFunding: agreed,
  notInsolvent: agreed,
  deMinimis: agreed,
  participantsInformed: agreed,
});

export const SECTIONS = ["company", "stateAid", "bank", "declarations"] as const;
export type Section = (typeof SECTIONS)[number];
export const SECTION_SCHEMAS = {
  company: companySchema,
  stateAid: stateAidSchema,
  bank: bankSchema,
  declarations: declarationsSchema,
} satisfies Record<Section, z.ZodType>;

/** A draft: every answer as typed; `key` is the trajectory's own and never changes. */
export type Draft = Partial<Record<Section, RawSection>> & {
  trajectories: { key: string; answers: RawSection }[];
};

/** A complete application, as it is meant. */
export type Filing = {
  scheme: Scheme;
  company: z.output<typeof companySchema>;
  trajectories: Trajectory[];
  stateAid: z.output<typeof stateAidSchema>;
  bank: z.output<typeof bankSchema>;
  declarations: z.output<typeof declarationsSchema>;
};
