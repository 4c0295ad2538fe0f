import { createTranslator } from "use-intl/core";
import { ZONE } from "@/lib/day";
import { CATALOGUES, type Messages, type Namespace } from "./catalogue";
import { DEFAULT_LOCALE, type Locale } from "./locale";
import { onMissingWord } from "./missing";

/** The words of one namespace outside a page: for letters, mail and other work without a request. */
export const wordsOf = <N extends Namespace>(namespace: N, locale: Locale = DEFAULT_LOCALE) =>
  createTranslator({
    locale,
    messages: CATALOGUES[locale] as Messages,
    namespace,
    timeZone: ZONE,
    onError: onMissingWord,
  });
