import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { objectionDeadline } from "@/lib/calendar/terms";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { type Content, whatFits } from "@/lib/decisions/partial-award";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { replacedBy } from "@/lib/decisions/revision";
import { wordsOf } from "@/lib/i18n/words";
import { decisionLetter } from "@/lib/letters/decision";
import type { FiledApplication } from "@/lib/letters/filed";
import type { Letter } from "@/lib/letters/letter";
import { reserveLetter } from "@/lib/letters/reserve";
import type { Cents } from "@/lib/money";
import { leafOf } from "@/lib/vocabulary/scheme";
import { hearingBefore } from "./lowering-of";
import { readFiled } from "./read-filed";

/** A letter that is not sent, which it says itself, and the proposal that it is about. */
type Preview = { letter: Letter; reference: string; proposalId: string; amountCents: Cents };

/** The letter that confirming the open proposal today would publish; undefined without one. */
export const previewDecision = (actor: Staff, id: string): Promise<Preview | undefined> =>
  preview(actor, id, async (tx, application, proposal, today) =>
    letterOfDecision(tx, application, proposal, today),
  );

/** The same when only what still fits is granted; undefined when all does, or nothing. */
export const previewPart = (actor: Staff, id: string): Promise<Preview | undefined> =>
  preview(actor, id, async (tx, application, proposal, today) => {
    const [row] = await tx
      .select({ submittedAt: applications.submittedAt })
      .from(applications)
      .where(eq(applications.id, id));
    const leaf = leafOf(application.scheme);
    const lines = await readCeilings(tx, leaf, yearOf(today), row?.submittedAt);
    const part = whatFits(proposal, application.rulesVersion, { leaf, lines, today });
    return part.ok ? letterOfDecision(tx, application, part.value, today) : undefined;
  });

/** The letter that putting it on the reserve list today would publish; undefined without a proposal. */
export const previewReserve = (actor: Staff, id: string): Promise<Preview | undefined> =>
  preview(actor, id, async (_tx, application, { amountCents }, writtenOn) => ({
    letter: reserveLetter(application, { writtenOn }),
    amountCents,
  }));

type Written = { letter: Letter; amountCents: Cents };
type Filed = FiledApplication & { id: string };
type Compose = (tx: Tx, application: Filed, proposal: Content, today: Day) => Promise<Written | undefined>;

function preview(actor: Staff, id: string, compose: Compose): Promise<Preview | undefined> {
  return asActor(actor, async (tx, now) => {
    const [proposal] = await tx
      .select()
      .from(proposals)
      .where(and(eq(proposals.applicationId, id), isNull(proposals.returnedBy)))
      .orderBy(desc(proposals.applicationVersion))
      .limit(1);
    const application = proposal && (await readFiled(tx, id));
    const written = application && (await compose(tx, application, proposal, dayOf(now)));
    if (!written) return undefined;
    const { letter, amountCents } = written;
    const concept = { kind: "notice" as const, text: wordsOf("letters")("concept") };
    return {
      letter: { ...letter, blocks: [concept, ...letter.blocks] },
      reference: application.reference,
      proposalId: proposal.id,
      amountCents,
    };
  });
}

async function letterOfDecision(
  tx: Tx,
  application: Filed,
  content: Content & { askedOn?: Day | null },
  decidedOn: Day,
): Promise<Written> {
  const objectUntil = objectionDeadline(decidedOn, await readEquatedDays(tx));
  const last = await newestDecision(tx, application.id);
  const replaces = replacedBy(last, content);
  const heard = await hearingBefore(tx, application.id, last?.applicationVersion);
  return {
    letter: decisionLetter(application, { ...content, decidedOn, objectUntil, replaces, heard }),
    amountCents: content.amountCents,
  };
}
