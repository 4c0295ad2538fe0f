import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { workItems } from "@/db/schema";
import { aCaseInReview, aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { placeText } from "@/lib/cases/case-list";
import { fromTheStart, readWords, SORTS, type Words } from "@/lib/cases/list-words";
import { addDays } from "@/lib/dates";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { type CaseItem, listCases } from "./list-cases";
import { listChoices } from "./list-choices";
import { workload } from "./workload";

const { sql } = await testDatabase();
const auditor = await aStaffMember(sql, ["auditor"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const ids: Record<string, string> = {};
let startbaanWindow = "";
let kvkNumber = "";
let reference = "";

/** Moves the rank day this many days back; only test set-up may rewrite it. */
async function filedEarlier(applicationId: string, days: number) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = rank_day - ${days}::int where id = ${applicationId}`;
    await tx`update work_items set rank_day = rank_day - ${days}::int where application_id = ${applicationId}`;
  });
}

beforeAll(async () => {
  const baker = await anEmployer(sql);
  kvkNumber = String(randomInt(10_000_000, 99_999_999));
  await sql`update organisations set legal_name = 'Bäckerei ''t Hoekje Utrecht', kvk_number = ${kvkNumber} where id = ${baker.organisationId}`;
  ids.draft = (await aCompleteDraft(sql)).applicationId;
  const submitted = await aFiledApplication(sql, { tracks: ["general", "women", "women"], actor: baker });
  ids.submitted = submitted.applicationId;
  reference = submitted.reference;
  const startbaan = await aFiledApplication(sql, { scheme: "startbaan" });
  ids.startbaan = startbaan.applicationId;
  startbaanWindow = startbaan.windowId;
  ids.review = (await aCaseInReview(sql, { reviewer })).applicationId;
  ids.proposed = (await aProposedCase(sql, { reviewer })).applicationId;
  await filedEarlier(ids.review, 2);
});

const ask = (params: Record<string, string>, actor: Staff = auditor) =>
  listCases(actor, readWords({ toon: "alle", ...params }, actor));
const nameOf = ({ id }: CaseItem) => Object.keys(ids).find((name) => ids[name] === id);
const found = async (params: Record<string, string>, actor?: Staff) =>
  (await ask(params, actor)).items.map(nameOf);

describe("the list", () => {
  test("begins with the earliest rank day, then the case number, and never has drafts", async () => {
    expect(await found({})).toEqual(["review", "submitted", "startbaan", "proposed"]);
    expect(await found({ af: "ja" })).toEqual(["proposed", "startbaan", "submitted", "review"]);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ regeling: "startbaan" }, ["startbaan"]],
    [{ toon: "te-beoordelen" }, ["review", "submitted", "startbaan"]],
    [{ toon: "proposed" }, ["proposed"]],
    [{ van: "niemand" }, ["submitted", "startbaan"]],
    [{ spoor: "vrouwen" }, ["submitted"]],
    [{ spoor: "algemeen" }, ["review", "submitted", "startbaan", "proposed"]],
    [{ letop: "ja" }, []],
    [{ letop: "nee", toon: "in_review" }, ["review"]],
    [{ termijn: "te-laat" }, []],
    [{ termijn: "later", regeling: "startbaan" }, ["startbaan"]],
    [{ regeling: "startbaan", toon: "te-beslissen" }, []],
    [{ zoek: "hoekje utr" }, ["submitted"]],
    [{ zoek: "backerei" }, ["submitted"]],
    [{ zoek: "hoek" }, ["submitted"]],
    [{ zoek: "oekje" }, []],
    [{ zoek: "hoekje", toon: "te-beslissen" }, []],
    [{ zoek: "hoekje", regeling: "startbaan" }, []],
    [{ zoek: "hoekje", spoor: "vrouwen", van: "niemand" }, ["submitted"]],
    [{ zoek: "utr bäck" }, ["submitted"]],
    [{ zoek: "hoekje hoek h" }, ["submitted"]],
    [{ zoek: "hoekje zwolle" }, []],
    [{ zoek: "' or 1=1 --" }, []],
    [{ zoek: "99999999" }, []],
  ])("asked for %o shows %o", async (params, names) => expect(await found(params)).toEqual(names));

  test("finds a reference in any notation, a KVK number, a window and a handler", async () => {
    expect(await found({ zoek: reference.toLowerCase().replaceAll("-", " ") })).toEqual(["submitted"]);
    expect(await found({ zoek: kvkNumber })).toEqual(["submitted"]);
    expect(await found({ tijdvak: startbaanWindow })).toEqual(["startbaan"]);
    expect(await found({ van: "mij" }, reviewer)).toEqual(["review", "proposed"]);
    expect(await found({ van: reviewer.personId, toon: "proposed" })).toEqual(["proposed"]);
    expect(await found({ van: reviewer.personId, regeling: "startbaan" })).toEqual([]);
  });

  test("shows employer, tracks, handler and last day to decide", async () => {
    const { items, today } = await ask({ zoek: "hoekje" });
    expect(items).toMatchObject([
      {
        employer: "Bäckerei 't Hoekje Utrecht",
        trajectories: 3,
        women: 2,
        requestedCents: 1_900_000,
        assignee: null,
      },
    ]);
    expect(items[0]?.dueOn).toBe(addDays(addDays(today, 60), 13 * 7));
    const [mine] = (await ask({ toon: "in_review" }, reviewer)).items;
    expect(mine).toMatchObject({ isMine: true, assignee: "Test" });
  });

  test("shows attention points as soon as they are known", async () => {
    await sql`update work_items set attention = '{shared_account}' where application_id = ${ids.startbaan ?? ""}`;
    expect(await found({ letop: "ja" })).toEqual(["startbaan"]);
    expect(await found({ letop: "nee", regeling: "startbaan" })).toEqual([]);
    await sql`update work_items set attention = '{}' where application_id = ${ids.startbaan ?? ""}`;
  });

  test("shows a move and a new name at once", async () => {
    const employer = await anEmployer(sql);
    const { applicationId } = await aFiledApplication(sql, { actor: employer });
    await sql`update organisations set legal_name = 'Zeilmakerij De Anker' where id = ${employer.organisationId}`;
    expect((await ask({ zoek: "zeilmakerij" })).items).toMatchObject([
      { id: applicationId, state: "submitted" },
    ]);
    expect((await ask({ zoek: "voorbeeld zeilmakerij" })).items).toEqual([]);
    const [row] = await sql`select employer from work_items where application_id = ${applicationId}`;
    expect(row?.employer).toBe("zeilmakerij de anker");
    await withdrawApplication(employer, { applicationId });
    expect((await ask({ zoek: "zeilmakerij", toon: "withdrawn" })).items).toHaveLength(1);
  });

  test("searches only some of the employers when very many match, and says so", async () => {
    const employer = await anEmployer(sql);
    await sql`update organisations set legal_name = 'Tuinderij Opheusden' where id = ${employer.organisationId}`;
    const { applicationId } = await aFiledApplication(sql, { actor: employer });
    await sql`insert into organisations (kvk_number, legal_name) select lpad(i::text, 8, '0'), 'Tuinderijen Kesteren BV' from generate_series(1, 2100) i`;
    const shown = async (zoek: string) => {
      const { items, tooMany } = await ask({ zoek });
      return { ids: items.map(({ id }) => id), tooMany };
    };
    expect(await shown("tuinderij")).toEqual({ ids: [applicationId], tooMany: true });
    expect(await shown("tuin ophe")).toEqual({ ids: [applicationId], tooMany: false });
    expect(await shown("tuinderijen kest bv")).toEqual({ ids: [], tooMany: true });
    expect(await shown("tuin xyzzy")).toEqual({ ids: [], tooMany: false });
  });

  test("is empty for employers and visitors", async () => {
    const { actor } = await aFiledApplication(sql);
    const rows = await asActor(actor, (tx) => tx.select().from(workItems));
    expect(rows).toEqual([]);
  });
});

describe("pages", () => {
  const MANY = 63;
  beforeAll(async () => {
    const { actor, windowId, applicationId } = await aFiledApplication(sql, { scheme: "startbaan" });
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into applications (organisation_id, window_id, scheme, line_id, year, rules_version, state, version, answers, reference,
          case_number, submitted_at, rank_day, requested_cents, started_by)
        select ${actor.organisationId}, ${windowId}, 'startbaan', line_id, 1990, rules_version, 'withdrawn', 3, '', 'old-' || i, 900000 + i,
          portal_now(), '1990-01-01'::date + (i % 3), 1, started_by
        from applications, generate_series(1, ${MANY}) i where id = ${applicationId}`;
      await tx`insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id, employer,
          rank_day, due_on, requested_cents, changed_at)
        select id, reference, case_number, organisation_id, window_id, case when case_number % 2 = 0 then 'lowered' else 'not_treated' end,
          '00000000-0000-0000-0000-000000000000', 'naam ' || case_number % 4, rank_day, rank_day + (case_number % 5)::int,
          case_number % 7, date_trunc('milliseconds', portal_now()) - (case_number % 6) * interval '1 hour'
        from applications where year = 1990`;
    });
  });

  const KEY = {
    rangdag: ({ rankDay }: CaseItem) => rankDay,
    termijn: ({ dueOn }: CaseItem) => dueOn,
    bedrag: ({ requestedCents }: CaseItem) => String(requestedCents).padStart(9, "0"),
    werkgever: ({ caseNumber }: CaseItem) => String(caseNumber % 4),
    wijziging: ({ changedAt }: CaseItem) => changedAt.toISOString(),
  };

  async function walk(
    start: Words,
    step: (words: Words) => Promise<Words | undefined>,
  ): Promise<CaseItem[][]> {
    const pages: CaseItem[][] = [];
    for (let words: Words | undefined = start; words; words = await step(words)) {
      pages.push((await listCases(auditor, words)).items);
      expect(pages.length).toBeLessThan(10);
    }
    return pages;
  }

  test.each(SORTS.flatMap((sort) => [[sort, ""] as const, [sort, "ja"] as const]))(
    "by %s %s follow each other without a gap or a repetition, forwards and backwards",
    async (sort, af) => {
      const start = readWords({ toon: "besloten", op: sort, af }, auditor);
      let last = start;
      const forward = await walk(start, async (words) => {
        last = words;
        const { next } = await listCases(auditor, words);
        return next && { ...fromTheStart(words), na: placeText(next) };
      });
      const seen = forward.flat();
      expect(new Set(seen.map(({ id }) => id)).size).toBe(MANY);
      const order = seen.map((item) => `${KEY[sort](item)} ${item.caseNumber}`);
      expect(order).toEqual(af ? order.toSorted().reverse() : order.toSorted());
      const backward = await walk(last, async (words) => {
        const { previous } = await listCases(auditor, words);
        return previous && { ...fromTheStart(words), voor: placeText(previous) };
      });
      expect(backward.reverse().flat().slice(-MANY)).toEqual(seen.slice(-backward.flat().length));
      expect(backward.flat().length).toBe(MANY);
    },
  );
});

describe("the workload", () => {
  test("is counted per handler and for cases without one", async () => {
    const loads = await workload(auditor);
    expect(loads.find(({ id }) => id === reviewer.personId)).toMatchObject({
      review: 1,
      proposed: 1,
      late: 0,
    });
    expect(loads.at(-1)).toMatchObject({ id: null, name: null });
    expect(loads.at(-1)?.unclaimed).toBeGreaterThanOrEqual(2);
  });

  test("names the reviewers and no one else", async () => {
    const { handlers, windows } = await listChoices(auditor);
    expect(handlers.map(({ id }) => id)).toContain(reviewer.personId);
    expect(handlers.map(({ id }) => id)).not.toContain(auditor.personId);
    expect(windows.map(({ id }) => id)).toContain(startbaanWindow);
  });
});
