import "server-only";
import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, readAs } from "@/db/client";
import { applications, organisations, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { NotFound } from "@/lib/errors";
import { askAuthority, type Question } from "@/lib/gateways/authorities";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { type Result, refuse } from "@/lib/result";
import type { PersonCheck } from "@/lib/vocabulary/person-checks";
import type { CheckRefusal } from "../refusals";
import type { askSchema } from "../schema";
import { openNumber } from "./open-number";
import { writeCheck } from "./record-outcome";

/**
 * Asks the authority that knows about the permit or the employment of one person, and records its answer, which counts
 * as a check of the case. The number is opened for it, with an event, and shown to nobody. Throws NotFound.
 */
export async function askAboutPerson(
  actor: Staff,
  { kind, ...person }: z.output<typeof askSchema>,
  ask: typeof askAuthority = askAuthority,
): Promise<Result<{ recorded: true }, CheckRefusal>> {
  const opened = await openNumber(actor, person, { use: "ask", reason: null });
  if (!opened.ok) return opened;
  const { number, personKey } = opened.value;
  const question = await questionAbout(actor, person, kind, { number, personKey });
  if (!question) return refuse({ reason: "person-changed" });
  const result = await ask(question);
  if (!result) return refuse({ reason: "authority-silent" });
  return asActor(actor, (tx) =>
    writeCheck(tx, actor, { ...person, kind, result, personKey, way: "service" }),
  );
}

type Person = { applicationId: string; trajectory: number };

/** What the application says; undefined when another person took the place of this one meanwhile. */
const questionAbout = (
  actor: Staff,
  { applicationId, trajectory }: Person,
  kind: PersonCheck,
  { number, personKey }: { number: string; personKey: string },
): Promise<Question | undefined> =>
  readAs(actor, async (tx) => {
    const [row] = await tx
      .select({
        answers: applications.answers,
        scheme: applications.scheme,
        kvkNumber: organisations.kvkNumber,
        personKey: trajectories.personKey,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .innerJoin(
        trajectories,
        and(eq(trajectories.applicationId, applications.id), eq(trajectories.number, trajectory)),
      )
      .where(eq(applications.id, applicationId));
    if (!row) throw new NotFound(`trajectory ${trajectory} of ${applicationId}`);
    const filing = readFiling(
      await unseal<StoredDraft>(row.answers, answersOfApplication(applicationId)),
      row.scheme,
    );
    const asked = filing.ok ? filing.value.trajectories[trajectory - 1] : undefined;
    if (!asked || row.personKey !== personKey) return undefined;
    const { permit, contract } = asked;
    return kind === "permit"
      ? { kind, number, category: permit.category, validUntil: permit.validUntil }
      : { kind, number, kvkNumber: row.kvkNumber, startsOn: contract.startsOn };
  });
