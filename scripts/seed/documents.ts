import { randomBytes } from "node:crypto";
import { validSections, validTrajectory } from "@/db/testing/answers";
import type { StoredDraft } from "@/lib/answers/draft";
import { addDays, type Day, daysBetween } from "@/lib/dates";
import type { RawSection } from "@/lib/form-state";
import { sealJson } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import { placeFor, routeFor } from "./places";

const PER_KIND = 8;
const DAYS_TOGETHER = 21;
const FIRST_DAY: Day = "2000-01-03";

/** A key of no real person or account. */
export const seedKey = (): string => `seed:${randomBytes(32).toString("hex")}`;

/**
 * A day within a week of this one, the same for three weeks: answers of that day are valid on each of them, because
 * they look a week back and two ahead.
 */
export function dayAround(filedOn: Day): Day {
  const days = daysBetween(FIRST_DAY, filedOn);
  return addDays(FIRST_DAY, days - (days % DAYS_TOGETHER) + 7);
}

/** The trajectories of an application, its day, employer and group. */
type Asked = {
  scheme: Scheme;
  tracks: readonly Track[];
  day: Day;
  kvk: number;
  group: number | null;
};

/** Seals complete answers for one application. */
export type Answers = (applicationId: string) => string;

const answersOf = (draft: StoredDraft): Answers => {
  const json = Buffer.from(JSON.stringify(draft));
  return (applicationId) => sealJson(json, answersOfApplication(applicationId));
};

const made = new Map<string, Answers>();

/** Complete answers, which many applications share; women's trajectories come first in them. */
export function answersFor(asked: Asked): Answers {
  const name = nameFor(asked);
  const answers = made.get(name) ?? answersOf(draftFor(asked));
  made.set(name, answers);
  return answers;
}

function nameFor({ scheme, tracks, day, kvk, group }: Asked): string {
  const women = tracks.filter((track) => track === "women").length;
  const turn = group === null ? kvk % PER_KIND : `${kvk} with ${group}`;
  return `${scheme} ${tracks.length} ${women} ${day} ${turn}`;
}

function draftFor({ scheme, tracks, day, kvk, group }: Asked): StoredDraft {
  const { stateAid, ...rest } = draft(scheme, tracks, day, kvk);
  return { ...rest, stateAid: { ...stateAid, ...(group && { groupKvkNumbers: `${group}` }) } };
}

/** The answers of one complete draft that shares neither person nor bank account with another `turn`. */
export function ownAnswers(scheme: Scheme, tracks: readonly Track[], today: Day, turn: number): Answers {
  const { bank, ...rest } = draft(scheme, tracks, today, turn);
  return answersOf({ ...rest, bank: { ...bank, iban: ibanFor(turn) } });
}

/** A valid account number that no bank has given out. */
function ibanFor(turn: number): string {
  const bban = `TEST${String(turn).padStart(10, "0")}`;
  const digits = [...`${bban}NL00`].map((character) => Number.parseInt(character, 36)).join("");
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${bban}`;
}

/** Valid answers in which the bank confirmed the name, so that no statement is needed. */
function draft(scheme: Scheme, tracks: readonly Track[], today: Day, turn: number): StoredDraft {
  const route: RawSection = scheme === "startbaan" ? { learningRoute: routeFor(turn) } : {};
  const trajectories = tracks.map((track, index) => {
    const { personNumber: _number, ...answers } = validTrajectory(scheme, today, track);
    return {
      key: `t${index + 1}`,
      answers: { ...answers, ...route, personKey: seedKey() } satisfies RawSection,
    };
  });
  const parts = [
    "company",
    "stateAid",
    "bank",
    "declarations",
    ...trajectories.map(({ key }) => `trajectory:${key}`),
  ];
  const sections = validSections(today);
  return {
    ...sections,
    company: { ...sections.company, ...placeFor(turn) },
    bank: { ...sections.bank, nameCheck: "match" },
    trajectories,
    revisions: Object.fromEntries(parts.map((part) => [part, 1])),
  };
}
