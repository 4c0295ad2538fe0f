import type { IntlError } from "next-intl";

/** A missing word is an error in development and tests; in production it is logged. */
export function onMissingWord(error: IntlError): void {
  if (process.env.NODE_ENV !== "production") throw error;
  console.error(error.message);
}
