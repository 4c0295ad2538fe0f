import { beforeAll, describe, expect, test } from "vitest";
import { loadReference } from "@/db/reference/load";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { readReference } from "@/lib/applications/reference";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { readCase } from "@/lib/screens/queries/read-case";
import { fill } from "./fill";

const { sql, ownerUrl } = await testDatabase();
const COUNT = 3_000;

const count = async (what: string) => Number((await sql.unsafe(`select count(*) as n from ${what}`))[0]?.n);

beforeAll(async () => {
  await setClock(new Date("2026-11-24T11:00:00Z"));
  await loadReference(ownerUrl, { demo: true });
  await fill(ownerUrl, { applications: COUNT });
});

describe("a seeded database", () => {
  test("has the requested number of applications, in every state and window", async () => {
    expect(await count("applications")).toBe(COUNT);
    expect(await count("(select distinct state from applications) s")).toBe(8);
    expect(await count("(select distinct window_id from applications) w")).toBe(4);
    expect(await count("trajectories where track = 'women'")).toBeGreaterThan(COUNT / 5);
  });

  test("has chains that verify from their first event to their head", async () => {
    expect(await sql`select * from broken_streams()`).toEqual([]);
    expect(await count("event_heads")).toBe(COUNT);
  });

  test("has exactly one event per version, by allowed moves", async () => {
    expect(await count("events")).toBe(Number((await sql`select sum(version) as n from applications`)[0]?.n));
    const strange = await sql`
      select e.type from events e join events p on p.stream = e.stream and p.number = e.number - 1
      where e.number > 2 and not exists (select from moves m, moves before
        where 'application.' || m.name = e.type and 'application.' || before.name = p.type and before."to" = m."from")`;
    expect(strange).toEqual([]);
  });

  test("has committed exactly what its ledger says, on every line and above, within every ceiling", async () => {
    const off = await sql`
      select c.line_id, c.year from ceilings c where committed_cents <> (
        select coalesce(sum(e.amount_cents), 0) from ledger_entries e join budget_lines l on l.id = e.line_id
        where e.year = c.year and c.line_id = any (l.path)) or committed_cents > ceiling_cents`;
    expect(off).toEqual([]);
    expect(await count("decisions where amount_cents > 0")).toBeGreaterThan(50);
    expect(await count("ledger_entries where line_id like '%vrouwen'")).toBeGreaterThan(0);
  });

  test("has facts of every trajectory, of several sectors, areas and routes", async () => {
    expect(await count("evaluation_facts")).toBe(await count("trajectories"));
    for (const fact of ["sector", "region"])
      expect(await count(`(select distinct ${fact} from evaluation_facts) f`)).toBeGreaterThan(4);
    expect(await count("(select distinct route from evaluation_facts) f")).toBe(4);
  });

  test("has employers that are one undertaking, some of which only one of the two names", async () => {
    const filed = await count("applications where reference is not null");
    expect(await count("undertakings where is_own")).toBe(filed);
    const meets = (more: string) =>
      count(`undertakings named join undertakings own on own.key = named.key and own.is_own
        where not named.is_own and ${more} exists (select from undertakings back
          where back.application_id = own.application_id and not back.is_own)`);
    expect(await meets("")).toBeGreaterThan(0);
    expect(await meets("not")).toBeGreaterThan(0);
    const [named] = await sql`
      select a.id, a.answers, a.scheme from applications a where exists (
        select from undertakings u where u.application_id = a.id and not u.is_own) limit 1`;
    const filing = readFiling(
      await unseal<StoredDraft>(named?.answers, answersOfApplication(named?.id)),
      named?.scheme,
    );
    expect(filing.ok && filing.value.stateAid.groupKvkNumbers).toHaveLength(1);
    const [trigger] = await sql`select tgenabled from pg_trigger where tgname = 'undertakings_guard'`;
    expect(trigger?.tgenabled).toBe("O");
  });

  test("has applications that may be granted: every check passes", async () => {
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    const waiting = await sql`
      select id from applications where state in ('submitted', 'in_review') order by md5(id::text) limit 60`;
    expect(waiting).toHaveLength(60);
    const wrong = [];
    for (const { id } of waiting) {
      const view = await readCase(reviewer, id);
      wrong.push(...(view?.checks ?? []).filter(({ outcome }) => outcome === "fail"));
    }
    expect(wrong).toEqual([]);
  });

  test("keeps every invariant", () => expectInvariants(sql));

  test("leaves money to grant, and the trigger of the chain enabled", async () => {
    const [line] =
      await sql`select ceiling_cents - committed_cents as free from ceilings where line_id = 'werkgeverssubsidie' and year = 2026`;
    expect(Number(line?.free)).toBeGreaterThan(0);
    const [trigger] = await sql`select tgenabled from pg_trigger where tgname = 'events_chain'`;
    expect(trigger?.tgenabled).toBe("O");
  });

  test("has valid references and readable answers", async () => {
    const rows =
      await sql`select id, reference, answers, scheme from applications where reference is not null order by id limit 5`;
    for (const { id, reference, answers, scheme } of rows) {
      expect(readReference(reference)).toBe(reference);
      expect(readFiling(await unseal<StoredDraft>(answers, answersOfApplication(id)), scheme).ok).toBe(true);
    }
  });

  test("only gets more rows when it is filled again", async () => {
    await fill(ownerUrl, { applications: 100 });
    expect(await count("applications")).toBe(COUNT + 100);
    expect(await sql`select * from broken_streams()`).toEqual([]);
  });
});
