import "server-only";
import { and, eq } from "drizzle-orm";
import { events, letters } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That a decision is there, and until when one may object or appeal; `about` is the version it brought the application to. */
export const tellDecision: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [decision] = await tx
    .select({ objectUntil: letters.objectUntil, change: events.type })
    .from(letters)
    .innerJoin(
      events,
      and(eq(events.applicationId, applicationId), eq(events.applicationVersion, Number(about))),
    )
    .where(
      and(eq(letters.applicationId, applicationId), eq(letters.kind, "decision"), eq(letters.about, about)),
    );
  if (!decision?.objectUntil) throw new NotFound(`letter of decision ${about} on ${applicationId}`);
  const objectBefore = decision.objectUntil;
  const remedy = decision.change === "application.grant_on_objection" ? "appeal" : "objection";
  return {
    to: contacts,
    facts: { isExample: window.isExample, link, values: { reference, objectBefore, remedy } },
  };
};
