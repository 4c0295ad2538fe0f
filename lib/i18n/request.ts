import { getRequestConfig } from "next-intl/server";
import { ZONE } from "@/lib/day";
import { CATALOGUES, DEFAULT_LOCALE } from "./catalogue";
import { onMissingWord } from "./missing";

export default getRequestConfig(async () => ({
  locale: DEFAULT_LOCALE,
  messages: CATALOGUES[DEFAULT_LOCALE],
  timeZone: ZONE,
  onError: onMissingWord,
}));
