import { randomBytes } from "node:crypto";
import { validSections, validTrajectory } from "@/db/testing/answers";
import type { RawSection } from "@/lib/applications/answers";
import type { StoredDraft } from "@/lib/applications/draft";
import type { Day } from "@/lib/dates";
import { seal } from "@/lib/privacy/seal";
import type { Scheme, Track } from "@/lib/schemes/scheme";

const PER_KIND = 8;
const MOST_TRAJECTORIES = 5;

/** Key that no real person or account has. */
export const seedKey = (): string => `seed:${randomBytes(32).toString("hex")}`;

/** Complete answers, sealed beforehand: sealing each one anew would cost more than all the rest together. */
export type Documents = (scheme: Scheme, tracks: readonly Track[], turn: number) => string;

/** Makes the pool of sealed answers, for applications filed around `today`. */
export async function sealedDocuments(today: Day): Promise<Documents> {
  const pool = new Map<string, string[]>();
  for (const scheme of ["werkgeverssubsidie", "startbaan"] as const) {
    for (let count = 1; count <= MOST_TRAJECTORIES; count++) {
      for (let women = 0; women <= count; women++) {
        const tracks = Array.from(
          { length: count },
          (_, index): Track => (index < women ? "women" : "general"),
        );
        const drafts = Array.from({ length: PER_KIND }, () => seal(draft(scheme, tracks, today)));
        pool.set(`${scheme} ${count} ${women}`, await Promise.all(drafts));
      }
    }
  }
  return (scheme, tracks, turn) => {
    const women = tracks.filter((track) => track === "women").length;
    const sealed = pool.get(`${scheme} ${tracks.length} ${women}`)?.[turn % PER_KIND];
    if (!sealed) throw new RangeError(`no document for ${scheme} with ${tracks.length} trajectories`);
    return sealed;
  };
}

function draft(scheme: Scheme, tracks: readonly Track[], today: Day): StoredDraft {
  const trajectories = tracks.map((track, index) => {
    const { personNumber: _number, ...answers } = validTrajectory(scheme, today, track);
    return { key: `t${index + 1}`, answers: { ...answers, personKey: seedKey() } satisfies RawSection };
  });
  const parts = [
    "company",
    "stateAid",
    "bank",
    "declarations",
    ...trajectories.map(({ key }) => `trajectory:${key}`),
  ];
  return { ...validSections(), trajectories, revisions: Object.fromEntries(parts.map((part) => [part, 1])) };
}
