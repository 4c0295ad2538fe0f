import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { WHOLE_PART } from "@/lib/answers/completion-item";
import { itemTitle } from "@/lib/answers/completion-item-title";
import type { CompletionView } from "@/lib/completion/queries/read-completion";
import { trajectoryKeysOf } from "./open-completion";
import { partPath } from "./part-path";

const TONES = { changed: "ok", added: "ok", explained: "ok", open: "warning" } as const;

type Props = { item: CompletionView["items"][number]; number: number; view: CompletionView };

/** One point, how it was met so far, and the two ways to meet it. */
export function ItemCard({ item, number, view }: Props) {
  const t = useTranslations("completion");
  const locale = useLocale();
  const base = `/applications/${view.id}/completion`;
  const title = itemTitle(item, trajectoryKeysOf(view), locale);
  return (
    <Card labelledBy={`item-${number}`}>
      <div className="application-row__title">
        <Heading level={3} id={`item-${number}`}>
          {number}. {title}
        </Heading>
        <StatusBadge tone={TONES[item.state]}>{t(`item.state.${item.state}`)}</StatusBadge>
      </div>
      {item.words && (
        <p className="pre-line" lang="nl">
          {item.words}
        </p>
      )}
      {item.reply && <p className="pre-line">{t("answer.yourReply", { words: item.reply })}</p>}
      {view.daysLeft >= 0 && (
        <p className="actions">
          <Link
            href={item.part === "documents" ? documentsHref(view.id, item) : `${base}/${partPath(item.part)}`}
          >
            {t(item.part === "documents" ? "answer.add" : "answer.change")}{" "}
            <span className="visually-hidden">({title})</span>
          </Link>
          <Link href={`${base}/reply/${number}`}>
            {t(item.reply ? "answer.replyAgain" : "answer.reply")}{" "}
            <span className="visually-hidden">({title})</span>
          </Link>
        </p>
      )}
    </Card>
  );
}

/** Address to add the file, with its kind chosen. */
const documentsHref = (id: string, { field }: Props["item"]): string =>
  `/applications/${id}/documents${field === WHOLE_PART ? "" : `?kind=${field}`}`;
