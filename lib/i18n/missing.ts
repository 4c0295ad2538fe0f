import type { IntlError } from "next-intl";

/** A word that is missing stops development and tests; in production the page stands and the log tells. */
export function onMissingWord(error: IntlError): void {
  if (process.env.NODE_ENV !== "production") throw error;
  console.error(error.message);
}
