/** Reads a BSN (8 or 9 digits, eleven test) or V-number (10 digits), with or without spaces and points; undefined when it is neither. */
export function readPersonNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, "");
  if (/^\d{10}$/.test(digits)) return digits;
  if (!/^\d{8,9}$/.test(digits)) return undefined;
  const bsn = digits.padStart(9, "0");
  const sum = [...bsn].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return bsn !== "000000000" && sum % 11 === 0 ? bsn : undefined;
}
