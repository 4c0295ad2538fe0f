"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { useFormats } from "@/lib/i18n/use-formats";
import { useFormKit } from "./form-context";
import { useProblemWords } from "./words";

const QUIET = "autosave text-small text-quiet";

/** The moment of the last automatic save; a failure is shown at once, wherever one is on the page. */
export function AutosaveStatus() {
  const { autosave } = useFormKit();
  const t = useTranslations("form.autosave");
  const conflict = useTranslations("form.conflict");
  const words = useProblemWords();
  const format = useFormats();
  if (autosave.kind === "idle") return null;
  if (autosave.kind === "saving") return <p className={QUIET}>{t("saving")}</p>;
  if (autosave.kind === "saved")
    return <p className={QUIET}>{t("saved", { at: format.time(autosave.at) })}</p>;
  const { problem } = autosave;
  const isConflict = problem.code === "changed-elsewhere";
  return (
    <div className="autosave autosave--stopped">
      <FocusInSight />
      <Alert kind="error" heading={isConflict ? conflict("title") : t("stopped")} live>
        {isConflict ? (
          <p>
            <a className="nl-link" href="#conflict">
              {t("compare")}
            </a>
          </p>
        ) : (
          <p>{words(problem)}</p>
        )}
        {problem.code === "session_ended" && (
          <p>
            <a className="nl-link" href="/sign-in?next=/applications" target="_blank" rel="noopener">
              {t("signIn")}
            </a>
          </p>
        )}
      </Alert>
    </div>
  );
}

/** The alert stays at the bottom of the screen and does not cover the focused field. */
function FocusInSight() {
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: "nearest" });
  }, []);
  return null;
}
