import type { ReactNode } from "react";
import { Shape } from "./shape";
import type { Tone } from "./tone";

/** A state as a word with a shape. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`nl-data-badge status-badge status-badge--${tone}`}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}
