import "server-only";
import { readAs } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { readKept } from "@/lib/answers/queries/kept-answers";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import type { Check } from "@/lib/schemes/check";
import { judgeFiling } from "./judge-filing";
import { type DraftView, draftView, withTyped } from "./read-draft";

/** `checks` is undefined while a part is incomplete. */
export type CheckedDraft = DraftView & { checks: Check[] | undefined };

/** A draft with its checks at this moment, as on filing; "filed", or undefined, as `readDraft`. */
export async function checkDraft(actor: Employer, id: string): Promise<CheckedDraft | "filed" | undefined> {
  return readAs(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own) return undefined;
    const { application } = own;
    if (application.state !== "draft") return "filed";
    const draft = await unseal<StoredDraft>(application.answers, answersOfApplication(id));
    const kept = await readKept(tx, actor, id);
    const view = withTyped(await draftView(tx, own, draft, now), kept);
    const filing = readFiling(draft, application.scheme);
    if (!filing.ok) return { ...view, checks: undefined };
    const { assurance } = actor;
    return { ...view, checks: await judgeFiling(tx, application, filing.value, { assurance, now }) };
  });
}
