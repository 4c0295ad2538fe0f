import { randomInt } from "node:crypto";
import type { Section } from "@/lib/answers/answers";
import { addDays, addMonths, type Day } from "@/lib/dates";
import type { RawSection } from "@/lib/form-state";
import { rosterField } from "@/lib/roster/fields";
import { formatBlocks, WEEKDAYS } from "@/lib/roster/week";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";

/** A V-number that no other test person has. */
export const aPersonNumber = (): string => String(randomInt(1_000_000_000, 9_999_999_999));

/** A bank account that no other test employer has. */
export function anIban(): string {
  const account = String(randomInt(1_000_000_000, 9_999_999_999));
  const digits = `ABNA${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}ABNA${account}`;
}

const PLAN =
  "Elke week is er een vast gesprek van een uur met de werkbegeleider. Daarin bespreken zij het werk, de omgang met collega's en de woorden die op de werkvloer nodig zijn. De begeleider houdt bij wat goed gaat en wat meer tijd vraagt.";

/** A complete second contact person, as a browser posts it. */
export const aSecondContact = (secondContactEmail: string) => ({
  secondContactName: "Sam de Boer",
  secondContactRole: "Boekhouder",
  secondContactEmail,
  secondContactPhone: "06 23456789",
});

/**
 * Valid answers of the four sections of an application, as a browser posts them; with state aid a year before `today`.
 */
export const validSections = (today: Day = "2026-05-01"): Record<Section, RawSection> => ({
  company: {
    contactName: "Noor de Wit",
    contactEmail: "noor@voorbeeld.nl",
    contactPhone: "06 12345678",
    secondContactName: "",
    secondContactRole: "",
    secondContactEmail: "",
    secondContactPhone: "",
    branchNumber: "",
    street: "Oudegracht",
    houseNumber: "12",
    postcode: "3511 AB",
    city: "Utrecht",
    sbiCode: "56101",
  },
  stateAid: {
    aidSector: "general",
    groupKvkNumbers: "",
    aidReceived: "yes",
    "aid.0.grantedOn": addMonths(today, -12),
    "aid.0.grantor": "Gemeente Utrecht",
    "aid.0.amount": "10.000",
    "aid.0.regulation": "general",
    "aid.0.kvkNumber": "",
  },
  bank: { iban: "NL91 ABNA 0417 1643 00", accountName: "Voorbeeld BV" },
  declarations: {
    truthful: "yes",
    noDoubleFunding: "yes",
    notInsolvent: "yes",
    deMinimis: "yes",
    participantsInformed: "yes",
  },
});

/** Valid answers of one trajectory, as a browser posts them; the contract starts two weeks after `today`. */
export function validTrajectory(scheme: Scheme, today: Day, track: Track = "general"): RawSection {
  const startsOn = addDays(today, 14);
  const endsOn = addMonths(startsOn, 12);
  return {
    pseudonym: `deelnemer ${randomInt(1000)}`,
    personNumber: aPersonNumber(),
    permitCategory: "asylum_fixed",
    permitValidUntil: addMonths(startsOn, 36),
    inburgering: "obliged",
    contractType: "employment",
    contractStartsOn: startsOn,
    contractEndsOn: endsOn,
    hoursPerWeek: "24",
    earlierPaidWork: "no",
    contactPerson: "Sam Bakker",
    guidancePlan: PLAN,
    guidanceHours: "100",
    activitiesEndOn: endsOn,
    track,
    ...(track === "women" && {
      womenAgrees: "yes",
      womenExtraHours: "24",
      womenMeasures: ["flexible_hours", "network"],
    }),
    ...OWN_ANSWERS[scheme](today),
  };
}

const startbaan = (today: Day): RawSection => ({
  learningRoute: "b1",
  livesInCoa: "no",
  coaLocation: "",
  municipality: "Utrecht",
  pipFits: "yes",
  pipConfirmedBy: "Kim Jansen",
  pipConfirmedOn: addDays(today, -7),
  classHoursPerWeek: "12",
  minimumWage: "yes",
  continuationIntended: "yes",
  hypothesis: PLAN,
  monitoringConsent: "yes",
  ...aRoster(24, 12),
});

/** Answers about a statushouder for this scheme only. */
const OWN_ANSWERS: Record<Scheme, (today: Day) => RawSection> = {
  werkgeverssubsidie: () => ({ culturePlan: PLAN, languagePlan: PLAN }),
  startbaan,
};

/** A week from Monday with this many hours of work, at most seven a day, and of class, at most four a day after it. */
export function aRoster(workHours: number, classHours: number): RawSection {
  const roster: RawSection = {};
  const left = { work: Math.round(workHours * 60), class: Math.round(classHours * 60) };
  for (const day of WEEKDAYS)
    for (const [occupation, from, most] of [
      ["work", 8 * 60, 7 * 60],
      ["class", 16 * 60, 4 * 60],
    ] as const) {
      const minutes = Math.min(left[occupation], most);
      left[occupation] -= minutes;
      roster[rosterField(day, occupation)] = minutes > 0 ? formatBlocks([{ from, to: from + minutes }]) : "";
    }
  return roster;
}

/** Answers of a pre-check without obstacles, as a browser posts them. */
export const precheckAnswers = (scheme: Scheme, today: Day): Record<string, string> => ({
  permitCategory: "asylum_fixed",
  inburgering: "obliged",
  contractStartsOn: addDays(today, 14),
  contractEndsOn: "",
  hoursPerWeek: "24",
  earlierPaidWork: "no",
  participants: "1",
  track: "general",
  ...OWN_PRECHECK_ANSWERS[scheme],
});

/** Answers of the pre-check for this scheme only. */
const OWN_PRECHECK_ANSWERS: Record<Scheme, Record<string, string>> = {
  werkgeverssubsidie: { grantedBefore: "no" },
  startbaan: { classHoursPerWeek: "12" },
};
