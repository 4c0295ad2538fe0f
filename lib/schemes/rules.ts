import type * as z from "zod";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { SCHEME_DEFINITIONS } from "./registry";

type Definitions = typeof SCHEME_DEFINITIONS;
export type RulesOf<S extends Scheme> = z.output<Definitions[S]["rulesSchema"]>;
export type Rules = { [S in Scheme]: RulesOf<S> }[Scheme];

/** Every version of the rules ever published, by scheme and the oldest first; checked when the program starts. */
export const ALL_RULES: readonly Rules[] = Object.values(SCHEME_DEFINITIONS).flatMap(
  ({ rulesSchema, rules }): Rules[] => rules.map((version) => rulesSchema.parse(version)),
);

/** The rules that an application is judged by; throws RangeError for a version that does not exist. */
export function rulesFor(version: string): Rules {
  const rules = ALL_RULES.find(({ id }) => id === version);
  if (!rules) throw new RangeError(`no rules version ${version}`);
  return rules;
}

/** The newest rules of a scheme. */
export function currentRules(scheme: Scheme): Rules {
  const rules = ALL_RULES.findLast((version) => version.scheme === scheme);
  if (!rules) throw new RangeError(`no rules for ${scheme}`);
  return rules;
}
