import "server-only";
import { and, eq } from "drizzle-orm";
import { letters } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That a decision is there, and until when one may object; `about` is the version it brought the application to. */
export const tellDecision: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [decision] = await tx
    .select({ objectUntil: letters.objectUntil })
    .from(letters)
    .where(
      and(eq(letters.applicationId, applicationId), eq(letters.kind, "decision"), eq(letters.about, about)),
    );
  if (!decision?.objectUntil) throw new NotFound(`letter of decision ${about} on ${applicationId}`);
  const objectBefore = decision.objectUntil;
  return {
    to: contacts,
    facts: { isExample: window.isExample, link, values: { reference, objectBefore } },
  };
};
