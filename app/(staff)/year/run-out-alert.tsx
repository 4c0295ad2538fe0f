import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { RunOut } from "@/lib/forecast/run-out";
import { useFormats } from "@/lib/i18n/use-formats";

const KINDS = { gone: "error", claimed: "warning", "runs-out": "warning", lasts: "info" } as const;

/** When the money is expected to run out, in words. */
export function RunOutAlert({ runOut }: { runOut: RunOut }) {
  const t = useTranslations("year.runOut");
  return (
    <Alert kind={KINDS[runOut.kind]} heading={t(`${runOut.kind}.title`)}>
      <p>{runOut.kind === "runs-out" ? <Days {...runOut} /> : t(`${runOut.kind}.text`)}</p>
    </Alert>
  );
}

function Days({ on, early, late }: Extract<RunOut, { kind: "runs-out" }>) {
  const t = useTranslations("year.runOut.runs-out");
  const { day } = useFormats();
  if (on === undefined) return t("maybe", { early: day(early) });
  if (late === undefined) return t("atLeast", { on: day(on), early: day(early) });
  return t("between", { on: day(on), early: day(early), late: day(late) });
}
