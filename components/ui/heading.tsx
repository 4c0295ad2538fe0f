import type { ReactNode } from "react";

type Props = { level: 1 | 2 | 3 | 4; id?: string; looksLike?: 1 | 2 | 3 | 4; children: ReactNode };

/** `level` is its place in the outline; `looksLike` when the size must differ from it. */
export function Heading({ level, id, looksLike = level, children }: Props) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`nl-heading nl-heading--level-${looksLike}`}>
      {children}
    </Tag>
  );
}
