import "server-only";
import { desc, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { dayOf } from "@/lib/dates";
import { readEquatedDays } from "@/lib/deadlines/queries/equated-days";
import { objectionDeadline } from "@/lib/deadlines/terms";
import { wordsOf } from "@/lib/i18n/words";
import { decisionLetter } from "@/lib/letters/decision";
import type { Letter } from "@/lib/letters/letter";
import { readFiled } from "./read-filed";

/** The letter that confirming the newest proposal today would publish, marked as not sent; undefined without a proposal. */
export function previewDecision(
  actor: Staff,
  id: string,
): Promise<{ letter: Letter; reference: string } | undefined> {
  return asActor(actor, async (tx, now) => {
    const [proposal] = await tx
      .select()
      .from(proposals)
      .where(eq(proposals.applicationId, id))
      .orderBy(desc(proposals.applicationVersion))
      .limit(1);
    const application = proposal && (await readFiled(tx, id));
    if (!application) return undefined;
    const today = dayOf(now);
    const letter = decisionLetter(application, {
      ...proposal,
      decidedOn: today,
      objectUntil: objectionDeadline(today, await readEquatedDays(tx)),
    });
    const concept = { kind: "notice" as const, text: wordsOf("letters")("concept") };
    return { letter: { ...letter, blocks: [concept, ...letter.blocks] }, reference: application.reference };
  });
}
