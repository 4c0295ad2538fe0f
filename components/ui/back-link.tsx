import type { ComponentProps } from "react";
import { Link } from "./link";

export function BackLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <p className="back-link">
      <Link {...props}>
        <span aria-hidden="true">‹ </span>
        {children}
      </Link>
    </p>
  );
}
