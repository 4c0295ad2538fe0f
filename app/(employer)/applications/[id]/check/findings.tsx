import { useTranslations } from "next-intl";
import { CheckList } from "@/components/applications/check-list";
import { Alert } from "@/components/ui/alert";
import { Bullets } from "@/components/ui/bullets";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { isSection, type Part } from "@/lib/answers/draft";
import { partOfCheck } from "@/lib/filing/check-parts";
import { partHref } from "@/lib/filing/next-step";
import type { CheckedDraft } from "@/lib/filing/queries/check-draft";
import type { Check } from "@/lib/schemes/check";
import { isDocumentCheck } from "@/lib/schemes/required-documents";

/** Checks that block filing, checks for the reviewer, and checks that pass. */
export function Findings({ draft }: { draft: CheckedDraft }) {
  const t = useTranslations("applications.check");
  if (!draft.checks) return <Unfinished draft={draft} />;
  const failed = draft.checks.filter(({ outcome }) => outcome === "fail");
  const attention = draft.checks.filter(({ outcome }) => outcome === "attention");
  const passed = draft.checks.filter(({ outcome }) => outcome === "pass");
  return (
    <Stack>
      <Heading level={2}>{t("findings")}</Heading>
      {failed.length > 0 ? (
        <Alert kind="error" heading={t("failed", { count: failed.length })} headingLevel={3}>
          <CheckList checks={failed} hrefOf={(check) => whereToChange(draft, check)} />
        </Alert>
      ) : (
        <Alert kind="ok" heading={t("ready")} headingLevel={3} />
      )}
      {attention.length > 0 && (
        <>
          <p>{t("attention")}</p>
          <CheckList checks={attention} />
        </>
      )}
      <Details summary={t("passed", { count: passed.length })}>
        <CheckList checks={passed} />
      </Details>
    </Stack>
  );
}

function whereToChange({ id, trajectories }: CheckedDraft, check: Check): string | undefined {
  if (isDocumentCheck(check)) return `/applications/${id}/documents?from=check`;
  const part = partOfCheck(
    check,
    trajectories.map(({ key }) => key),
  );
  return part && `${partHref(id, part)}?from=check`;
}

function Unfinished({ draft }: { draft: CheckedDraft }) {
  const { id, progress, trajectories, missingDocuments } = draft;
  const t = useTranslations("applications");
  const name = (part: Part) =>
    isSection(part)
      ? t(`parts.${part}.title`)
      : t("parts.trajectory.numbered", {
          number: trajectories.find(({ key }) => part === `trajectory:${key}`)?.number ?? 0,
        });
  const open = progress.filter(({ state }) => state !== "done");
  return (
    <Alert kind="error" heading={t("check.incomplete")}>
      <Bullets
        items={[
          ...(trajectories.length === 0
            ? [
                <Link key="add" href={`/applications/${id}`}>
                  {t("check.noTrajectory")}
                </Link>,
              ]
            : []),
          ...open.map(({ part, problems }) => (
            <span key={part}>
              <Link href={`${partHref(id, part)}?from=check`}>{name(part)}</Link>{" "}
              {t("check.open", { count: problems.length })}
            </span>
          )),
          ...missingDocuments.map((kind) => (
            <Link key={kind} href={`/applications/${id}/documents?from=check`}>
              {t("check.documentsMissing")}
            </Link>
          )),
        ]}
      />
    </Alert>
  );
}
