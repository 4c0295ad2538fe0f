import { PERSON_CHECKS } from "@/lib/vocabulary/person-checks";
import { type Check, type CheckContext, check } from "./check";
import type { CommonRules } from "./parameters";

export type KeptNumber = NonNullable<CommonRules["personNumber"]["value"]>;

/**
 * How long the number of a person is kept under these rules; undefined when it is not. An assumption is no legal base
 * (UAVG, art. 46): under it the number is kept in example windows only. The database says the same.
 */
export function keptNumber(
  { personNumber }: Pick<CommonRules, "personNumber">,
  { isExample }: { isExample: boolean },
): KeptNumber | undefined {
  const { value, kind } = personNumber;
  return value && (kind === "regulation" || isExample) ? value : undefined;
}

/** Whether rules keep the number on an assumed base; they are an example and cannot be those of a real window. */
export const keepsNumberWithoutBase = ({ personNumber }: Pick<CommonRules, "personNumber">): boolean =>
  personNumber.value !== null && personNumber.kind === "assumption";

/**
 * What the authorities said about the person of one trajectory; none when the number is not kept. Filing needs the
 * number. Until they answered, a reviewer has to ask; what they do not confirm is not in order.
 */
export function personChecks(
  rules: CommonRules,
  { persons }: Pick<CheckContext, "persons">,
  number: number,
): Check[] {
  const standing = persons?.[number];
  if (!standing) return [];
  const { source } = rules.personNumber;
  const at = { trajectory: number };
  if (standing.number === "missing") return [check("person_number", "fail", source, {}, at)];
  return PERSON_CHECKS.map((kind) => {
    const id = `${kind}_confirmed`;
    const result = standing[kind];
    if (result === "confirmed") return check(id, "pass", source, {}, at);
    if (result === "differs") return check(id, "fail", source, {}, at);
    const variant = result ?? (standing.number === "kept" ? "to_check" : "no_longer");
    return check(id, "attention", source, {}, { ...at, variant });
  });
}
