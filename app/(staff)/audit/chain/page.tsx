import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { recordLooking } from "@/lib/audit/commands/record-looking";
import { listAnchors } from "@/lib/audit/queries/list-anchors";
import { VERIFIER, verifyChain } from "@/lib/audit/queries/verify-chain";
import { requireStaff } from "@/lib/auth/session";
import { getFormats } from "@/lib/i18n/get-formats";
import { Outcome } from "./outcome";
import { readChainWords } from "./words";
import "../audit.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** As long as a person waits for a page; a longer chain continues where it stopped. */
const PATIENCE_MS = 4_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.chain"))("title") };
}

/** Verifies the log on screen, and explains how an auditor verifies it without trusting the portal. */
export default async function ChainPage({ searchParams }: Props) {
  const actor = await requireStaff("auditor");
  const { check, after, checked } = readChainWords(await searchParams);
  const [t, format, [newest]] = await Promise.all([
    getTranslations("audit.chain"),
    getFormats(),
    listAnchors(1),
  ]);
  const verified = check ? await verifyChain(VERIFIER, { after, milliseconds: PATIENCE_MS }) : undefined;
  if (verified)
    await recordLooking(actor, "audit.verify", {
      streams: verified.streams,
      findings: verified.findings.length,
    });
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/audit">{t("back")}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      <Stack>
        <Heading level={2}>{t("now")}</Heading>
        {verified && <Outcome verified={verified} before={checked} />}
        <form method="get" action="/audit/chain">
          <input type="hidden" name="check" value="1" />
          {verified?.next && (
            <>
              <input type="hidden" name="after" value={verified.next} />
              <input type="hidden" name="checked" value={checked + verified.streams} />
            </>
          )}
          <Button type="submit">{t(verified?.next ? "goOn" : verified ? "again" : "check")}</Button>
        </form>
      </Stack>
      <Stack>
        <Heading level={2}>{t("keep")}</Heading>
        <Paragraph>{t("keepText")}</Paragraph>
        <p>
          <DownloadLink href="/audit/heads/download">{t("heads")}</DownloadLink>
        </p>
        <Paragraph>{t("command")}</Paragraph>
        <pre className="payload">npm run verify-chain -- --head event-heads.txt</pre>
      </Stack>
      <Stack>
        <Heading level={2}>{t("anchors")}</Heading>
        <Paragraph>{newest ? t("newest", { day: format.day(newest.day) }) : t("noAnchor")}</Paragraph>
        {newest && <p className="hash">{newest.root}</p>}
        <p>
          <Link href="/anchors">{t("allAnchors")}</Link>
        </p>
      </Stack>
    </Stack>
  );
}
