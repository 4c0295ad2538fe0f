import type { Draft } from "@/lib/answers/answers";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { pick, type RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { readPrecheck } from "./questions";

/**
 * The draft with these answers of the pre-check: a trajectory for each statushouder, the first with its answers.
 * Nothing when they are not the answers of this scheme's pre-check. `newKey` makes the keys of trajectories.
 */
export function draftFromPrecheck(scheme: Scheme, typed: RawSection, newKey: () => string): Draft {
  const read = readPrecheck(scheme, typed);
  if (!read) return { trajectories: [] };
  const { permitCategory, ...others } = pick(read.raw, Object.keys(trajectoryFields(scheme)));
  const answers = permitCategory === "other" ? others : { permitCategory, ...others };
  return {
    trajectories: Array.from({ length: read.answers.participants }, (_, index) => ({
      key: newKey(),
      answers: index === 0 ? (answers as RawSection) : {},
    })),
  };
}
