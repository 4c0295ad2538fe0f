"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/form-state";

/** Asks for confirmation when someone leaves a page with unsaved changes. */
export function useUnsavedWarning(form: HTMLFormElement | null, answer: FormState) {
  const changed = useRef(false);
  const question = useTranslations("common.form")("unsaved");

  useEffect(() => {
    if (answer.problems.length > 0) changed.current = true;
  }, [answer]);

  useEffect(() => {
    if (!form) return;
    const listening = new AbortController();
    const { signal } = listening;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (changed.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      if (isOnPurpose(event)) changed.current = false;
      if (!changed.current || !leaves(event)) return;
      if (window.confirm(question)) changed.current = false;
      else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    form.addEventListener("input", () => (changed.current = true), { signal });
    window.addEventListener("beforeunload", onLeave, { signal });
    document.addEventListener("click", onClick, { signal, capture: true });
    return () => listening.abort();
  }, [form, question]);

  return {
    settled() {
      changed.current = false;
    },
  };
}

/** A link that itself says that unsaved answers are discarded. */
const isOnPurpose = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest("a[data-leaves-unsaved]") !== null;

/** True for a click that leads this tab to another page without a page load, for which `beforeunload` does not fire. */
function leaves(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return false;
  if (link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  return link.origin === location.origin && link.pathname !== location.pathname;
}
