import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { planOnce, readAs, type Tx } from "@/db/client";
import { organisations, people, windows, workItems } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { NOBODY } from "@/lib/cases/assignment";
import { type CaseFilter, filterOf, type Paging, type Place, placeOf } from "@/lib/cases/case-list";
import type { Sort, Words } from "@/lib/cases/list-words";
import type { Search } from "@/lib/cases/search";
import { type Day, dayOf } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import type { State } from "@/lib/vocabulary/lifecycle";
import type { Scheme } from "@/lib/vocabulary/scheme";

const PAGE_SIZE = 25;
/** Most employers of one name whose applications are listed; with more the list says so. */
const MOST_EMPLOYERS = 50;

export type CaseItem = {
  id: string;
  reference: string;
  caseNumber: number;
  employer: string;
  kvkNumber: string;
  scheme: Scheme;
  state: State;
  assignee: string | null;
  isMine: boolean;
  rankDay: Day;
  dueOn: Day;
  requestedCents: Cents;
  changedAt: Date;
  trajectories: number;
  women: number;
  attention: string[];
};

export type CaseList = {
  items: CaseItem[];
  /** Positions of the next page and the previous one; absent at either end. */
  next?: Place;
  previous?: Place;
  today: Day;
  /** Not every employer that matches this name was read. */
  tooMany: boolean;
};

/**
 * One page of filed applications with these filters. Reads at most a page per window and state, each from its own
 * index, and never counts or sums a table, so that a million applications read as fast as ten thousand.
 */
export function listCases(actor: Staff, words: Words): Promise<CaseList> {
  return readAs(actor, async (tx, now) => {
    const [, page] = await Promise.all([planOnce(tx), readPage(tx, actor, words, dayOf(now))]);
    return page;
  });
}

async function readPage(tx: Tx, actor: Staff, words: Words, today: Day): Promise<CaseList> {
  const filter = filterOf(words, actor, today);
  const paging = { after: placeOf(filter.sort, words.na), before: placeOf(filter.sort, words.voor) };
  const found = filter.search && (await employersOf(tx, filter.search));
  if (found?.ids.length === 0) return { items: [], today, tooMany: found.tooMany };
  const { rows } = await tx.execute<Row>(pageOf(filter, paging, found));
  return { ...pageFrom(rows, paging), today, tooMany: found?.tooMany ?? false };
}

type Found = { ids: string[]; tooMany: boolean; itself?: SQL };

/** The employers to search for; a reference or case number is looked up directly. */
async function employersOf(tx: Tx, search: Search): Promise<Found> {
  switch (search.kind) {
    case "reference":
      return { ids: [NOBODY], tooMany: false, itself: sql`i.reference = ${search.reference}` };
    case "case-number":
      return { ids: [NOBODY], tooMany: false, itself: sql`i.case_number = ${search.caseNumber}::bigint` };
    case "employer": {
      const { rows } = await tx.execute<{ id: string }>(
        sql`select ${organisations.id} from ${organisations} where ${organisations.kvkNumber} = ${search.kvkNumber}`,
      );
      return { ids: rows.map(({ id }) => id), tooMany: false };
    }
    case "name": {
      const {
        rows: [row],
      } = await tx.execute<{ ids: string[]; is_all: boolean }>(
        sql`select ids, is_all from employers_named(${search.words}, ${MOST_EMPLOYERS}::integer)`,
      );
      return { ids: row?.ids ?? [], tooMany: row?.is_all === false };
    }
  }
}

/** The column and type of each sort key; each has an index. */
const KEYS: Record<Sort, { column: SQL; type: SQL }> = {
  rangdag: { column: sql`i.rank_day`, type: sql`date` },
  termijn: { column: sql`i.due_on`, type: sql`date` },
  bedrag: { column: sql`i.requested_cents`, type: sql`bigint` },
  werkgever: { column: sql`i.employer`, type: sql`text` },
  wijziging: { column: sql`i.changed_at`, type: sql`timestamptz` },
};

type Row = Omit<CaseItem, "changedAt" | "caseNumber" | "requestedCents"> & {
  caseNumber: string;
  requestedCents: string;
  changedAt: string;
  key: string;
};

/** One row more than a page, read from the index, and then joined with what is shown. */
function pageOf(filter: CaseFilter, { after, before }: Paging, found: Found | undefined): SQL {
  const { column, type } = KEYS[filter.sort];
  const backwards = after === undefined && before !== undefined;
  const down = filter.descending !== backwards;
  const order = (key: SQL) => (down ? sql`${key} desc, i.case_number desc` : sql`${key}, i.case_number`);
  const place = after ?? before;
  const from =
    place &&
    sql`(${column}, i.case_number) ${down ? sql`<` : sql`>`} (${place.key}::${type}, ${place.caseNumber}::bigint)`;
  const conditions = [...residues(filter), ...(from ? [from] : [])];
  const page = (which: SQL) => sql`
    select i.*, ${column} as key from ${workItems} i
    where ${sql.join([which, ...conditions], sql` and `)} order by ${order(column)} limit ${PAGE_SIZE + 1}`;
  return sql`
    select i.application_id as id, i.reference, i.case_number as "caseNumber", o.legal_name as employer,
      o.kvk_number as "kvkNumber", w.scheme, i.state, p.name as assignee, i.assignee_id = app_person() as "isMine",
      i.rank_day as "rankDay", i.due_on as "dueOn", i.requested_cents as "requestedCents",
      to_char(i.changed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt", i.trajectories, i.women, i.attention,
      ${filter.sort === "wijziging" ? sql`to_char(i.key, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql`i.key::text`} as key
    from (${found ? page(ofEmployers(filter, found)) : perBranch(filter, page, order)}) i
      join ${organisations} o on o.id = i.organisation_id join ${windows} w on w.id = i.window_id
      left join ${people} p on p.id = i.assignee_id
    order by ${order(sql`i.key`)}`;
}

const list = (values: readonly string[], type: SQL) =>
  sql.join(
    values.map((value) => sql`(${value}::${type})`),
    sql`, `,
  );

const ofEmployers = ({ states }: CaseFilter, { ids, itself }: Found): SQL => sql`
  ${itself ?? sql`i.organisation_id in (${list(ids, sql`uuid`)})`} and i.state in (${list(states, sql`text`)})`;

/**
 * The first page of each branch, merged into one page. A branch is a window and state, or a state of one official: one
 * range of one index, in order.
 */
function perBranch(filter: CaseFilter, page: (which: SQL) => SQL, order: (key: SQL) => SQL): SQL {
  const states = sql`(values ${list(filter.states, sql`text`)}) s (state)`;
  const { assigneeId, scheme, windowId } = filter;
  const chosen = [
    scheme && sql`w.scheme = ${scheme}`,
    windowId !== undefined && sql`w.id = ${windowId}`,
  ].filter((condition) => condition !== false && condition !== undefined);
  const among = chosen.length > 0 ? sql`where ${sql.join(chosen, sql` and `)}` : sql``;
  const handler = assigneeId === undefined ? undefined : (assigneeId ?? NOBODY);
  const [source, which] = handler
    ? [
        states,
        sql`i.assignee_id = ${handler}::uuid and i.state = s.state
          ${chosen.length > 0 ? sql`and i.window_id in (select w.id from ${windows} w ${among})` : sql``}`,
      ]
    : [
        sql`(select w.id from ${windows} w ${among}) w cross join ${states}`,
        sql`i.window_id = w.id and i.state = s.state`,
      ];
  return sql`select i.* from ${source} cross join lateral (${page(which)}) i
    order by ${order(sql`i.key`)} limit ${PAGE_SIZE + 1}`;
}

/** The other filters: so common, or so few rows, that checking each row is quick. */
function residues({ track, hasAttention, due, search, scheme, windowId, assigneeId }: CaseFilter): SQL[] {
  const all = [
    track === "women" && sql`i.women > 0`,
    track === "general" && sql`i.trajectories > i.women`,
    hasAttention === true && sql`i.has_attention`,
    hasAttention === false && sql`not i.has_attention`,
    due?.from && sql`i.due_on >= ${due.from}::date`,
    due?.until && sql`i.due_on <= ${due.until}::date`,
    search && scheme && sql`i.window_id in (select w.id from ${windows} w where w.scheme = ${scheme})`,
    search && windowId && sql`i.window_id = ${windowId}`,
    search && assigneeId !== undefined && sql`i.assignee_id = ${assigneeId ?? NOBODY}::uuid`,
  ];
  return all.filter((condition) => typeof condition === "object");
}

/** The rows in reading order, and the positions at either side. */
function pageFrom(rows: readonly Row[], { after, before }: Paging) {
  const backwards = after === undefined && before !== undefined;
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const placeAt = (row: Row | undefined): Place | undefined =>
    row && { key: row.key, caseNumber: Number(row.caseNumber) };
  return {
    items: shown.map(({ key: _, ...row }) => ({
      ...row,
      caseNumber: Number(row.caseNumber),
      requestedCents: Number(row.requestedCents) as Cents,
      changedAt: new Date(row.changedAt),
    })),
    next: more || backwards ? placeAt(shown.at(-1)) : undefined,
    previous: (backwards ? more : after !== undefined) ? placeAt(shown[0]) : undefined,
  };
}
