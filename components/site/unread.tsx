"use client";
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";

/** The number of unread messages, and the moment of that count. */
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

/** Tells the header the count of a page that was made after a reading, because the header is not rendered again. */
export function UnreadNow({ count, asOf }: Unread) {
  useEffect(() => tell({ count, asOf }), [count, asOf]);
  return null;
}

/** "Berichten (1 nieuw)", with the newest count of a page. */
export function MessagesLabel({ count, asOf }: Unread) {
  const t = useTranslations("common.nav");
  const current = useSyncExternalStore(
    subscribe,
    () => (newest && newest.asOf >= asOf ? newest.count : count),
    () => count,
  );
  return t("messages", { count: current });
}
