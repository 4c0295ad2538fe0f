"use client";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { MoneyField } from "@/components/form/money-field";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { amountField } from "@/lib/decisions/revision";
import { formatMoney } from "@/lib/money";

/** The trajectories of a decision: which are granted after it, and another amount for each. */
export function TrajectoryFields({ numbers }: { numbers: readonly string[] }) {
  return (
    <>
      <CheckboxGroup name="keep" options={numbers} />
      {numbers.map((number) => (
        <MoneyField key={number} name={amountField(Number(number))} optional />
      ))}
    </>
  );
}

/** The typed amounts as the values of their fields. */
export const amountValues = (amounts: readonly TrajectoryAmount[]): Record<string, string> =>
  Object.fromEntries(
    amounts.map(({ trajectory, amountCents }) => [
      amountField(trajectory),
      formatMoney(amountCents).replace("€\u00a0", ""),
    ]),
  );
