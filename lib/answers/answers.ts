import * as ibantools from "ibantools";
import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { ALWAYS, agreed, houseNumber, postcode, text } from "./answer-kinds";
import { NAME_CHECKS } from "./bank";
import { CONTACT_QUESTIONS, secondContactIsWhole } from "./contact-answers";
import type { Trajectory } from "./questions/definition";
import { type Questions, shapeOf } from "./questions/question";
import { BRANCH_ANSWER, BRANCH_COUNTS, REGISTER_STATES } from "./register";
import { SBI_VERSIONS, sbiDigits } from "./sbi";
import { STATE_AID_QUESTIONS, stateAidSchema } from "./state-aid-answers";

/** Questions about the company, with facts from the trade register. */
const COMPANY = {
  /** Number of the branch where the work is, another place, or empty when there is no choice. */
  branchNumber: {
    kind: "branch",
    schema: z.string().regex(BRANCH_ANSWER, "choose").default(""),
    askedWhen: ({ branchNumber }) => Boolean(branchNumber),
  },
  rsin: { kind: "text", keptByServer: "shown" },
  branchName: { kind: "text", keptByServer: "shown" },
  street: { kind: "text", schema: text() },
  houseNumber: { kind: "text", schema: houseNumber },
  postcode: { kind: "postcode", schema: postcode },
  city: { kind: "text", schema: text() },
  sbiCode: {
    kind: "text",
    schema: z
      .string("required")
      .transform(sbiDigits)
      .pipe(z.string().regex(/^\d{4,5}$/, "not_an_sbi")),
  },
  sbiVersion: {
    kind: "choice",
    schema: z.enum(SBI_VERSIONS).default("unknown").catch("unknown"),
    keptByServer: "shown",
  },
  sbiDescription: { kind: "text", keptByServer: "shown" },
  ...CONTACT_QUESTIONS,
  register: {
    kind: "choice",
    schema: z.enum(REGISTER_STATES).default("not_asked").catch("not_asked"),
    keptByServer: "hidden",
  },
  branches: {
    kind: "choice",
    schema: z.enum(BRANCH_COUNTS).default("none").catch("none"),
    keptByServer: "hidden",
  },
} as const satisfies Questions;

const companySchema = z
  .object(shapeOf(COMPANY))
  .superRefine(secondContactIsWhole, ALWAYS)
  .superRefine(({ branches, branchNumber }, context) => {
    if (branches === "several" && !branchNumber)
      context.addIssue({ code: "custom", message: "choose_branch", path: ["branchNumber"] });
  }, ALWAYS);

/** Questions about the account, with the bank's answer about its name. */
const BANK = {
  iban: {
    kind: "iban",
    schema: text(42).transform((typed, context) => {
      const iban = ibantools.electronicFormatIBAN(typed);
      if (iban && ibantools.isValidIBAN(iban)) return iban;
      context.addIssue({ code: "custom", message: "not_an_iban" });
      return z.NEVER;
    }),
  },
  accountName: { kind: "text", schema: text() },
  nameCheck: {
    kind: "choice",
    schema: z.enum(NAME_CHECKS).default("not_checked").catch("not_checked"),
    keptByServer: "hidden",
  },
  nameSuggestion: { kind: "text", keptByServer: "hidden" },
} as const satisfies Questions;

const tick = { kind: "tick", schema: agreed } as const;

/** The declarations, with the text of the declaration of state aid that was agreed to. */
const DECLARATIONS = {
  truthful: tick,
  noDoubleFunding: tick,
  notInsolvent: tick,
  deMinimis: tick,
  participantsInformed: tick,
  deMinimisText: { kind: "long_text", keptByServer: "hidden" },
} as const satisfies Questions;

export const SECTIONS = ["company", "stateAid", "bank", "declarations"] as const;
export type Section = (typeof SECTIONS)[number];

/** The questions of each section, with what the server keeps, in the order of its page. */
export const SECTION_QUESTIONS = {
  company: COMPANY,
  stateAid: STATE_AID_QUESTIONS,
  bank: BANK,
  declarations: DECLARATIONS,
} as const satisfies Record<Section, Questions>;

/** The schema of each section. */
export const SECTION_SCHEMAS = {
  company: companySchema,
  stateAid: stateAidSchema,
  bank: z.object(shapeOf(BANK)),
  declarations: z.object(shapeOf(DECLARATIONS)),
} satisfies Record<Section, z.ZodType>;

/** A draft: every answer as typed; `key` is the trajectory's own and never changes. */
export type Draft = Partial<Record<Section, RawSection>> & {
  trajectories: { key: string; answers: RawSection }[];
};

/** A complete application, as it is meant. */
export type Filing = {
  scheme: Scheme;
  company: z.output<(typeof SECTION_SCHEMAS)["company"]>;
  trajectories: Trajectory[];
  stateAid: z.output<typeof stateAidSchema>;
  bank: z.output<(typeof SECTION_SCHEMAS)["bank"]>;
  declarations: z.output<(typeof SECTION_SCHEMAS)["declarations"]>;
};
