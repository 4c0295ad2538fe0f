"use client";
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";

/** How many messages wait to be read, and when that was counted. */
export type Unread = { count: number; asOf: number };

let newest: Unread | undefined;
const listeners = new Set<() => void>();

function tell(unread: Unread): void {
  if (newest && newest.asOf > unread.asOf) return;
  newest = unread;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page that was made after something was read says so to the header, which stays as one goes from page to page. */
export function UnreadNow({ count, asOf }: Unread) {
  useEffect(() => tell({ count, asOf }), [count, asOf]);
  return null;
}

/** "Berichten (1 nieuw)", with the newest count that a page gave. */
export function MessagesLabel({ count, asOf }: Unread) {
  const t = useTranslations("common.nav");
  const current = useSyncExternalStore(
    subscribe,
    () => (newest && newest.asOf >= asOf ? newest.count : count),
    () => count,
  );
  return t("messages", { count: current });
}
