import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { trajectories } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import type { Filing } from "@/lib/answers/answers";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { referenceFor } from "@/lib/applications/reference";
import { recordAgreement } from "@/lib/correspondence/commands/record-agreement";
import { filedDocuments } from "@/lib/documents/queries/filed-documents";
import { recordFacts } from "@/lib/evaluation/commands/record-facts";
import { judgeFiling } from "@/lib/filing/queries/judge-filing";
import type { SubmitRefusal } from "@/lib/filing/refusals";
import { sumCents } from "@/lib/money";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import { dropOtherNumbers } from "@/lib/person-checks/commands/keep-number";
import { keyedHash, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { can } from "@/lib/vocabulary/lifecycle";
import { keepUndertaking } from "./keep-undertaking";

/**
 * Files a draft. `answersVersion` is the one that was checked and agreed to: repeating the request with it has one
 * effect and one answer; another one is refused. The database sets rank day and moment (Awb 4:5, 4:26: order by day of
 * completeness).
 */
export async function submitApplication(
  actor: Employer,
  input: { applicationId: string; answersVersion: number },
): Promise<Result<{ reference: string }, SubmitRefusal>> {
  demandLevel(actor, "application.submit");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    if (application.answersVersion !== input.answersVersion) return refuse({ reason: "changed-since-check" });
    if (application.reference) return ok({ reference: application.reference });
    if (!can("submit", application.state, [actor.kind]))
      return refuse({ reason: "not-a-draft", state: application.state });

    const filing = readFiling(
      await unseal<StoredDraft>(application.answers, answersOfApplication(application.id)),
      application.scheme,
    );
    if (!filing.ok) return filing;
    const { assurance } = actor;
    const checks = await judgeFiling(tx, application, filing.value, { assurance, now });
    const failed = checks.filter(({ outcome }) => outcome === "fail");
    if (failed.length > 0) return refuse({ reason: "checks-failed", failed });
    return ok({ reference: await file(tx, actor, application, filing.value) });
  });
}

async function file(tx: Tx, actor: Employer, application: ApplicationRow, filing: Filing): Promise<string> {
  const numbered = filing.trajectories.map(({ track, personKey }, index) => ({
    number: index + 1,
    track,
    personKey,
  }));
  const award = awardFor(rulesFor(application.rulesVersion), numbered);
  await dropOtherNumbers(
    tx,
    application.id,
    numbered.map(({ personKey }) => personKey),
  );
  const [caseNumber, documents] = await Promise.all([
    nextCaseNumber(tx),
    filedDocuments(tx, application.id),
    keepUndertaking(tx, application, filing),
  ]);
  const reference = referenceFor(application.scheme, application.year, caseNumber);
  const version = await moveApplication(tx, actor, "submit", application, {
    set: {
      reference,
      caseNumber,
      ibanKey: keyedHash("iban", filing.bank.iban),
      requestedCents: sumCents(award.map((line) => line.amountCents)),
    },
    payload: ({ dueOn }) => ({
      reference,
      answersVersion: application.answersVersion,
      dueOn,
      assurance: actor.assurance,
      trajectories: numbered.length,
      documents: documents.map(({ id, kind, contentKey }) => ({ id, kind, contentKey })),
    }),
  });
  await tx.insert(trajectories).values(
    numbered.map(({ number, track, personKey }) => ({
      applicationId: application.id,
      organisationId: application.organisationId,
      scheme: application.scheme,
      number,
      track,
      personKey,
      requestedCents: sumCents(
        award.filter((line) => line.trajectory === number).map((line) => line.amountCents),
      ),
    })),
  );
  await Promise.all([
    recordFacts(tx, application.id, filing),
    recordAgreement(tx, actor, application),
    enqueueMail(tx, { kind: "receipt", applicationId: application.id, about: String(version) }),
  ]);
  return reference;
}

async function nextCaseNumber(tx: Tx): Promise<number> {
  const {
    rows: [row],
  } = await tx.execute<{ number: string }>(sql`select nextval('case_numbers') as number`);
  return Number(row?.number);
}
