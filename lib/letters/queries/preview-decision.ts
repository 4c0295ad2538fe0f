import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { applications, proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { ceilingOf } from "@/lib/budget/ceiling";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { type Day, dayOf } from "@/lib/dates";
import { type Content, partialAward } from "@/lib/decisions/partial-award";
import { wordsOf } from "@/lib/i18n/words";
import { decidedToday } from "@/lib/letters/decision/read";
import type { Filed } from "@/lib/letters/definition";
import type { Letter } from "@/lib/letters/letter";
import { LETTERS } from "@/lib/letters/registry";
import type { Cents } from "@/lib/money";
import { readFiled } from "./read-filed";

/** The preview of a letter, marked as such, and its proposal. */
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
      .select({
        submittedAt: applications.submittedAt,
        lineId: applications.lineId,
        year: applications.year,
      })
      .from(applications)
      .where(eq(applications.id, id));
    if (!row) return undefined;
    const lines = await readCeilings(tx, ceilingOf(row), row.submittedAt);
    const part = partialAward(proposal, application.rulesVersion, { leaf: row.lineId, lines, today });
    return part.ok ? letterOfDecision(tx, application, part.value, today) : undefined;
  });

/** The letter that putting it on the reserve list today would publish; undefined without a proposal. */
export const previewReserve = (actor: Staff, id: string): Promise<Preview | undefined> =>
  preview(actor, id, async (tx, application, { amountCents }, today) => {
    const written = { content: null, writtenOn: today };
    const { letter } = await LETTERS.reserve.compose(tx, application, written, today);
    return { letter, amountCents };
  });

type Shown = { letter: Letter; amountCents: Cents };
type Compose = (tx: Tx, application: Filed, proposal: Content, today: Day) => Promise<Shown | undefined>;

function preview(actor: Staff, id: string, compose: Compose): Promise<Preview | undefined> {
  return readAs(actor, async (tx, now) => {
    const [proposal] = await tx
      .select()
      .from(proposals)
      .where(and(eq(proposals.applicationId, id), isNull(proposals.returnedBy)))
      .orderBy(desc(proposals.applicationVersion))
      .limit(1);
    const application = proposal && (await readFiled(tx, id));
    const shown = application && (await compose(tx, application, proposal, dayOf(now)));
    if (!shown) return undefined;
    const { letter, amountCents } = shown;
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
  today: Day,
): Promise<Shown> {
  const written = { content: await decidedToday(tx, application.id, content), writtenOn: today };
  const { letter } = await LETTERS.decision.compose(tx, application, written, today);
  return { letter, amountCents: content.amountCents };
}
