import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { getFormats } from "@/lib/i18n/get-formats";
import { knownLetter } from "@/lib/letters/queries/known-letter";
import { checkAction } from "./actions";
import "@/components/letters/letters.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({
  sum: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  problem: z.literal("file").optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("decisions.letterCheck"))("title") };
}

/** Checks whether a letter is real: by the file itself, which is not stored, or by its SHA-256. */
export default async function LetterCheckPage({ searchParams }: Props) {
  const { sum, problem } = query.parse(await searchParams);
  const [t, known] = await Promise.all([
    getTranslations("decisions.letterCheck"),
    sum ? knownLetter(sum) : undefined,
  ]);
  const format = await getFormats();
  const kinds = await getTranslations("decisions.letters");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      {problem && (
        <Alert kind="error" live>
          <p>{t("noFile")}</p>
        </Alert>
      )}
      {sum && (
        <Alert kind={known ? "ok" : "warning"} heading={t(known ? "real" : "unknown")} live>
          <p>
            {known
              ? t("realText", {
                  letter: kinds("letter", { kind: known.kind, day: format.day(known.publishedOn) }),
                  reference: known.reference,
                })
              : t("unknownText")}
          </p>
          <p className="letter-list__hash text-small">{kinds("hash", { sha256: sum })}</p>
        </Alert>
      )}
      <form action={checkAction} className="stack">
        <label className="stack stack--tight">
          <strong>{t("file")}</strong>
          <span className="text-quiet">{t("fileHelp")}</span>
          <input type="file" name="letter" accept="application/pdf,.pdf" required />
        </label>
        <div className="actions">
          <Button type="submit">{t("check")}</Button>
        </div>
      </form>
    </Stack>
  );
}
