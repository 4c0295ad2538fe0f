import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letters } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { readFiled } from "@/lib/letters/queries/read-filed";
import { letterMail } from "@/lib/letters/registry";
import type { LetterJob } from "@/lib/outbox/letter-job";
import { filedApplication } from "./filed-application";
import type { Told } from "./teller";

/** Announces a letter, in the words of its kind; undefined when that is no longer needed. Throws NotFound. */
export async function tellLetter(tx: Tx, job: LetterJob): Promise<Told | undefined> {
  const { application, window, reference, contacts, link } = await filedApplication(tx, job.applicationId);
  const filed = await readFiled(tx, job.applicationId);
  if (!filed) throw new NotFound(`application ${job.applicationId}`);
  const objectUntil = await objectUntilOf(tx, job);
  const mail = await letterMail(tx, filed, job, { state: application.state, objectUntil });
  if (!mail) return undefined;
  return {
    to: contacts,
    facts: {
      isExample: window.isExample,
      link: mail.page ? `${link}/${mail.page}` : link,
      values: { reference, ...mail.values },
    },
  };
}

async function objectUntilOf(tx: Tx, { applicationId, kind, about }: LetterJob) {
  const [letter] = await tx
    .select({ objectUntil: letters.objectUntil })
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), eq(letters.kind, kind), eq(letters.about, about)));
  return letter?.objectUntil ?? null;
}
