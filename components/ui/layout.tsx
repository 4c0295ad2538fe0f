import type { ReactNode } from "react";

/** A vertical stack with equal space; `tight` and `loose` are half and double. */
export function Stack({ space, children }: { space?: "tight" | "loose"; children: ReactNode }) {
  return <div className={space ? `stack stack--${space}` : "stack"}>{children}</div>;
}

/** Equal columns that become one on a narrow screen. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className="grid">{children}</div>;
}

/** A main part with a smaller one beside it, which moves below on a narrow screen. */
export function Aside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="with-aside">
      <div className="stack">{children}</div>
      <aside className="with-aside__side stack">{aside}</aside>
    </div>
  );
}

/** A row of buttons and links, the main one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
