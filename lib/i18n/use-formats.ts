import { useLocale } from "next-intl";
import { type Formats, formats } from "./format";

/** Days, moments, numbers and lists in the language of the page. */
export const useFormats = (): Formats => formats(useLocale());
