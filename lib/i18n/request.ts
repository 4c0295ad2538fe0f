import { getRequestConfig } from "next-intl/server";
import { ZONE } from "@/lib/day";
import { CATALOGUES } from "./catalogue";
import { chosenLocale } from "./locale-cookie";
import { onMissingWord } from "./missing";

export default getRequestConfig(async () => {
  const locale = await chosenLocale();
  return { locale, messages: CATALOGUES[locale], timeZone: ZONE, onError: onMissingWord };
});
