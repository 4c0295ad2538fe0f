"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, type RefObject, useEffect, useId, useRef } from "react";
import { Shape } from "@/components/ui/shape";
import type { Problem } from "@/lib/form-state";
import { placeToLook } from "@/lib/place-to-look";
import { fieldId } from "./field-id";
import { useErrorTitle } from "./use-error-title";
import { UNCERTAIN } from "./without-answer";
import { useFieldLabel, useProblemWords } from "./words";

type Props = {
  problems: readonly Problem[];
  /** Whether the summary must take focus: true after an attempt to send, not while someone types. */
  due: RefObject<boolean>;
};

/** All problems of a form, in the order of its fields, with a link to each of them. */
export function ErrorSummary({ problems, due }: Props) {
  const t = useTranslations("common.form");
  const label = useFieldLabel();
  const words = useProblemWords();
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const any = problems.length > 0;
  useErrorTitle(any);

  useEffect(() => {
    if (!due.current || !box.current) return;
    due.current = false;
    box.current.focus();
  });

  if (!any) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId} className="error-summary__title">
        <Shape tone="error" />
        {t("problems", { count: problems.length })}
      </h2>
      <ul className="error-summary__list">
        {problems.map((problem) => (
          <li key={problem.field}>
            {problem.field === "" ? (
              <>
                {words(problem)} {UNCERTAIN.includes(problem.code) && <WhereToLook />}
              </>
            ) : (
              <a className="nl-link" href={`#${fieldId(problem.field)}`} onClick={goToField}>
                {label(problem.field)} – {words(problem)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In another tab, so that the typed answers stay on this page. */
function WhereToLook() {
  const t = useTranslations("common.form");
  return (
    <a className="nl-link" href={placeToLook(usePathname())} target="_blank" rel="noreferrer">
      {t("look")}
    </a>
  );
}

/** Shows the question as well as the field: scrolls to the label, and focuses the field. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("fieldset, .utrecht-form-field") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
