import * as ibantools from "ibantools";
import * as z from "zod";
import { type Day, isDay } from "@/lib/day";
import { type Cents, parseMoney } from "@/lib/money";
import { readPersonNumber } from "@/lib/privacy/person-number";
import type { Scheme, Track } from "@/lib/schemes/scheme";

/**
 * What an employer may send, a section a page. Every message is a key under the catalogue's `problems`.
 * Inputs are what a browser posts: text, or a list of texts; outputs are what they mean.
 */
const text = (max = 200) => z.string("required").trim().min(1, "required").max(max, "too_long");
const optionalText = (max = 200) => z.string().trim().max(max, "too_long").default("");
const day = z
  .string("required")
  .min(1, "required")
  .refine(isDay, "not_a_day")
  .transform((d): Day => d);
const optionalDay = z
  .string()
  .default("")
  .refine((d) => d === "" || isDay(d), "not_a_day")
  .transform((d): Day | null => d || null);
const amount = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((typed, context): Cents => {
    const parsed = parseMoney(typed);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });
/** Hours above zero with at most one decimal, comma or point. */
const hours = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^(?!0+([.,]0)?$)\d{1,3}([.,]\d)?$/, "not_hours")
  .transform((typed) => Number(typed.replace(",", ".")));
const yesNo = z.enum(["yes", "no"], "choose").transform((answer) => answer === "yes");
const agreed = z.literal("yes", "must_agree").transform(() => true as const);
const phone = text(30).regex(/^\+?[\d\s()-]{8,}$/, "not_a_phone");
const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (v) => (v === undefined || v === "" ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.enum(values, "choose")),
  );

export const PERMIT_CATEGORIES = ["asylum_fixed", "asylum_indefinite"] as const;
export const INBURGERING_STATES = ["obliged", "completed", "not_obliged"] as const;
export const CONTRACT_TYPES = ["employment", "learn_work"] as const;
export const WOMENS_MEASURES = [
  "flexible_hours",
  "female_mentor",
  "part_time_build_up",
  "network",
  "safety",
] as const;
export const LEARNING_ROUTES = ["b1", "onderwijs", "z"] as const;

export const companySchema = z.object({
  contactName: text(),
  contactEmail: text().pipe(z.email("not_an_email")),
  contactPhone: phone,
  secondContactEmail: optionalText().pipe(
    z.union([z.literal("").transform(() => null), z.email("not_an_email")]),
  ),
  sbiCode: z
    .string("required")
    .trim()
    .regex(/^\d{4,5}$/, "not_an_sbi"),
  workPlace: text(),
});

const trajectoryBase = z.object({
  pseudonym: text(20),
  /** Set by the server from the BSN or V-number, which itself is never kept. */
  personKey: z.string("person_number_missing").regex(/^[a-z0-9-]+:[0-9a-f]{64}$/, "person_number_missing"),
  permitCategory: z.enum(PERMIT_CATEGORIES, "choose"),
  permitValidUntil: optionalDay,
  inburgering: z.enum(INBURGERING_STATES, "choose"),
  contractType: z.enum(CONTRACT_TYPES, "choose"),
  contractStartsOn: day,
  contractEndsOn: optionalDay,
  hoursPerWeek: hours,
  earlierPaidWork: yesNo,
  contactPerson: text(),
  guidancePlan: text(4000),
  guidanceHours: hours,
  activitiesEndOn: day,
  track: z.enum(["general", "women"], "choose"),
  womenAgrees: z.literal("yes").optional().catch(undefined),
  womenExtraHours: z.string().trim().default(""),
  womenMeasures: listOf(WOMENS_MEASURES),
});

type Women = { extraHours: number; measures: (typeof WOMENS_MEASURES)[number][] };

/** Looked at beside the other problems, so that a person sees everything at once. */
const ALWAYS = { when: () => true };

/**
 * Answers that depend on each other. Women's guidance needs the participant's agreement, extra hours and at
 * least one measure; on the general track those questions do not count.
 */
function belongTogether(answers: Partial<z.output<typeof trajectoryBase>>, context: z.RefinementCtx): void {
  const problem = (field: keyof typeof answers, message: string) =>
    context.addIssue({ code: "custom", message, path: [field] });
  const { contractStartsOn, contractEndsOn } = answers;
  if (contractStartsOn && contractEndsOn && contractEndsOn <= contractStartsOn)
    problem("contractEndsOn", "ends_before_start");
  if (answers.permitCategory === "asylum_fixed" && !answers.permitValidUntil)
    problem("permitValidUntil", "required");
  if (answers.track !== "women") return;
  const extraHours = hours.safeParse(answers.womenExtraHours);
  if (!answers.womenAgrees) problem("womenAgrees", "must_agree_participant");
  if (!extraHours.success) problem("womenExtraHours", extraHours.error.issues[0]?.message ?? "not_hours");
  if (!answers.womenMeasures?.length) problem("womenMeasures", "choose_one_measure");
}

export const werkgeverssubsidieTrajectorySchema = trajectoryBase
  .extend({ culturePlan: text(4000), languagePlan: text(4000) })
  .superRefine(belongTogether, ALWAYS)
  .transform((a) => ({
    ...shared(a),
    plan: {
      guidance: a.guidancePlan,
      culture: a.culturePlan,
      language: a.languagePlan,
      hours: a.guidanceHours,
    },
    startbaan: null,
  }));

export const startbaanTrajectorySchema = trajectoryBase
  .extend({
    learningRoute: z.enum(LEARNING_ROUTES, "choose"),
    municipality: text(),
    livesInCoa: yesNo,
    pipConfirmedBy: text(),
    pipConfirmedOn: day,
    classHoursPerWeek: hours,
    minimumWage: agreed,
    continuationIntended: yesNo,
    hypothesis: text(2000),
    monitoringConsent: agreed,
  })
  .superRefine(belongTogether, ALWAYS)
  .transform((a) => ({
    ...shared(a),
    plan: { guidance: a.guidancePlan, culture: null, language: null, hours: a.guidanceHours },
    startbaan: {
      learningRoute: a.learningRoute,
      municipality: a.municipality,
      livesInCoa: a.livesInCoa,
      pipConfirmedBy: a.pipConfirmedBy,
      pipConfirmedOn: a.pipConfirmedOn,
      classHoursPerWeek: a.classHoursPerWeek,
      continuationIntended: a.continuationIntended,
      hypothesis: a.hypothesis,
    },
  }));

const women = (a: z.output<typeof trajectoryBase>): Women | null =>
  a.track === "women" ? { extraHours: hours.parse(a.womenExtraHours), measures: a.womenMeasures } : null;

function shared(a: z.output<typeof trajectoryBase>) {
  return {
    pseudonym: a.pseudonym,
    personKey: a.personKey,
    permit: { category: a.permitCategory, validUntil: a.permitValidUntil },
    inburgering: a.inburgering,
    contract: {
      type: a.contractType,
      startsOn: a.contractStartsOn,
      endsOn: a.contractEndsOn,
      hoursPerWeek: a.hoursPerWeek,
      earlierPaidWork: a.earlierPaidWork,
    },
    contactPerson: a.contactPerson,
    activitiesEndOn: a.activitiesEndOn,
    track: a.track as Track,
    women: women(a),
  };
}

/** Nine-digit BSN (eleven test) or ten-digit V-number; what comes out is digits, to be turned into a key at once. */
export const personNumberSchema = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((typed, context) => {
    const number = readPersonNumber(typed);
    if (number) return number;
    context.addIssue({ code: "custom", message: "not_a_person_number" });
    return z.NEVER;
  });

export const stateAidSchema = z.object({ deMinimisReceived: amount, groupKvkNumbers: optionalText(500) });

export const bankSchema = z.object({
  iban: text(42).transform((typed, context) => {
    const iban = ibantools.electronicFormatIBAN(typed);
    if (iban && ibantools.isValidIBAN(iban)) return iban;
    context.addIssue({ code: "custom", message: "not_an_iban" });
    return z.NEVER;
  }),
  accountName: text(),
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
export const trajectorySchema = {
  werkgeverssubsidie: werkgeverssubsidieTrajectorySchema,
  startbaan: startbaanTrajectorySchema,
} satisfies Record<Scheme, z.ZodType>;

export type Trajectory =
  | z.output<typeof werkgeverssubsidieTrajectorySchema>
  | z.output<typeof startbaanTrajectorySchema>;

/** What was typed in one section, kept as typed, right or wrong. */
export type RawSection = Record<string, string | string[]>;
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
