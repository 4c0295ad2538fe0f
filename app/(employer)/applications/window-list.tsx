import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { ExampleBadge } from "@/components/applications/state-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Grid } from "@/components/ui/layout";
import type { OpenWindow } from "@/lib/filing/queries/open-windows";
import { useFormats } from "@/lib/i18n/use-formats";
import { startAction } from "./actions";

type Props = {
  windows: readonly OpenWindow[];
  level?: 2 | 3;
  /** The earlier application to copy. */
  copyOf?: string;
};

/** Open and coming windows, each with a button to start, or a link to the existing application. */
export function WindowList({ windows, level = 3, copyOf }: Props) {
  const t = useTranslations("applications.windows");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  if (windows.length === 0) return <p>{t("none")}</p>;
  return (
    <Grid>
      {windows.map((window) => (
        <Card key={window.id} labelledBy={`window-${window.id}`}>
          <div className="application-row__title">
            <Heading level={level} looksLike={3} id={`window-${window.id}`}>
              {t("title", { scheme: schemes(`${window.scheme}.name`), year: window.year })}
            </Heading>
            {window.isExample && <ExampleBadge />}
          </div>
          <p>
            {window.phase.phase === "open"
              ? t("closes", { days: window.phase.days, closesAt: format.moment(window.closesAt) })
              : t("opens", { opensAt: format.moment(window.opensAt) })}
          </p>
          {window.assumesAmounts && <p>{t("assumed")}</p>}
          {window.distribution === "window_lottery" && <p>{t("lottery")}</p>}
          <WayIn window={window} copyOf={copyOf} />
        </Card>
      ))}
    </Grid>
  );
}

type WayInProps = { window: OpenWindow; copyOf: string | undefined };

function WayIn({ window: { id, scheme, phase, existing }, copyOf }: WayInProps) {
  const t = useTranslations("applications.windows");
  const schemes = useTranslations("schemes");
  if (existing)
    return (
      <div className="stack stack--tight">
        <p>{t(existing.isDraft ? "draftExists" : "sentExists")}</p>
        <div className="actions">
          <ButtonLink
            href={`/applications/${existing.id}`}
            variant={existing.isDraft ? "primary" : "secondary"}
          >
            {t(existing.isDraft ? "goOn" : "look")}
          </ButtonLink>
        </div>
      </div>
    );
  if (phase.phase !== "open") return null;
  return (
    <ActionForm action={startAction} values={{ windowId: id, scheme, ...(copyOf && { copyOf }) }}>
      {t(copyOf ? "startCopy" : "start", { scheme: schemes(`${scheme}.inText`) })}
    </ActionForm>
  );
}
