import { createTranslator } from "use-intl/core";
import { ZONE } from "@/lib/day";
import { CATALOGUES, DEFAULT_LOCALE, type Namespace } from "./catalogue";
import { onMissingWord } from "./missing";

/** The words of one namespace outside a page: for letters, mail and other work without a request. */
export const wordsOf = <N extends Namespace>(namespace: N) =>
  createTranslator({
    locale: DEFAULT_LOCALE,
    messages: CATALOGUES[DEFAULT_LOCALE],
    namespace,
    timeZone: ZONE,
    onError: onMissingWord,
  });
