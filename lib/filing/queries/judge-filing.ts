import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { windows } from "@/db/schema";
import type { Assurance } from "@/lib/actor";
import type { Filing } from "@/lib/answers/answers";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { filedDocuments } from "@/lib/documents/queries/filed-documents";
import { NotFound } from "@/lib/errors";
import { standingOf } from "@/lib/person-checks/queries/standing-of";
import { keyedHash } from "@/lib/privacy/seal";
import type { Check } from "@/lib/schemes/check";
import { checksFor } from "@/lib/schemes/checks";
import { rulesFor } from "@/lib/schemes/rules";
import { readHistory } from "./history";
import { companiesOf } from "./own-grants";

/** The checks of an application at this moment, with the facts on record that the actor may see. */
export async function judgeFiling(
  tx: Tx,
  application: ApplicationRow,
  filing: Filing,
  by: { assurance: Assurance; now: Date },
): Promise<Check[]> {
  const personKeys = filing.trajectories.map(({ personKey }) => personKey);
  const [[window], documents, persons, history] = await Promise.all([
    tx.select().from(windows).where(eq(windows.id, application.windowId)),
    filedDocuments(tx, application.id),
    standingOf(tx, application, personKeys),
    readHistory(
      tx,
      application,
      personKeys,
      keyedHash("iban", filing.bank.iban),
      companiesOf(filing.stateAid),
    ),
  ]);
  if (!window) throw new NotFound(`window ${application.windowId}`);
  return checksFor(rulesFor(application.rulesVersion), {
    filing,
    documents,
    window,
    persons,
    history,
    ...by,
  });
}
