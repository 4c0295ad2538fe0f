import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { BUDGET_LINES } from "@/db/reference/budget";
import type { Employer, Staff, StaffRole } from "@/lib/actor";
import type { Part } from "@/lib/answers/draft";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { addDocument } from "@/lib/documents/commands/add-document";
import { addTrajectory } from "@/lib/filing/commands/add-trajectory";
import { savePart } from "@/lib/filing/commands/save-part";
import { startApplication } from "@/lib/filing/commands/start-application";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { euros } from "@/lib/money";
import type { Result } from "@/lib/result";
import { assumedIn } from "@/lib/schemes/assumed";
import { definitionOf } from "@/lib/schemes/registry";
import { currentRules, rulesFor } from "@/lib/schemes/rules";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Distribution } from "@/lib/vocabulary/distribution";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import type { TermFrom } from "@/lib/vocabulary/term-from";
import { anIban, validSections, validTrajectory } from "./answers";
import { aPdf } from "./files";

/**
 * People, windows, ceilings and applications for tests. `sql` is the superuser connection of `testDatabase()`;
 * everything made is unique, so that tests in one database do not interfere.
 */
type Sql = postgres.Sql;

const DAY_MS = 86_400_000;

async function databaseNow(sql: Sql): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`select portal_now() as now`;
  if (!row) throw new Error("the database has no clock");
  return row.now;
}

async function aPerson(sql: Sql, kind: "employer" | "staff"): Promise<string> {
  const subject = randomUUID();
  const [row] = await sql<{ id: string }[]>`
    insert into people (kind, issuer, subject, name) values (${kind}, 'test', ${subject}, 'Test') returning id`;
  return row?.id ?? "";
}

/** An employer with an organisation of its own; with `organisationId` a colleague in that organisation. */
export async function anEmployer(
  sql: Sql,
  {
    assurance = "loa3",
    organisationId,
    ...represented
  }: Partial<Pick<Employer, "assurance" | "organisationId">> & Represented = {},
): Promise<Employer> {
  const personId = await aPerson(sql, "employer");
  const employer = {
    kind: "employer",
    personId,
    organisationId: organisationId ?? randomUUID(),
    sessionId: randomUUID(),
    assurance,
  } as const;
  if (!organisationId)
    await sql`insert into organisations (id, kvk_number, legal_name)
      values (${employer.organisationId}, ${String(randomInt(10_000_000, 99_999_999))}, 'Voorbeeld BV')`;
  await aSession(sql, employer, represented);
  return employer;
}

/** How an employer came to represent the organisation; the whole of their own by default. */
type Represented = { intermediary?: string; branch?: string };

/** A session that does not expire, whatever the clock is set to. */
async function aSession(
  sql: Sql,
  { sessionId, personId, organisationId, assurance }: Employer,
  { intermediary, branch }: Represented = {},
): Promise<void> {
  await sql`insert into sessions (id, token_hash, person_id, organisation_id, assurance, intermediary_kvk_number, branch_number,
      authenticated_at, last_seen_at, expires_at)
    values (${sessionId}, ${randomBytes(32)}, ${personId}, ${organisationId}, ${assurance}, ${intermediary ?? null}, ${branch ?? null},
      portal_now(), portal_now(), 'infinity')`;
}

/** An official with these roles; more than one duty at once is refused by the database. */
export async function aStaffMember(sql: Sql, roles: readonly StaffRole[]): Promise<Staff> {
  const personId = await aPerson(sql, "staff");
  for (const role of roles)
    await sql`insert into staff_roles (person_id, role) values (${personId}, ${role})`;
  return { kind: "staff", personId, roles };
}

export type WindowOptions = {
  scheme?: Scheme;
  /** The ceiling that it divides; by default that of its scheme in the present year, made when it is absent. */
  line?: LineId;
  year?: number;
  opensAt?: Date;
  closesAt?: Date;
  rulesVersion?: string;
  isExample?: boolean;
  distribution?: Distribution;
  decisionWeeks?: number;
  /** From closing by default. */
  termFrom?: TermFrom;
  /** The last day to decide by default. */
  reserveUntil?: Day;
};

/** A window of the werkgeverssubsidie, open since yesterday for sixty days by the database clock; gives its id. */
export async function aWindow(sql: Sql, options: WindowOptions = {}): Promise<string> {
  const now = await databaseNow(sql);
  const { scheme = "werkgeverssubsidie", year = yearOf(dayOf(now)), isExample = false } = options;
  const { line = definitionOf(scheme).budgetLine } = options;
  const {
    rulesVersion = currentRules(scheme).id,
    distribution = "day_rank_lot",
    decisionWeeks = 13,
  } = options;
  const { termFrom = "closing", reserveUntil = null } = options;
  const { opensAt = new Date(now.getTime() - DAY_MS), closesAt = new Date(now.getTime() + 60 * DAY_MS) } =
    options;
  const id = `${scheme}-${randomUUID()}`;
  await theMoves(sql);
  await aCeiling(sql, line, year);
  await sql`insert into installation (is_demo) values (true) on conflict do nothing`;
  await sql`insert into rules_versions (id, scheme, rules, assumed)
    values (${rulesVersion}, ${scheme}, ${sql.json(rulesFor(rulesVersion) as unknown as postgres.JSONValue)}, ${assumedIn(rulesFor(rulesVersion))})
    on conflict do nothing`;
  await sql`insert into windows (id, scheme, line_id, year, opens_at, closes_at, distribution, decision_weeks, term_from, reserve_until, rules_version, published_on, source, is_example)
    values (${id}, ${scheme}, ${line}, ${year}, ${opensAt}, ${closesAt}, ${distribution}, ${decisionWeeks}, ${termFrom}, ${reserveUntil}, ${rulesVersion}, ${dayOf(opensAt)}, 'test', ${isExample})`;
  return id;
}

async function theMoves(sql: Sql): Promise<void> {
  for (const [name, { from, to, by }] of Object.entries(MOVES))
    for (const state of from)
      for (const role of by)
        await sql`insert into moves (name, "from", "to", role) values (${name}, ${state}, ${to}, ${role}) on conflict do nothing`;
}

async function theLines(sql: Sql): Promise<void> {
  for (const { id, parent, position, scheme, earmark, municipal } of BUDGET_LINES)
    await sql`insert into budget_lines (id, parent_id, path, position, scheme, earmark, municipal)
      values (${id}, ${parent}, '{}', ${position}, ${scheme}, ${earmark}, ${municipal}) on conflict do nothing`;
}

/** A window needs an existing ceiling: zero, unless the test sets a budget. */
async function aCeiling(sql: Sql, line: LineId, year: number): Promise<void> {
  await theLines(sql);
  await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
    values (${line}, ${year}, 0, 'test', 'test') on conflict do nothing`;
}

/**
 * The tree with a ceiling in whole euros for each line in one year: ample, and an empty women's earmark, unless
 * `amounts` says otherwise; null is no ceiling.
 */
export async function theBudget(
  sql: Sql,
  year: number,
  amounts: Record<string, number | null> = {},
): Promise<void> {
  await theLines(sql);
  for (const { id, earmark } of BUDGET_LINES) {
    const amount = amounts[id] === undefined ? (earmark ? 0 : 10_000_000) : amounts[id];
    if (amount === null) continue;
    await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
      values (${id}, ${year}, ${euros(amount)}, 'test', 'test')
      on conflict (line_id, year) do update set ceiling_cents = excluded.ceiling_cents`;
  }
}

/** Deletes every ceiling but those of windows, which become zero. */
export async function withoutCeilings(sql: Sql): Promise<void> {
  await sql`delete from ceilings c where not exists (select from windows w where w.line_id = c.line_id and w.year = c.year)`;
  await sql`update ceilings set ceiling_cents = 0, committed_cents = 0, reserved_cents = 0, owed_cents = null,
    objection_cents = 0, releases_on = null, source = 'test', published_on = null`;
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`a factory was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Factories have no bank that confirms the name on an account. */
const BANK_STATEMENT = { kind: "bank_statement", name: "Bankafschrift.pdf", bytes: aPdf() } as const;

export type DraftOptions = {
  scheme?: Scheme;
  /** A track per trajectory; one general trajectory by default. */
  tracks?: readonly Track[];
  actor?: Employer;
  windowId?: string;
  /** A bank account of its own by default. */
  iban?: string;
  /** KVK numbers of its group as the employer types them; none by default. */
  groupKvkNumbers?: string;
  /** The de-minimis aid of a year ago, as typed: "10.000" by default. */
  aid?: string;
  /** Whether the bank statement that every application needs is added; it is by default. */
  hasStatement?: boolean;
};
export type TestApplication = { actor: Employer; applicationId: string; windowId: string; scheme: Scheme };

/** A draft with valid answers; employer and window are made unless they are given. */
export async function aCompleteDraft(
  sql: Sql,
  options: DraftOptions = {},
): Promise<TestApplication & { answersVersion: number }> {
  const { scheme = "werkgeverssubsidie", tracks = ["general"] } = options;
  const actor = options.actor ?? (await anEmployer(sql));
  const windowId = options.windowId ?? (await aWindow(sql, { scheme }));
  const { applicationId } = must(await startApplication(actor, windowId));
  const today = dayOf(await databaseNow(sql));
  const save = async (part: Part, answers: Parameters<typeof savePart>[1]["answers"]) =>
    must(await savePart(actor, { applicationId, part, answers, revision: 0 }));
  for (const track of tracks) {
    const key = randomUUID();
    must(await addTrajectory(actor, { applicationId, key }));
    await save(`trajectory:${key}`, validTrajectory(scheme, today, track));
  }
  const { company, stateAid, bank, declarations } = validSections(today);
  await save("company", company);
  const { groupKvkNumbers, aid } = options;
  await save("stateAid", {
    ...stateAid,
    ...(groupKvkNumbers && { groupKvkNumbers }),
    ...(aid && { "aid.0.amount": aid }),
  });
  await save("bank", { ...bank, iban: options.iban ?? anIban() });
  await save("declarations", declarations);
  if (options.hasStatement ?? true) must(await addDocument(actor, { applicationId, ...BANK_STATEMENT }));
  const [row] = await sql<
    { version: number }[]
  >`select answers_version as version from applications where id = ${applicationId}`;
  return { actor, applicationId, windowId, scheme, answersVersion: row?.version ?? 0 };
}

/** A filed application with its reference; `version` is the one on a reviewer's screen. */
export async function aFiledApplication(
  sql: Sql,
  options: DraftOptions = {},
): Promise<TestApplication & { reference: string; version: number }> {
  const { answersVersion, ...draft } = await aCompleteDraft(sql, options);
  const { reference } = must(
    await submitApplication(draft.actor, { applicationId: draft.applicationId, answersVersion }),
  );
  return { ...draft, reference, version: 2 };
}
