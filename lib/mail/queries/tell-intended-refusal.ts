import "server-only";
import { and, eq } from "drizzle-orm";
import { intentions } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That we mean to refuse, and until when one may respond; nothing any more once that is over. */
export const tellIntendedRefusal: Teller = async (tx, { applicationId, about }) => {
  const { application, window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [intention] = await tx
    .select({ untilOn: intentions.untilOn })
    .from(intentions)
    .where(
      and(
        eq(intentions.applicationId, applicationId),
        eq(intentions.applicationVersion, Number(about)),
        eq(intentions.kind, "refusal"),
      ),
    );
  if (!intention) throw new NotFound(`intention ${about} for ${applicationId}`);
  if (application.state !== "refusal_intended") return undefined;
  return {
    to: contacts,
    facts: {
      isExample: window.isExample,
      link,
      values: { reference, respondBy: intention.untilOn },
    },
  };
};
