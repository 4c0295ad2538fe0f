import { useTranslations } from "next-intl";
import { CheckList } from "@/components/applications/check-list";
import { Alert } from "@/components/ui/alert";
import { Bullets } from "@/components/ui/bullets";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { partOfCheck } from "@/lib/applications/check-parts";
import { isSection, type Part } from "@/lib/applications/draft";
import { partHref } from "@/lib/applications/next-step";
import type { CheckedDraft } from "@/lib/applications/queries/check-draft";
import { type DocumentKind, missingKinds } from "@/lib/documents/document";
import type { Check } from "@/lib/schemes/scheme";

/** What still stands in the way of sending, what the reviewer will look at, and what is fine. */
export function Findings({ draft }: { draft: CheckedDraft }) {
  const t = useTranslations("applications.check");
  if (!draft.checks) return <Unfinished draft={draft} />;
  const missing = missingKinds(draft.requiredDocuments, draft.documents);
  if (missing.length > 0) return <DocumentsMissing applicationId={draft.id} kinds={missing} />;
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

function DocumentsMissing({ applicationId, kinds }: { applicationId: string; kinds: DocumentKind[] }) {
  const t = useTranslations("documents.missing");
  const name = useTranslations("form.documentKind.options");
  return (
    <Alert kind="error" heading={t("heading")}>
      <p>
        {t("text", { kinds: kinds.map((kind) => name(kind)).join(", ") })}{" "}
        <Link href={`/applications/${applicationId}/documents?from=check`}>{t("link")}</Link>
      </p>
    </Alert>
  );
}

function whereToChange({ id, trajectories }: CheckedDraft, check: Check): string | undefined {
  const part = partOfCheck(
    check,
    trajectories.map(({ key }) => key),
  );
  return part && `${partHref(id, part)}?from=check`;
}

function Unfinished({ draft: { id, progress, trajectories } }: { draft: CheckedDraft }) {
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
        ]}
      />
    </Alert>
  );
}
