import type { ReactNode } from "react";

type Props = { labelledBy?: string; children: ReactNode };

/** A bordered part of the page; give it the id of its heading when it stands on its own. */
export function Card({ labelledBy, children }: Props) {
  const Tag = labelledBy ? "section" : "div";
  return (
    <Tag className="card stack" aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}
