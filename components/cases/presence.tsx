"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormats } from "@/lib/i18n/use-formats";

const HEARTBEAT_MS = 30_000;
/** The session timed out. Typed answers stay on the page until the person has signed in elsewhere. */
const SIGNED_OUT = 401;
/** After this long without input a person is no longer shown to others. */
const ATTENDED_MS = 10 * 60_000;

type Person = { name: string; since: string };
type Props = { caseId: string; others: readonly Person[] };

/** Colleagues who have this case open, and a notice when it has changed. */
export function Presence({ caseId, others }: Props) {
  const t = useTranslations("caseAids");
  const { time } = useFormats();
  const [seen, setSeen] = useState<{ others: readonly Person[]; hasChanged: boolean }>();
  const [signedOut, setSignedOut] = useState(false);
  const people = seen?.others ?? others;

  useEffect(() => {
    let touchedAt = Date.now();
    const touched = () => {
      touchedAt = Date.now();
    };
    const beat = async () => {
      if (document.hidden || Date.now() - touchedAt > ATTENDED_MS) return;
      const answer = await fetch(`/api/cases/${caseId}/presence`, { method: "POST" }).catch(() => undefined);
      setSignedOut(answer?.status === SIGNED_OUT);
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
      {signedOut && (
        <p>
          {t("signedOut")}{" "}
          <a href={`/sign-in?next=/cases/${caseId}`} target="_blank" rel="noreferrer">
            {t("signIn")}
          </a>
        </p>
      )}
      {seen?.hasChanged && (
        <p>
          {t("changedNow")} <a href={`/cases/${caseId}`}>{t("reload")}</a>
        </p>
      )}
    </div>
  );
}
