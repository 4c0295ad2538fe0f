"use client";
import { useCallback, useState, useSyncExternalStore } from "react";

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Passes changes that were made before the scripts loaded to the form, as if they were made now. */
export function hearEarlyTyping(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<Typed>("input, textarea, select"))
    if (differs(field)) field.dispatchEvent(new Event("input", { bubbles: true }));
}

function differs(field: Typed): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => defaultSelected && !selected);
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  return !isFirstText(field);
}

const isFirstText = ({ value, defaultValue }: HTMLInputElement | HTMLTextAreaElement): boolean =>
  value === defaultValue.replaceAll("\r\n", "\n");

const never = () => () => {};
const isServerPage = () => true;
const isNewPage = () => false;

/** React resets a text area when it takes over a page: this ref restores the typed text. */
export function useEarlyText(id: string) {
  const takesOver = useSyncExternalStore(never, isNewPage, isServerPage);
  const [typed] = useState(() => {
    if (!takesOver || typeof document === "undefined") return undefined;
    const area = document.getElementById(id);
    return area instanceof HTMLTextAreaElement ? area.value : undefined;
  });
  return useCallback(
    (area: HTMLTextAreaElement | null) => {
      if (area && typed !== undefined && isFirstText(area)) area.value = typed;
    },
    [typed],
  );
}
