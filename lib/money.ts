declare const unit: unique symbol;

/** Whole euro cents: exact up to ninety trillion euros, and a type of its own. */
export type Cents = number & { readonly [unit]: "cents" };

/** A number of whole cents; throws RangeError on a fraction or past the exact range. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of cents: ${amount}`);
  return amount as Cents;
}

/** Euros with at most two decimals, as cents. */
export const euros = (amount: number): Cents => cents(Math.round(amount * 100));

export const sumCents = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((a, b) => a + b, 0));

const whole = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 0, maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "€ 24.000" or, when there are cents, "€ 24.000,50"; the space does not break. */
export function formatMoney(amount: Cents): string {
  const sign = amount < 0 ? "−" : "";
  const value = Math.abs(amount);
  return `${sign}€\u00a0${(value % 100 === 0 ? whole : exact).format(value / 100)}`;
}

/** Reads what a person types ("2.450,50", "2450,5", "€ 300000") as cents; undefined when it is not an amount. */
export function parseMoney(typed: string): Cents | undefined {
  const bare = typed.replace(/[€\s\u00a0]/g, "");
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/.test(bare)) return undefined;
  const [units = "", decimals = ""] = bare.replaceAll(".", "").split(",");
  const amount = Number(units) * 100 + Number(decimals.padEnd(2, "0"));
  return Number.isSafeInteger(amount) ? (amount as Cents) : undefined;
}
