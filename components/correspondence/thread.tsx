import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Post } from "@/lib/correspondence/queries/thread";
import { useFormats } from "@/lib/i18n/use-formats";

/** Questions and answers, the oldest first, each with the side that wrote it. */
export function Thread({ posts }: { posts: readonly Post[] }) {
  const t = useTranslations("correspondence.questions");
  const format = useFormats();
  if (posts.length === 0) return <p>{t("none")}</p>;
  return posts.map(({ id, side, at, words }) => (
    <Card key={id}>
      <p className="text-small text-quiet">{t(side, { moment: format.moment(at) })}</p>
      <p className="pre-line">{words}</p>
    </Card>
  ));
}
