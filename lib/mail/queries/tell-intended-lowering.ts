import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { intentions } from "@/db/schema";
import { isOpen } from "@/lib/decisions/hearing";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That we mean to lower a grant, and until when one may respond; nothing any more once that is over. */
export const tellIntendedLowering: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const intention = await intentionOf(tx, applicationId, about);
  if (!isOpen(intention)) return undefined;
  const values = { reference, respondBy: intention.untilOn };
  return { to: contacts, facts: { isExample: window.isExample, link, values } };
};

/** That a grant stays as it is after all. */
export const tellLoweringDropped: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  await intentionOf(tx, applicationId, about);
  return { to: contacts, facts: { isExample: window.isExample, link, values: { reference } } };
};

async function intentionOf(tx: Tx, applicationId: string, id: string) {
  const [intention] = await tx
    .select()
    .from(intentions)
    .where(and(eq(intentions.applicationId, applicationId), eq(intentions.id, id)));
  if (!intention) throw new NotFound(`intention ${id} for ${applicationId}`);
  return intention;
}
