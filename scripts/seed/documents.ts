import { randomBytes } from "node:crypto";
import { validSections, validTrajectory } from "@/db/testing/answers";
import type { RawSection } from "@/lib/applications/answers";
import type { StoredDraft } from "@/lib/applications/draft";
import type { Day } from "@/lib/dates";
import { seal } from "@/lib/privacy/seal";
import { SCHEMES, type Scheme, type Track } from "@/lib/schemes/scheme";
import { placeFor, routeFor } from "./places";

const PER_KIND = 8;
const MOST_TRAJECTORIES = 5;

/** Key that no real person or account has. */
export const seedKey = (): string => `seed:${randomBytes(32).toString("hex")}`;

/** Name of one of the ready-made documents for an application; women's trajectories come first in it. */
export function documentFor(scheme: Scheme, tracks: readonly Track[], turn: number): string {
  const women = tracks.filter((track) => track === "women").length;
  return `${scheme} ${tracks.length} ${women} ${turn % PER_KIND}`;
}

/**
 * Complete answers by name, sealed once for applications filed around `today`: sealing each application's own
 * would cost more than all the rest together.
 */
export async function sealedDocuments(today: Day): Promise<Map<string, string>> {
  const documents = new Map<string, string>();
  for (const scheme of SCHEMES)
    for (let count = 1; count <= MOST_TRAJECTORIES; count++)
      for (let women = 0; women <= count; women++)
        for (let turn = 0; turn < PER_KIND; turn++) {
          const tracks = Array.from(
            { length: count },
            (_, index): Track => (index < women ? "women" : "general"),
          );
          documents.set(documentFor(scheme, tracks, turn), await seal(draft(scheme, tracks, today, turn)));
        }
  return documents;
}

/** The same for one application of an employer that names a company as its group. */
export const sealedWithGroup = (
  scheme: Scheme,
  tracks: readonly Track[],
  today: Day,
  turn: number,
  group: number,
): Promise<string> => {
  const { stateAid, ...rest } = draft(scheme, tracks, today, turn);
  return seal({ ...rest, stateAid: { ...stateAid, groupKvkNumbers: `${group}` } });
};

/** The sealed answers of one complete draft that shares neither person nor bank account with another `turn`. */
export function sealedDraft(
  scheme: Scheme,
  tracks: readonly Track[],
  today: Day,
  turn: number,
): Promise<string> {
  const { bank, ...rest } = draft(scheme, tracks, today, turn);
  return seal({ ...rest, bank: { ...bank, iban: ibanFor(turn) } });
}

/** A valid account number that no bank has given out. */
function ibanFor(turn: number): string {
  const bban = `TEST${String(turn).padStart(10, "0")}`;
  const digits = [...`${bban}NL00`].map((character) => Number.parseInt(character, 36)).join("");
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${bban}`;
}

/** Filled in rightly, and the bank confirmed the name, so that no file need go along. */
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
