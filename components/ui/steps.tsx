import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Step = {
  title: ReactNode;
  when?: ReactNode;
  text?: ReactNode;
  state: "done" | "current" | "todo";
};

/** Past, current and next steps, from top to bottom. */
export function Steps({ items }: { items: readonly Step[] }) {
  const t = useTranslations("common.steps");
  return (
    <ol className="steps">
      {[...items.entries()].map(([place, { title, when, text, state }]) => (
        <li
          key={place}
          className={`step step--${state}`}
          aria-current={state === "current" ? "step" : undefined}
        >
          <div className="step__body">
            <p className="step__title">
              {title} <span className="visually-hidden">({t(state)})</span>
            </p>
            {when && <p className="step__when">{when}</p>}
            {text && <div className="step__text">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
