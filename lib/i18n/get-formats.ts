import { getLocale } from "next-intl/server";
import { type Formats, formats } from "./format";

/** As `useFormats`, where a component is async. */
export const getFormats = async (): Promise<Formats> => formats(await getLocale());
