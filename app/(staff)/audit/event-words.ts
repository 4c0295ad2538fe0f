import { useTranslations } from "next-intl";

type EventKey = Parameters<ReturnType<typeof useTranslations<"staff.events">>>[0];
type OtherKey = Parameters<ReturnType<typeof useTranslations<"audit.events">>>[0];

/** The name of an event; its type when it has no words yet. */
export function useEventWords(): (type: string) => string {
  const ofCases = useTranslations("staff.events");
  const others = useTranslations("audit.events");
  return (type) => {
    const key = type.replaceAll(".", "_");
    if (ofCases.has(key as EventKey)) return ofCases(key as EventKey);
    return others.has(key as OtherKey) ? others(key as OtherKey) : type;
  };
}
