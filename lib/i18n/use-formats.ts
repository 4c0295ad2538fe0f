import { useLocale } from "next-intl";
import { type Formats, formats } from "./format";

/** Days, moments, numbers and lists in the language of whoever looks at this page. */
export const useFormats = (): Formats => formats(useLocale());
