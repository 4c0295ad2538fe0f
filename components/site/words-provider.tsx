"use client";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { onMissingWord } from "@/lib/i18n/missing";

export function WordsProvider(props: ComponentProps<typeof NextIntlClientProvider>) {
  return <NextIntlClientProvider {...props} onError={onMissingWord} />;
}
