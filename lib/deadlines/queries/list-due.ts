import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { planOnce, readAs, type Tx } from "@/db/client";
import {
  applications,
  completionRequests,
  defaultNotices,
  intentions,
  letters,
  organisations,
  people,
  proposals,
  suspensions,
  windows,
  workItems,
} from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { GRACE_DAYS } from "@/lib/calendar/default-notice";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { DUE_KINDS, type DueFilter, type DueKind, type DuePlace } from "@/lib/deadlines/overview";
import { type State, UNDECIDED } from "@/lib/vocabulary/lifecycle";
import type { Scheme } from "@/lib/vocabulary/scheme";

const PAGE_SIZE = 25;
/** Four weeks, and as many days as holidays can add to them. */
const NOT_TREAT_DAYS = 28 + 7;

export type DueItem = {
  id: string;
  reference: string;
  employer: string;
  scheme: Scheme;
  state: State;
  assignee: string | null;
  isMine: boolean;
  kind: DueKind;
  dueOn: Day;
};

export type DueList = { items: DueItem[]; today: Day; next?: DuePlace };

/**
 * One page of what falls due, the earliest first. Each kind is read from the front of its own index and no further than
 * a page, so that a million applications read as fast as ten thousand.
 */
export function listDue(actor: Staff, filter: DueFilter): Promise<DueList> {
  return readAs(actor, async (tx, now) => {
    const [, page] = await Promise.all([planOnce(tx), readPage(tx, actor, filter, dayOf(now))]);
    return page;
  });
}

async function readPage(tx: Tx, actor: Staff, filter: DueFilter, today: Day): Promise<DueList> {
  const kinds = DUE_KINDS.filter((kind) => filter.kind === undefined || filter.kind === kind);
  const branches = kinds.map((kind) => sql`(${BRANCHES[kind]({ ...filter, actor, today })})`);
  const { rows } = await tx.execute<DueItem & { key: string }>(sql`
    select d.application_id as id, i.reference, o.legal_name as employer, w.scheme, i.state, p.name as assignee,
      i.assignee_id = app_person() as "isMine", d.kind, d.due_on::text as "dueOn", d.key
    from (select * from (${sql.join(branches, sql` union all `)}) b order by b.due_on, b.kind, b.key limit ${PAGE_SIZE + 1}) d
      join ${workItems} i on i.application_id = d.application_id
      join ${organisations} o on o.id = i.organisation_id join ${windows} w on w.id = i.window_id
      left join ${people} p on p.id = i.assignee_id
    order by d.due_on, d.kind, d.key`);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ key: _, ...item }) => item),
    today,
    ...(last && { next: { dueOn: last.dueOn, kind: last.kind, key: last.key } }),
  };
}

type Asked = DueFilter & { actor: Staff; today: Day };
type Branch = (asked: Asked) => SQL;

const BRANCHES: Record<DueKind, Branch> = {
  decision: decisions,
  completion: ({ today: _, ...asked }) =>
    page("completion", asked, {
      from: sql`${completionRequests} r`,
      where: sql`r.ended_on is null`,
      dueOn: sql`r.due_on`,
      row: sql`r`,
    }),
  response: ({ today: _, ...asked }) =>
    page("response", asked, {
      from: sql`${intentions} r`,
      where: sql`r.responded_at is null and r.lapsed_at is null and r.dropped_at is null and (r.kind = 'lowering'
        or exists (select from ${workItems} i where i.application_id = r.application_id and i.state = 'refusal_intended'))`,
      dueOn: sql`r.until_on`,
      row: sql`r`,
    }),
  lowering: ({ today: _, ...asked }) =>
    page("lowering", asked, {
      from: sql`${intentions} r`,
      where: sql`r.kind = 'lowering' and r.dropped_at is null and (r.responded_at is not null or r.lapsed_at is not null)
        and exists (select from ${applications} a where a.id = r.application_id and a.version = r.application_version)
        and not exists (select from ${proposals} p where p.application_id = r.application_id
          and p.application_version = r.application_version and p.returned_by is null)`,
      dueOn: sql`r.until_on`,
      row: sql`r`,
    }),
  not_treat: ({ today, ...asked }) =>
    page("not_treat", asked, {
      from: sql`(select r.id, r.application_id, end_of_weeks(r.ended_on, 4) as until_on from ${completionRequests} r
        join ${workItems} i on i.application_id = r.application_id
        where r."end" = 'lapsed' and r.ended_on >= ${addDays(today, -NOT_TREAT_DAYS)}::date and i.state in ('in_review', 'proposed')
          and not exists (select from ${completionRequests} n where n.application_id = r.application_id
            and n.application_version > r.application_version)) r`,
      where: sql`r.until_on >= ${today}::date`,
      dueOn: sql`r.until_on`,
      row: sql`r`,
    }),
  reserve: ({ today: _, ...asked }) =>
    page("reserve", asked, {
      from: sql`(select a.id, a.id as application_id, reserve_ends_on(a) as until_on from ${workItems} i
        join ${applications} a on a.id = i.application_id join ${windows} w on w.id = i.window_id
        where i.state = 'reserve_list' and (w.reserve_until < i.due_on or exists (select from ${suspensions} s
          where s.application_id = i.application_id and s.ground = 'wait'))) r`,
      where: sql`true`,
      dueOn: sql`r.until_on`,
      row: sql`r`,
    }),
  suspension: ({ today, ...asked }) =>
    page("suspension", asked, {
      from: sql`${suspensions} r`,
      where: sql`r.ended_on is null and r.resumes_on >= ${today}::date and exists (select from ${applications} a
        where a.id = r.application_id and is_undecided(a.state))`,
      dueOn: sql`r.resumes_on`,
      row: sql`r`,
    }),
  penalty: ({ today: _, ...asked }) =>
    page("penalty", asked, {
      from: sql`(select n.id, n.application_id, n.received_on + ${GRACE_DAYS}::integer as until_on from ${defaultNotices} n
        join ${workItems} i on i.application_id = n.application_id and i.due_on = n.due_on and i.state in (${sql.join(
          UNDECIDED.map((state) => sql`${state}::text`),
          sql`, `,
        )})) r`,
      where: sql`true`,
      dueOn: sql`r.until_on`,
      row: sql`r`,
    }),
  objection: ({ today, ...asked }) =>
    page("objection", asked, {
      from: sql`${letters} r`,
      where: sql`r.object_until >= ${today}::date and not exists (select from ${letters} n
        where n.application_id = r.application_id and n.object_until is not null and n.published_at > r.published_at)`,
      dueOn: sql`r.object_until`,
      row: sql`r`,
    }),
};

type Source = { from: SQL; where: SQL; dueOn: SQL; row: SQL };

/** The first page of one kind, in order of day and, within a day, of its key. */
function page(kind: DueKind, { after, isMine, actor }: Omit<Asked, "today">, it: Source): SQL {
  const conditions = [
    it.where,
    ...(after ? [beyond(kind, after, it.dueOn, sql`${it.row}.id`, sql`uuid`)] : []),
    ...(isMine
      ? [
          sql`${it.row}.application_id in (select a.id from ${applications} a where a.assignee_id = ${actor.personId}::uuid)`,
        ]
      : []),
  ];
  return sql`select ${it.row}.application_id, ${kind}::text as kind, ${it.dueOn} as due_on, ${it.row}.id::text as key
    from ${it.from} where ${sql.join(conditions, sql` and `)} order by ${it.dueOn}, ${it.row}.id limit ${PAGE_SIZE + 1}`;
}

/** After a position: later days, on that day the kinds that follow, and of its own kind the keys after it. */
function beyond(kind: DueKind, after: DuePlace, dueOn: SQL, key: SQL, type: SQL): SQL {
  if (kind > after.kind) return sql`${dueOn} >= ${after.dueOn}::date`;
  if (kind < after.kind) return sql`${dueOn} > ${after.dueOn}::date`;
  return sql`(${dueOn}, ${key}) > (${after.dueOn}::date, ${after.key}::${type})`;
}

const KEY_DIGITS = 15;

/** Decisions come from the work list: one range of an index per window and state, or per state of one official. */
function decisions({ after, isMine, actor }: Asked): SQL {
  const states = sql.join(
    UNDECIDED.map((state) => sql`(${state}::text)`),
    sql`, `,
  );
  const place =
    after && sql` and ${beyond("decision", after, sql`i.due_on`, sql`i.case_number`, sql`bigint`)}`;
  const [source, which] = isMine
    ? [sql`(values ${states}) s (state)`, sql`i.assignee_id = ${actor.personId}::uuid`]
    : [sql`${windows} w cross join (values ${states}) s (state)`, sql`i.window_id = w.id`];
  return sql`select i.application_id, 'decision'::text as kind, i.due_on, lpad(i.case_number::text, ${KEY_DIGITS}, '0') as key
    from ${source} cross join lateral (select i.* from ${workItems} i where ${which} and i.state = s.state${place ?? sql``}
      order by i.due_on, i.case_number limit ${PAGE_SIZE + 1}) i
    order by i.due_on, i.case_number limit ${PAGE_SIZE + 1}`;
}
