"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Puts "Fout:" in front of the title of the page while there are problems. */
export function useErrorTitle(wrong: boolean) {
  const prefix = useTranslations("common.form")("error");

  useEffect(() => {
    if (!wrong) return;
    const title = document.title;
    if (!title.startsWith(prefix)) document.title = `${prefix} ${title}`;
    return () => {
      document.title = title.replace(`${prefix} `, "");
    };
  }, [wrong, prefix]);
}
