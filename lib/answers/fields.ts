import { MOST_ROWS, ROW_QUESTIONS, rowField } from "@/lib/answers/aid-rows";
import type { Section } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";
import { ROSTER_FIELDS, type RosterField } from "@/lib/roster/fields";
import { permitEnds } from "@/lib/vocabulary/permits";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** How an answer is shown again: as it is, as it is usually written, or as the words of what was chosen. */
export type FieldKind =
  | "text"
  | "amount"
  | "day"
  | "choice"
  | "choices"
  | "tick"
  | "times"
  | "row"
  | "branch"
  | "iban"
  | "postcode";
export type Fields = Readonly<Record<string, FieldKind>>;

/** The rows of the ledger of state aid, which are shown as one table. */
const AID_ROWS: Readonly<Record<string, "row">> = Object.fromEntries(
  Array.from({ length: MOST_ROWS }, (_, row) => row).flatMap((row) =>
    ROW_QUESTIONS.map((question) => [rowField(row, question), "row" as const]),
  ),
);

/** The questions of each section in the order of its page. Labels: catalogue `form`, by name. */
export const SECTION_FIELDS = {
  company: {
    branchNumber: "branch",
    street: "text",
    houseNumber: "text",
    postcode: "postcode",
    city: "text",
    sbiCode: "text",
    contactName: "text",
    contactEmail: "text",
    contactPhone: "text",
    secondContactName: "text",
    secondContactRole: "text",
    secondContactEmail: "text",
    secondContactPhone: "text",
  },
  stateAid: { aidSector: "choice", groupKvkNumbers: "text", aidReceived: "choice", ...AID_ROWS },
  bank: { iban: "iban", accountName: "text" },
  declarations: {
    truthful: "tick",
    noDoubleFunding: "tick",
    notInsolvent: "tick",
    deMinimis: "tick",
    participantsInformed: "tick",
  },
} as const satisfies Record<Section, Fields>;

/** The questions of a trajectory, in the groups of its page. */
const TRAJECTORY_GROUPS = {
  person: {
    pseudonym: "text",
    permitCategory: "choice",
    permitValidUntil: "day",
    inburgering: "choice",
  },
  contract: {
    contractType: "choice",
    contractStartsOn: "day",
    contractEndsOn: "day",
    hoursPerWeek: "text",
    earlierPaidWork: "choice",
  },
  startbaan: {
    learningRoute: "choice",
    livesInCoa: "choice",
    coaLocation: "text",
    municipality: "text",
    pipFits: "choice",
    pipConfirmedBy: "text",
    pipConfirmedOn: "day",
    classHoursPerWeek: "text",
    minimumWage: "tick",
    continuationIntended: "choice",
    hypothesis: "text",
    monitoringConsent: "tick",
  },
  roster: Object.fromEntries(ROSTER_FIELDS.map((field) => [field, "times"])) as Record<RosterField, "times">,
  plan: {
    contactPerson: "text",
    guidancePlan: "text",
    culturePlan: "text",
    languagePlan: "text",
    guidanceHours: "text",
    activitiesEndOn: "day",
  },
  track: { track: "choice", womenAgrees: "tick", womenExtraHours: "text", womenMeasures: "choices" },
} as const satisfies Record<string, Fields>;

export type TrajectoryGroup = keyof typeof TRAJECTORY_GROUPS;
/** Questions that count only after a certain answer to another one. */
const ONLY_WHEN: Readonly<Record<string, readonly [question: string, answer: string]>> = {
  womenAgrees: ["track", "women"],
  womenExtraHours: ["track", "women"],
  womenMeasures: ["track", "women"],
  coaLocation: ["livesInCoa", "yes"],
};

/** Every question of a trajectory under one scheme, in the order of its page. */
export function trajectoryFields(scheme: Scheme): Fields {
  const { startbaan, roster, ...groups } = TRAJECTORY_GROUPS;
  if (scheme === "startbaan") {
    const { culturePlan: _culture, languagePlan: _language, ...plan } = groups.plan;
    return { ...groups.person, ...groups.contract, ...startbaan, ...roster, ...plan, ...groups.track };
  }
  return { ...groups.person, ...groups.contract, ...groups.plan, ...groups.track };
}

/** Names of the questions on a trajectory's page, from top to bottom; the number is asked after the name. */
export const trajectoryQuestions = (scheme: Scheme): string[] =>
  Object.keys(trajectoryFields(scheme)).flatMap((name) =>
    name === "pseudonym" ? [name, "personNumber"] : [name],
  );

/** What the register said beside the answers about a company, as far as it did, after the question it belongs to. */
const FROM_REGISTER: Readonly<Record<string, Fields>> = {
  branchNumber: { rsin: "text", branchName: "text" },
  sbiCode: { sbiVersion: "choice", sbiDescription: "text" },
};

/** The questions of a section, with what the register said beside them. */
export const shownFields = (section: Section, answers: RawSection): Fields =>
  Object.fromEntries(
    Object.entries(SECTION_FIELDS[section]).flatMap(([name, kind]) => [
      [name, kind],
      ...Object.entries(FROM_REGISTER[name] ?? {}).filter(([known]) => answers[known]),
    ]),
  );

const SECOND = "secondContact";

/**
 * Whether a question counts, given the answers: women's questions only on the women's track, a branch or a second contact
 * only when there is one.
 */
export function isAsked(name: string, answers: RawSection): boolean {
  if (name.startsWith(SECOND)) return Object.keys(answers).some((n) => n.startsWith(SECOND) && answers[n]);
  if (name === "branchNumber") return Boolean(answers.branchNumber);
  if (name === "permitValidUntil") return permitEnds(String(answers.permitCategory ?? ""));
  const [question, answer] = ONLY_WHEN[name] ?? [];
  return question === undefined || answers[question] === answer;
}

/** Only the answers to these questions; what else was posted is left out. */
export const pick = (answers: RawSection, names: Iterable<string>): RawSection =>
  Object.fromEntries(
    [...names].flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  );

/** Names of the questions that two versions answer differently; nothing and empty are the same answer. */
export function differences(fields: Fields, mine: RawSection, theirs: RawSection): string[] {
  const text = (value: RawSection[string] | undefined) =>
    [value ?? ""].flat().join("\n").replaceAll("\r\n", "\n");
  return Object.keys(fields).filter((name) => text(mine[name]) !== text(theirs[name]));
}
