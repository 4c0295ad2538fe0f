/**
 * The invariants, each as one query for the rows that break it: `what` names the row, `found` what is wrong with it.
 * The auditor's page, `npm run verify-ledger` and the tests run the same queries.
 */
export type Invariant = { id: InvariantId; query: string };

export const INVARIANT_IDS = [
  "within_ceiling",
  "ledger_adds_up",
  "decisions_add_up",
  "append_only",
  "one_event_per_move",
  "references",
  "one_effect",
  "rank_day",
  "chain",
  "four_eyes",
  "own_rows",
  "own_ceiling",
  "reserve_ends",
  "numbers_end",
] as const;
export type InvariantId = (typeof INVARIANT_IDS)[number];

/** The invariant of the architecture page that a check belongs to. */
export const NUMBERS: Record<InvariantId, string> = {
  within_ceiling: "I1",
  ledger_adds_up: "I2",
  decisions_add_up: "I2",
  append_only: "I3",
  one_event_per_move: "I4",
  references: "I5",
  one_effect: "I6",
  rank_day: "I7",
  chain: "I8",
  four_eyes: "I9",
  own_rows: "I10",
  own_ceiling: "I11",
  reserve_ends: "I12",
  numbers_end: "I13",
};

const QUERIES: Record<InvariantId, string> = {
  within_ceiling: `
    select line_id || ' ' || year as what, 'committed ' || committed_cents || ', reserved ' || reserved_cents
      || ', ceiling ' || greatest(ceiling_cents, owed_cents) as found
    from ceilings
    where committed_cents < 0 or reserved_cents < 0 or objection_cents < 0
      or committed_cents + reserved_cents > greatest(ceiling_cents, owed_cents)`,

  ledger_adds_up: `
    with sums as (
      select line, e.year, coalesce(sum(e.amount_cents) filter (where e.kind <> 'objection'), 0) as committed,
        coalesce(sum(e.amount_cents) filter (where e.kind = 'objection'), 0) as objection
      from ledger_entries e join budget_lines b on b.id = e.line_id cross join unnest(b.path) line
      group by line, e.year
    )
    select coalesce(c.line_id, s.line) || ' ' || coalesce(c.year, s.year) as what,
      'counted ' || coalesce(c.committed_cents, 0) || ' and ' || coalesce(c.objection_cents, 0)
      || ', booked ' || coalesce(s.committed, 0) || ' and ' || coalesce(s.objection, 0) as found
    from ceilings c full join sums s on s.line = c.line_id and s.year = c.year
    where coalesce(c.committed_cents, 0) <> coalesce(s.committed, 0)
      or coalesce(c.objection_cents, 0) <> coalesce(s.objection, 0)`,

  decisions_add_up: `
    with newest as materialized (
      select distinct on (application_id) application_id, amount_cents, lines from decisions
      order by application_id, application_version desc
    ), granted as (
      select application_id, (line ->> 'trajectory')::integer as trajectory, sum((line ->> 'amountCents')::bigint) as cents
      from newest cross join jsonb_array_elements(lines) line group by 1, 2
    ), booked as (
      select application_id, trajectory, sum(amount_cents) as cents from ledger_entries group by 1, 2 having sum(amount_cents) <> 0
    )
    select coalesce(a.reference, w.application_id::text) as what, w.found
    from (
      select coalesce(g.application_id, b.application_id) as application_id, 'trajectory ' || coalesce(g.trajectory, b.trajectory)
        || ': granted ' || coalesce(g.cents, 0) || ', booked ' || coalesce(b.cents, 0) as found
      from granted g full join booked b on b.application_id = g.application_id and b.trajectory = g.trajectory
      where coalesce(g.cents, 0) <> coalesce(b.cents, 0)
      union all
      select n.application_id, 'awarded ' || coalesce(p.awarded_cents, 0) || ', decided ' || n.amount_cents
      from newest n join applications p on p.id = n.application_id where p.awarded_cents is distinct from n.amount_cents
      union all
      select p.id, 'awarded ' || p.awarded_cents || ' without a decision' from applications p
      where p.awarded_cents <> 0 and not exists (select from newest n where n.application_id = p.id)
    ) w left join applications a on a.id = w.application_id`,

  own_ceiling: `
    select coalesce(a.reference, e.application_id::text) as what,
      'booked on ' || e.line_id || ' ' || e.year || ', its window divides ' || w.line_id || ' ' || w.year as found
    from ledger_entries e join budget_lines l on l.id = e.line_id
    join applications a on a.id = e.application_id join windows w on w.id = a.window_id
    where e.year <> w.year or not (e.line_id = w.line_id or (l.parent_id = w.line_id and l.earmark is not null))
    union all
    select 'draw ' || d.day, 'holds an application of another ceiling' from lots o join draws d on d.id = o.draw_id
    join applications a on a.id = o.application_id where (a.line_id, a.year) <> (d.line_id, d.year)`,

  reserve_ends: `
    select a.reference as what, 'has a place on the reserve list, which ended on ' || reserve_ends_on(a) as found
    from applications a
    where a.state = 'reserve_list' and reserve_ends_on(a) < legal_today() and reserve_place(a.id) is not null
    union all
    select a.reference, 'joined the reserve list on ' || legal_day(e.at) || ', which ended on ' || (e.payload ->> 'endsOn')
    from events e join applications a on a.id = e.application_id
    where e.type = 'application.reserve' and (e.payload ->> 'endsOn')::date < legal_day(e.at)`,

  numbers_end: `
    select coalesce(a.reference, a.id::text) as what, 'number kept past ' || n.destroy_on as found
    from person_numbers n join applications a on a.id = n.application_id
    where n.destroyed_at is null and n.destroy_on < legal_today()
    union all
    select coalesce(a.reference, a.id::text), 'number kept without a base in its rules'
    from person_numbers n join applications a on a.id = n.application_id
    where n.destroyed_at is null and not exists (select from number_term(n.application_id))
    union all
    select coalesce(a.reference, a.id::text), 'number destroyed without an event'
    from (select application_id, count(*) as gone from person_numbers where destroyed_at is not null group by 1) n
    join applications a on a.id = n.application_id
    where a.state <> 'draft' and n.gone > (select count(*) from events e
      where e.application_id = n.application_id and e.type = 'person-number.destroy')`,

  append_only: `
    select t.name as what, 'can be changed' as found
    from unnest(array['events', 'ledger_entries', 'decisions', 'lots', 'windows', 'rules_versions']) t (name)
    where has_table_privilege('portal_app', t.name, 'update') or has_table_privilege('portal_app', t.name, 'delete')
      or has_table_privilege('portal_app', t.name, 'truncate')
      or not exists (select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
        where g.tgrelid = t.name::regclass and p.proname = 'refuse_change' and g.tgenabled in ('O', 'A'))`,

  one_event_per_move: `
    select coalesce(a.reference, a.id::text) as what,
      'version ' || a.version || ' with ' || coalesce(e.counted, 0) || ' events, state ' || a.state as found
    from applications a
    left join (select application_id, count(*) as counted, max(application_version) as last from events
      where application_version is not null group by application_id) e on e.application_id = a.id
    left join events l on l.application_id = a.id and l.application_version = e.last
    where coalesce(e.counted, 0) <> a.version or e.last <> a.version
      or (a.state <> 'draft' and not exists (select from moves m where 'application.' || m.name = l.type and m."to" = a.state))`,

  references: `
    select coalesce(e.payload ->> 'reference', a.reference, a.id::text) as what, 'told once, and not there once' as found
    from (select application_id, payload from events where type = 'application.submit') e
    full join (select id, reference from applications where state <> 'draft') a on a.id = e.application_id
    where e.payload ->> 'reference' is distinct from a.reference
    union all
    select reference, 'more than once' from applications where reference is not null group by reference having count(*) > 1`,

  one_effect: `
    select what, 'more than once' as found from (
      select 'filed ' || application_id as what from events where type = 'application.submit' group by application_id having count(*) > 1
      union all
      select 'decided ' || application_id from decisions group by application_id, application_version having count(*) > 1
      union all
      select 'proposed ' || application_id from proposals where returned_by is null group by application_id, application_version having count(*) > 1
    ) twice`,

  rank_day: `
    select a.reference as what, 'rank day ' || a.rank_day || ', complete on ' || e.day as found
    from applications a
    join (select application_id, max(legal_day(at)) as day, min(legal_day(at)) as first from events
      where type in ('application.submit', 'application.complete') group by application_id) e on e.application_id = a.id
    left join (select id, legal_day(closes_at) as day from windows
      where distribution = 'window_lottery') l on l.id = a.window_id
    where a.state <> 'draft' and (a.rank_day > greatest(e.day, l.day) or a.rank_day < greatest(e.first, l.day))`,

  chain: `select stream || ' ' || number as what, problem as found from broken_streams()`,

  four_eyes: `
    select coalesce(a.reference, d.application_id::text) as what,
      case when d.decided_by = d.proposed_by then 'proposed and decided by one' else 'decided by who changed a ceiling' end as found
    from decisions d join applications a on a.id = d.application_id
    where d.decided_by = d.proposed_by or exists (select from ceiling_changes c
      where (d.decided_by = c.proposed_by and c.proposed_at < d.decided_at) or (d.decided_by = c.confirmed_by and c.confirmed_at < d.decided_at))`,

  own_rows: `
    select c.relname as what, 'not closed' as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
    union all
    select 'trajectory ' || t.number || ' of ' || a.reference, 'another employer' from trajectories t
      join applications a on a.id = t.application_id where t.organisation_id <> a.organisation_id
    union all
    select 'decision on ' || a.reference, 'another employer' from decisions d
      join applications a on a.id = d.application_id where d.organisation_id <> a.organisation_id
    union all
    select e.stream || ' ' || e.number, 'another employer' from events e
      join applications a on a.id = e.application_id where e.organisation_id <> a.organisation_id`,
};

export const INVARIANTS: readonly Invariant[] = INVARIANT_IDS.map((id) => ({ id, query: QUERIES[id] }));

/** The query for at most five of the rows that break an invariant, each with their total number. */
export const firstBreaches = ({ query }: Invariant): string =>
  `select what, found, (count(*) over ())::int as n from (${query}) broken order by what limit 5`;
