import type { ReactNode } from "react";
import { Heading } from "./heading";
import { Shape } from "./shape";
import type { Tone } from "./tone";

type Props = {
  kind: Exclude<Tone, "neutral">;
  heading?: string;
  headingLevel?: 2 | 3;
  /** Read out at once when it appears: for an event, not for permanent advice. */
  live?: boolean;
  children?: ReactNode;
};

export function Alert({ kind, heading, headingLevel = 2, live, children }: Props) {
  const role = live ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div className={`utrecht-alert utrecht-alert--${kind}`} role={role}>
      <Shape tone={kind} />
      <div className="utrecht-alert__content stack stack--tight">
        {heading && (
          <Heading level={headingLevel} looksLike={4}>
            {heading}
          </Heading>
        )}
        {children}
      </div>
    </div>
  );
}
