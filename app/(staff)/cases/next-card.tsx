import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { NextCase } from "@/lib/cases/queries/next-case";
import { takeNextAction } from "./actions";

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
          {item.state === "in_review" ? (
            <ButtonLink href={`/cases/${item.id}`}>{t("open")}</ButtonLink>
          ) : (
            <ActionForm action={takeNextAction}>{t("take")}</ActionForm>
          )}
          <p className="text-small text-quiet">{item.state === "in_review" ? "" : t("takeText")}</p>
        </>
      ) : (
        <p>{t("none")}</p>
      )}
    </Card>
  );
}
