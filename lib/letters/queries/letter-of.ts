import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import type { ConceptContent, ConceptKind } from "@/lib/concepts/concept";
import { type Day, dayOf } from "@/lib/dates";
import { completionLetter } from "@/lib/letters/completion-request";
import { defaultNoticeLetter } from "@/lib/letters/default-notice";
import { delayLetter } from "@/lib/letters/delay-notice";
import type { FiledApplication } from "@/lib/letters/filed";
import { intendedLoweringLetter } from "@/lib/letters/intended-lowering";
import { intendedRefusalLetter } from "@/lib/letters/intended-refusal";
import type { Letter } from "@/lib/letters/letter";
import { unseal } from "@/lib/privacy/seal";
import { whatIsLeft } from "./lowering-of";

type Written = { [K in ConceptKind]: { kind: K; content: ConceptContent[K] } }[ConceptKind];

/** The letter that says this on that day: one and the same before it is sent and when it is published. */
export async function letterOf(
  tx: Tx,
  application: FiledApplication & { id: string },
  written: Written,
  writtenOn: Day,
): Promise<Letter> {
  switch (written.kind) {
    case "completion_request":
      return completionLetter(application, {
        ...written.content,
        filedOn: dayOf(application.submittedAt),
        rankDay: application.rankDay,
        placedBy: application.placedBy,
        trajectoryKeys: await keysOf(tx, application.id),
      });
    case "intended_refusal":
      return intendedRefusalLetter(application, { ...written.content, writtenOn });
    case "intended_lowering": {
      const left = await whatIsLeft(tx, application.id, written.content);
      return intendedLoweringLetter(application, { ...written.content, ...left, writtenOn });
    }
    case "delay_notice":
      return delayLetter(application, { ...written.content, dueOn: application.dueOn, writtenOn });
    case "default_notice":
      return defaultNoticeLetter(application, { ...written.content, writtenOn });
  }
}

async function keysOf(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx
    .select({ answers: applications.answers })
    .from(applications)
    .where(eq(applications.id, id));
  const { trajectories } = await unseal<StoredDraft>(row?.answers ?? "");
  return trajectories.map(({ key }) => key);
}
