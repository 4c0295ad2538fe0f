import { createHash, randomUUID } from "node:crypto";
import { sql as raw } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { type Actor, VISITOR } from "@/lib/actor";

const { sql, appUrl } = await testDatabase();
const tables = (
  await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public' order by 1`
).map(({ name }) => name);

const mine = {
  kind: "employer",
  personId: randomUUID(),
  organisationId: randomUUID(),
  sessionId: randomUUID(),
  assurance: "loa3",
} as const;
const stranger = {
  ...mine,
  personId: randomUUID(),
  organisationId: randomUUID(),
  sessionId: randomUUID(),
};
/** The row of `people` has the same id as every row here. */
const person = { ...mine, personId: mine.organisationId, sessionId: randomUUID() };
const reviewer = { kind: "staff", personId: randomUUID(), roles: ["reviewer"] } as const;

const countOf = (actor: Actor, table: string) =>
  asActor(actor, async (tx) => {
    const {
      rows: [row],
    } = await tx.execute<{ n: number }>(raw`select count(*)::int as n from ${raw.identifier(table)}`);
    return row?.n;
  });

/** One row in every table, without the guards, so that there is something to hide from a stranger. */
beforeAll(async () => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) {
      const columns = await tx<{ name: string; type: string; label: string | null }[]>`
        select a.attname as name, t.typname as type,
          (select enumlabel from pg_enum where enumtypid = t.oid order by enumsortorder limit 1) as label
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = '' and (a.attname in ('id', 'organisation_id') or (a.attnotnull and not a.atthasdef))`;
      const row = Object.fromEntries(
        columns.map(({ name, type, label }) => [name, label ?? valueFor(name, type)]),
      );
      if (table === "applications") Object.assign(row, filed);
      if (table === "messages") Object.assign(row, { kind: "receipt" });
      if (table === "questions") Object.assign(row, { side: "employer" });
      if (table === "default_notices") Object.assign(row, { due_on: "2020-01-01" });
      if (table === "completion_requests") Object.assign(row, { items: tx.json([{}]), due_on: "2026-06-15" });
      if (table === "letters")
        Object.assign(row, {
          sha256: createHash("sha256")
            .update(row.content as Buffer)
            .digest(),
        });
      if (table === "draws")
        Object.assign(row, { list_hash: createHash("sha256").update("x").digest("hex") });
      if (table === "ceiling_changes") Object.assign(row, { kind: "set" });
      if (table === "delay_notices") row.expected_on = "2099-01-01";
      if (table === "suspensions") Object.assign(row, { ground: "consent", resumes_on: "2099-01-01" });
      if (table === "windows") row.term_from = "closing";
      if (table === "window_plans") row.publication = "Stcrt. 2026, 1";
      if (table === "anchors" || table === "sent_heads") row.root = "0".repeat(64);
      if (table === "documents") row.kind = "other";
      if (table === "letter_concepts") row.kind = "delay_notice";
      if (table === "intentions") row.kind = "refusal";
      if (table === "person_checks")
        Object.assign(row, { kind: "permit", result: "confirmed", way: "service" });
      if (table === "person_number_openings") row.use = "ask";
      if (table === "person_numbers") row.number = Buffer.from("x");
      if (table === "sessions") Object.assign(row, { id: mine.sessionId, assurance: mine.assurance });
      await tx`insert into ${tx(table)} ${tx(row)}`;
    }
    for (const { sessionId, personId, organisationId, assurance } of [stranger, person])
      await tx`insert into sessions (id, token_hash, person_id, organisation_id, assurance, authenticated_at, last_seen_at, expires_at)
        values (${sessionId}, ${createHash("sha256").update(sessionId).digest()}, ${personId}, ${organisationId}, ${assurance}, now(), now(), now())`;
  });
});

const filed = {
  state: "submitted",
  reference: "WS-2026-000001-X",
  case_number: 1,
  submitted_at: new Date(),
  rank_day: "2026-06-01",
  requested_cents: 0,
};

function valueFor(name: string, type: string): string | number | boolean | Date | string[] | Buffer {
  if (name === "organisation_id" || (name === "id" && type === "uuid")) return mine.organisationId;
  if (name === "person_id") return mine.personId;
  if (name === "kvk_number") return "12345678";
  if (name === "closes_at") return new Date("2099-01-01");
  switch (type) {
    case "uuid":
      return randomUUID();
    case "int4":
    case "int8":
      return 1;
    case "bool":
      return false;
    case "date":
      return "2026-06-01";
    case "timestamptz":
      return new Date("2026-06-01");
    case "jsonb":
      return "{}";
    case "_text":
      return ["x"];
    case "bytea":
      return Buffer.from("x");
    default:
      return "x";
  }
}

describe("without an actor", () => {
  for (const table of tables) {
    test(`${table} shows nothing`, async () => {
      const [there] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`;
      expect(there?.n).toBeGreaterThan(0);
      const nobody = postgres(appUrl, { max: 1 });
      try {
        const [seen] = await nobody<{ n: number }[]>`select count(*)::int as n from ${nobody(table)}`;
        expect(seen?.n).toBe(0);
      } finally {
        await nobody.end();
      }
    });
  }
});

describe("every table", () => {
  for (const table of tables) {
    test(`${table} has row-level security, forced, and another owner than the app`, async () => {
      const [row] = await sql`
        select relrowsecurity as on, relforcerowsecurity as forced, pg_get_userbyid(relowner) as owner
        from pg_class where oid = ${table}::regclass`;
      expect(row).toMatchObject({ on: true, forced: true });
      expect(row?.owner).not.toBe("portal_app");
    });
  }

  test("that is append-only gives the app no right to change or delete", async () => {
    for (const table of [
      "events",
      "ledger_entries",
      "decisions",
      "ceilings",
      "windows",
      "rules_versions",
      "event_heads",
      "moves",
      "sent_mails",
      "lots",
      "draw_seeds",
      "answer_versions",
      "anchors",
      "sent_heads",
      "invitations",
      "draft_reminders",
      "messages",
      "message_reads",
      "questions",
      "contact_changes",
      "agreed_declarations",
      "person_checks",
      "person_number_openings",
    ]) {
      const [row] = await sql`
        select has_table_privilege('portal_app', ${table}, 'update') or has_table_privilege('portal_app', ${table}, 'delete')
          or has_table_privilege('portal_app', ${table}, 'truncate') as may`;
      expect(row?.may, table).toBe(false);
    }
  });

  test("that is append-only refuses changes by its owner too", async () => {
    for (const table of [
      "events",
      "ledger_entries",
      "decisions",
      "windows",
      "rules_versions",
      "lots",
      "draw_seeds",
      "answer_versions",
      "anchors",
      "sent_heads",
      "invitations",
      "draft_reminders",
      "messages",
      "message_reads",
      "questions",
      "contact_changes",
      "agreed_declarations",
      "person_checks",
      "person_number_openings",
    ])
      await expect(sql`delete from ${sql(table)}`, table).rejects.toMatchObject({
        constraint_name: `${table}_append_only`,
      });
  });
});

const PRIVATE = [
  "applications",
  "agreed_declarations",
  "answer_versions",
  "completion_answers",
  "completion_requests",
  "contact_changes",
  "message_reads",
  "messages",
  "questions",
  "trajectories",
  "decisions",
  "events",
  "sessions",
  "people",
  "documents",
  "kept_answers",
  "person_numbers",
];

describe("one employer", () => {
  test.each(PRIVATE)("sees their own %s", async (table) => {
    if (table === "people") return expect(await countOf(person, table)).toBe(1);
    expect(await countOf(mine, table)).toBe(1);
  });

  test("sees only their own sessions", async () => {
    const seen = await asActor(stranger, (tx) => tx.execute<{ id: string }>(raw`select id from sessions`));
    expect(seen.rows).toEqual([{ id: stranger.sessionId }]);
  });

  test.each([
    ...PRIVATE.filter((table) => table !== "sessions"),
    "organisations",
    "ledger_entries",
    "proposals",
    "staff_roles",
    "staff_interests",
    "event_heads",
    "sent_mails",
    "rate_limits",
    "letter_concepts",
    "document_chunks",
    "invitations",
    "draft_reminders",
    "person_checks",
    "person_number_openings",
  ])("sees nothing of another in %s", async (table) => expect(await countOf(stranger, table)).toBe(0));

  test("does not see proposals and bookings", async () => {
    for (const table of ["ledger_entries", "proposals"]) expect(await countOf(mine, table), table).toBe(0);
  });

  test("cannot write into another's application", async () => {
    const changed = await asActor(stranger, (tx) =>
      tx.execute(
        raw`update applications set answers = 'stolen' where organisation_id = ${mine.organisationId}`,
      ),
    );
    expect(changed.rowCount).toBe(0);
  });
});

describe("a visitor", () => {
  test.each([
    ...PRIVATE,
    "organisations",
    "ledger_entries",
    "proposals",
    "lots",
    "draw_seeds",
    "rate_limits",
  ])("sees no %s", async (table) => expect(await countOf(VISITOR, table)).toBe(0));
  test.each(["ceilings", "anchors", "ceiling_changes", "budget_lines", "windows", "draws"])(
    "sees %s",
    async (table) => expect(await countOf(VISITOR, table)).toBe(1),
  );
});

describe("an official", () => {
  test("sees lots, but not the seed that a budget holder keeps", async () => {
    expect(await countOf(reviewer, "lots")).toBe(1);
    expect(await countOf(reviewer, "draw_seeds")).toBe(0);
  });

  test("sees filed applications, never a draft", async () => {
    expect(await countOf(reviewer, "applications")).toBe(1);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set state = 'draft'`;
    });
    expect(await countOf(reviewer, "applications")).toBe(0);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set state = 'submitted'`;
    });
  });
});
