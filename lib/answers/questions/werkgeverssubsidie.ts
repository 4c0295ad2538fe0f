import * as z from "zod";
import { ALWAYS } from "../answer-kinds";
import type { SchemeQuestions } from "./definition";
import {
  belongTogether,
  COMMON_SHAPE,
  CONTRACT,
  GUIDANCE,
  GUIDANCE_TIME,
  PERSON,
  readCommon,
  TRACK,
} from "./every-scheme";
import { longText, shapeOf } from "./question";

/** Culture and language on the work floor are parts of the plan. */
const OWN_PLAN = { culturePlan: longText(4000), languagePlan: longText(4000) };

export const werkgeverssubsidie = {
  groups: {
    person: PERSON,
    contract: CONTRACT,
    plan: { ...GUIDANCE, ...OWN_PLAN, ...GUIDANCE_TIME },
    track: TRACK,
  },
  schema: z
    .object({ ...COMMON_SHAPE, ...shapeOf(OWN_PLAN) })
    .superRefine(belongTogether, ALWAYS)
    .transform((a) => readCommon(a, [a.culturePlan, a.languagePlan])),
  precheck: {
    person: ["permitCategory", "inburgering"],
    work: ["contractStartsOn", "contractEndsOn", "hoursPerWeek", "earlierPaidWork"],
    request: ["participants", "track", "grantedBefore"],
  },
  ownFromPrecheck: () => ({}),
} as const satisfies SchemeQuestions;
