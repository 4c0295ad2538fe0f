import "server-only";
import { and, eq } from "drizzle-orm";
import { intentions } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** Announces that a grant stays as it is; `about` is the intention to lower it. */
export const tellLoweringDropped: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [intention] = await tx
    .select({ id: intentions.id })
    .from(intentions)
    .where(and(eq(intentions.applicationId, applicationId), eq(intentions.id, about)));
  if (!intention) throw new NotFound(`intention ${about} for ${applicationId}`);
  return { to: contacts, facts: { isExample: window.isExample, link, values: { reference } } };
};
