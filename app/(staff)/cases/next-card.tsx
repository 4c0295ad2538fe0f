import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { NextCase } from "@/lib/cases/queries/next-case";

type StateKey = Parameters<ReturnType<typeof useTranslations<"staff.next">>>[0];

/** The case to open now, or that there is none. */
export function NextCard({ item }: { item: NextCase | undefined }) {
  const t = useTranslations("staff.next");
  return (
    <Card labelledBy="next-case">
      <Heading level={2} id="next-case" looksLike={3}>
        {t("title")}
      </Heading>
      {item ? (
        <>
          <p>
            <strong>{item.reference}</strong> · {item.employer}
            <br />
            {t(item.state as StateKey)}
          </p>
          <ButtonLink href={`/cases/${item.id}`}>{t("open")}</ButtonLink>
        </>
      ) : (
        <p>{t("none")}</p>
      )}
    </Card>
  );
}
