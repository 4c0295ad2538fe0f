import { useLocale, useTranslations } from "next-intl";
import { Changes } from "@/components/completion/changes";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { suspensionOf } from "@/lib/calendar/suspension";
import { suspendedDays } from "@/lib/calendar/terms";
import type { CaseCompletion } from "@/lib/completion/queries/case-completion";
import { useFormats } from "@/lib/i18n/use-formats";
import type { CaseView } from "@/lib/screens/queries/read-case";

type Props = { view: CaseView; completions: readonly CaseCompletion[] };

/** The requests to complete, their answers and changes, and the days of suspension. */
export function CaseCompletions({ view, completions }: Props) {
  const t = useTranslations("completion.case");
  if (completions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="completions">
      <Heading level={2} id="completions">
        {t("heading")}
      </Heading>
      {completions.map((completion) => (
        <Completion key={completion.id} view={view} completion={completion} />
      ))}
    </section>
  );
}

function Completion({ view, completion }: { view: CaseView; completion: CaseCompletion }) {
  const t = useTranslations("completion.case");
  const format = useFormats();
  const locale = useLocale();
  const keys = view.draft.trajectories.map(({ key }) => key);
  const { askedOn, dueOn, endedOn, end, items, changes, rankDayBefore, shiftsRank } = completion;
  const before = rankDayBefore ?? askedOn;
  const moved = shiftsRank && endedOn !== null && endedOn > before;
  return (
    <Card>
      <Heading level={3} looksLike={4}>
        {t("asked", { day: format.day(askedOn), name: completion.askedBy, dueOn: format.day(dueOn) })}
      </Heading>
      <p>
        {t(`end.${end ?? "open"}`, { day: format.day(endedOn ?? dueOn) })}{" "}
        {t("suspended", { days: suspendedDays(suspensionOf(completion, view.today)) })}
      </p>
      <ol className="stack stack--tight">
        {items.map((item) => (
          <li key={item.key}>
            <strong>{itemTitle(item, keys, locale)}</strong>
            {item.words && (
              <p className="pre-line" lang="nl">
                {item.words}
              </p>
            )}
            {item.reply && <p className="pre-line">{t("reply", { words: item.reply })}</p>}
          </li>
        ))}
      </ol>
      {end === "completed" && (
        <>
          <p>{moved ? t("rankDay", { before: format.day(before) }) : t("rankStays")}</p>
          <Heading level={4}>{t("changes")}</Heading>
          {changes.length === 0 && <p>{t("noChanges")}</p>}
          <Changes changes={changes} scheme={view.scheme} trajectoryKeys={keys} />
        </>
      )}
    </Card>
  );
}
