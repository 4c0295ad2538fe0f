import type { ReactNode } from "react";

export function Paragraph({
  lead,
  small,
  children,
}: {
  lead?: boolean;
  small?: boolean;
  children: ReactNode;
}) {
  const looks = ["nl-paragraph", lead && "nl-paragraph--lead", small && "text-small"];
  return <p className={looks.filter(Boolean).join(" ")}>{children}</p>;
}
