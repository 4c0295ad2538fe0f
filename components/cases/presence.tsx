"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormats } from "@/lib/i18n/use-formats";

const HEARTBEAT_MS = 30_000;
/** Who touches nothing for so long no longer says to be there, so that an open page does not keep a session alive. */
const ATTENDED_MS = 10 * 60_000;

type Person = { name: string; since: string };
type Props = { caseId: string; others: readonly Person[] };

/** Who else has this case open, and that something changed since the page was drawn. */
export function Presence({ caseId, others }: Props) {
  const t = useTranslations("caseAids");
  const { time } = useFormats();
  const [seen, setSeen] = useState<{ others: readonly Person[]; hasChanged: boolean }>();
  const people = seen?.others ?? others;

  useEffect(() => {
    let touchedAt = Date.now();
    const touched = () => {
      touchedAt = Date.now();
    };
    const beat = async () => {
      if (document.hidden || Date.now() - touchedAt > ATTENDED_MS) return;
      const answer = await fetch(`/api/cases/${caseId}/presence`, { method: "POST" }).catch(() => undefined);
      if (answer?.ok) setSeen(await answer.json());
    };
    const timer = setInterval(() => void beat(), HEARTBEAT_MS);
    for (const kind of ["pointerdown", "keydown", "scroll"])
      addEventListener(kind, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of ["pointerdown", "keydown", "scroll"]) removeEventListener(kind, touched);
    };
  }, [caseId]);

  return (
    <div role="status" className="presence">
      {people.map(({ name, since }) => (
        <p key={name + since}>{t("present", { name, time: time(new Date(since)) })}</p>
      ))}
      {seen?.hasChanged && (
        <p>
          {t("changedNow")} <a href={`/cases/${caseId}`}>{t("reload")}</a>
        </p>
      )}
    </div>
  );
}
