import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/applications/action-form";
import { StateChange } from "@/components/cases/state-change";
import { LetterView } from "@/components/letters/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import type { FormAction } from "@/lib/form-state";
import type { Letter } from "@/lib/letters/letter";
import type { CaseView } from "@/lib/screens/queries/read-case";
import type { State } from "@/lib/vocabulary/lifecycle";

type Props = {
  view: Pick<CaseView, "id" | "reference" | "state" | "today">;
  letter: Letter;
  /** The state after sending; absent when it does not change. */
  to?: State;
  /** Other effects of sending. */
  effect: string;
  action: FormAction;
  /** The previewed version, sent along. */
  seen: Record<string, string>;
  submit: string;
  /** The link back to change it. */
  children?: ReactNode;
};

/** A preview of a letter and the effect on the case; the button sends exactly this. */
export function LetterPreview({ view, letter, to, effect, action, seen, submit, children }: Props) {
  const t = useTranslations("decisions.preview");
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${view.id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <StateChange from={view.state} to={to} />
      </Stack>
      <LetterView letter={letter} />
      <Stack>
        <p>{effect}</p>
        <ActionForm action={action} values={{ ...seen, shownOn: view.today }}>
          {submit}
        </ActionForm>
        {children}
      </Stack>
    </Stack>
  );
}
