import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { type EquatedDay, listEquatedDays } from "@/lib/calendar/queries/equated-days";
import type { Day } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { removeDayAction } from "./actions";
import { DayForm } from "./day-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.calendar"))("title") };
}

export default async function EquatedDaysPage() {
  const actor = await requireStaff();
  const { rows, today } = await listEquatedDays(actor);
  return <EquatedDays rows={rows} today={today} holds={actor.roles.includes("budget_holder")} />;
}

type Props = { rows: EquatedDay[]; today: Day; holds: boolean };

/** Every equated day with its decree; a budget holder adds days, and removes wrong ones that are still to come. */
function EquatedDays({ rows, today, holds }: Props) {
  const t = useTranslations("deadlines.calendar");
  const deadlines = useTranslations("deadlines");
  const format = useFormats();
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/deadlines">{deadlines("title")}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {holds && <Paragraph>{t("effect")}</Paragraph>}
      </Stack>
      <ul className="case-list" aria-label={t("caption")}>
        {rows.map(({ day, source, enteredBy }) => (
          <li key={day} className="case-row case-row--day">
            <p>
              <strong>{format.day(day)}</strong>
            </p>
            <div>
              <p>{source}</p>
              <p className="text-small text-quiet">
                {enteredBy ? t("by", { name: enteredBy }) : t("portal")}
              </p>
            </div>
            {holds && day > today && (
              <ActionForm action={removeDayAction} values={{ day }} variant="secondary">
                {t("remove", { day: format.day(day) })}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {holds && (
        <section className="stack" aria-labelledby="add">
          <Heading level={2} id="add">
            {t("add")}
          </Heading>
          <DayForm submit={t("add")} />
        </section>
      )}
    </Stack>
  );
}
