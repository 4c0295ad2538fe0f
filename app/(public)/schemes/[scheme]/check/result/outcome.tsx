import { useTranslations } from "next-intl";
import { AwardLines } from "@/components/applications/award-lines";
import { WindowStatus } from "@/components/schemes/window-status";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Actions, Aside, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Shape } from "@/components/ui/shape";
import type { SchemeWindow } from "@/lib/budget/queries/scheme-overview";
import { formatMoney } from "@/lib/money";
import type { PrecheckOutcome, Verdict } from "@/lib/precheck/outcome";
import type { PrecheckAnswers } from "@/lib/precheck/questions";
import { awardTotal } from "@/lib/schemes/award";
import { definitionOf } from "@/lib/schemes/registry";
import type { Rules } from "@/lib/schemes/rules";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { Reasons } from "./reasons";
import "@/components/applications/applications.css";
import "../precheck.css";

type Props = {
  rules: Rules;
  outcome: PrecheckOutcome;
  answers: PrecheckAnswers;
  window: SchemeWindow | null;
  now: Date;
};

const TONES = { yes: "ok", not_yet: "warning", no: "error" } as const satisfies Record<Verdict, string>;

/** The outcome in words, then its reasons, the estimated amount, and what to have at hand. */
export function Outcome({ rules, outcome, answers, window, now }: Props) {
  const t = useTranslations("precheck");
  const schemes = useTranslations("schemes");
  const { scheme } = rules;
  const { verdict, obstacles, others, award } = outcome;
  return (
    <Aside aside={<Estimate award={verdict === "no" ? [] : award} window={window} now={now} />}>
      <BackLink href={`/schemes/${scheme}/check`}>{t("result.change")}</BackLink>
      <div className="precheck__verdict">
        <Shape tone={TONES[verdict]} />
        <Heading level={1}>{t(`verdict.${verdict}.title`)}</Heading>
      </div>
      <Paragraph lead>
        {t(`verdict.${verdict}.text`, {
          scheme: schemes(`${scheme}.${verdict === "no" ? "money" : "the"}`),
          total: formatMoney(awardTotal(award)),
        })}
      </Paragraph>
      {obstacles.length > 0 && (
        <>
          <Heading level={2}>{t("result.because")}</Heading>
          <Reasons checks={obstacles} />
        </>
      )}
      {verdict === "no" ? (
        <Actions>
          {SCHEMES.filter((other) => other !== scheme).map((other) => (
            <ButtonLink key={other} href={`/schemes/${other}/check`} variant="secondary">
              {t("result.other", { scheme: schemes(`${other}.one`) })}
            </ButtonLink>
          ))}
          <Link href={`/schemes/${scheme}`}>{t("result.conditions")}</Link>
        </Actions>
      ) : (
        <Next
          rules={rules}
          track={answers.track}
          isOpen={!obstacles.some(({ id }) => id === "window")}
          isSure={verdict === "yes"}
        />
      )}
      <Details summary={t("result.others", { count: others.length })}>
        <Reasons checks={others} />
      </Details>
      <Paragraph small>{t("result.noRights")}</Paragraph>
    </Aside>
  );
}

function Estimate({ award, window, now }: Pick<PrecheckOutcome, "award"> & Pick<Props, "window" | "now">) {
  const t = useTranslations("precheck.estimate");
  return (
    <>
      {award.length > 0 && (
        <Card labelledBy="estimate">
          <Heading level={2} looksLike={3} id="estimate">
            {t("title")}
          </Heading>
          <AwardLines lines={award} />
          <Paragraph small>{t("text")}</Paragraph>
        </Card>
      )}
      <Card labelledBy="window">
        <Heading level={2} looksLike={3} id="window">
          {t("when")}
        </Heading>
        <WindowStatus window={window} now={now} />
      </Card>
    </>
  );
}

type NextProps = Pick<Props, "rules"> & { track: string; isOpen: boolean; isSure: boolean };

function Next({ rules, track, isOpen, isSure }: NextProps) {
  const t = useTranslations("precheck");
  const { scheme } = rules;
  const items = [...definitionOf(scheme).atHand, ...(track === "women" ? (["women"] as const) : [])];
  return (
    <Stack>
      {isOpen && (
        <Actions>
          <ButtonLink href={`/applications/new?scheme=${scheme}`} variant={isSure ? "primary" : "secondary"}>
            {t(isSure ? "result.begin" : "result.beginAnyway")}
          </ButtonLink>
        </Actions>
      )}
      {isOpen && <Paragraph small>{t("result.carried")}</Paragraph>}
      <Heading level={2}>{t("atHand.title")}</Heading>
      <Bullets items={items.map((item) => t(`atHand.${item}`, { level: rules.minimumAssurance.value }))} />
    </Stack>
  );
}
