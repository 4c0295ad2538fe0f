"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link that is marked when it leads to this page, or to this part of the site. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname();
  const inside = href !== "/" && here.startsWith(`${href}/`);
  return (
    <Link href={href} prefetch={false} aria-current={here === href ? "page" : inside ? "true" : undefined}>
      {children}
    </Link>
  );
}
