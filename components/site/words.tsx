import { useLocale, useMessages, useTimeZone } from "next-intl";
import type { ReactNode } from "react";
import type { Messages, Namespace } from "@/lib/i18n/catalogue";
import { WordsProvider } from "./words-provider";

type Props = { namespaces: readonly Namespace[]; children: ReactNode };

/** Sends only the named catalogues to the client components below it. */
export function Words({ namespaces, children }: Props) {
  const messages: Partial<Messages> = useMessages();
  const chosen = Object.fromEntries(namespaces.map((namespace) => [namespace, messages[namespace]]));
  return (
    <WordsProvider locale={useLocale()} timeZone={useTimeZone()} messages={chosen}>
      {children}
    </WordsProvider>
  );
}
