import type { ReactNode } from "react";

/** A plain list; `checks` when every line is a condition that must be met. */
export function Bullets({ items, checks }: { items: readonly ReactNode[]; checks?: boolean }) {
  return (
    <ul className={checks ? "bullets bullets--checks" : "bullets"}>
      {[...items.entries()].map(([place, item]) => (
        <li key={place}>{item}</li>
      ))}
    </ul>
  );
}
