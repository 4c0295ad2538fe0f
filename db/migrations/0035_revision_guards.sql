-- Volatile, so that it looks again after waiting for the lock of a ceiling. Who filed at the very moment that a ceiling
-- was lowered filed before it; without a moment the ceiling is the one that is published now.
create or replace function ceiling_for(p_line text, p_year integer, p_filed timestamptz) returns bigint volatile language sql as $$
  select greatest(c.ceiling_cents, (select max(h.from_cents) from ceiling_changes h
    where c.owed_cents is not null and h.line_id = c.line_id and h.year = c.year and h.confirmed_at >= p_filed))
  from ceilings c where c.line_id = p_line and c.year = p_year $$;
--> statement-breakpoint
-- What is tied for an application is what its newest decision says, whatever was tied and set free before.
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
create or replace function count_entries() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare per_year record; wanted integer; counted integer;
begin
  for per_year in select year, array_agg(distinct line_id) as lines from added group by year order by year loop
    perform lock_ceilings(per_year.lines, per_year.year);
    with totals as materialized (
      select line, coalesce(sum(a.amount_cents) filter (where a.kind <> 'objection'), 0)::bigint as cents,
        coalesce(sum(a.amount_cents) filter (where a.kind = 'objection'), 0)::bigint as objection
      from added a join budget_lines b on b.id = a.line_id cross join unnest(b.path) line
      where a.year = per_year.year group by line
    ), counted_rows as (
      update ceilings c set
        committed_cents = c.committed_cents + t.cents,
        objection_cents = c.objection_cents + t.objection,
        reserved_cents = (
          select coalesce(sum(greatest(e.ceiling_cents - e.committed_cents - coalesce(te.cents, 0), 0)), 0)
          from budget_lines l join ceilings e on e.line_id = l.id and e.year = per_year.year
          left join totals te on te.line = l.id
          where l.parent_id = c.line_id and l.earmark is not null
            and (e.releases_on is null or e.releases_on > (portal_now() at time zone 'Europe/Amsterdam')::date))
      from totals t where c.line_id = t.line and c.year = per_year.year
      returning 1
    ) select (select count(*) from totals), (select count(*) from counted_rows) into wanted, counted;
    if wanted <> counted then
      raise exception 'no ceiling for a line in %', per_year.year using errcode = 'check_violation', constraint = 'ceilings_exist';
    end if;
    if exists (select from ceilings c join budget_lines b on c.line_id = any (b.path)
        where b.id = any (per_year.lines) and c.year = per_year.year and c.owed_cents > c.ceiling_cents
          and c.committed_cents + c.reserved_cents > c.ceiling_cents)
      and exists (select from added a join budget_lines b on b.id = a.line_id cross join unnest(b.path) line
        join ceilings c on c.line_id = line and c.year = a.year
        left join applications p on p.id = a.application_id
        where a.year = per_year.year and a.kind = 'commitment'
          and c.committed_cents + c.reserved_cents > ceiling_for(line, a.year, p.submitted_at))
    then
      raise exception 'filed after the ceiling was lowered' using errcode = 'check_violation', constraint = 'ceilings_lowered_for_later';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create or replace function decision_adds_up() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from decisions d where d.application_id = new.application_id and d.application_version > new.application_version)
    and (select coalesce(sum(amount_cents), 0) from ledger_entries where application_id = new.application_id) <> new.amount_cents
  then
    raise exception 'decision % and the ledger entries of its application differ', new.id using errcode = 'check_violation', constraint = 'decisions_add_up';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- After an objection someone else decides than who decided first (Awb 10:3).
create function guard_objection() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'objection' and new.amount_cents > 0 and exists (select from decisions d
      where d.application_id = new.application_id and d.id <> new.decision_id and d.decided_by = new.by_person_id) then
    raise exception 'decided on the first decision as well' using errcode = 'check_violation', constraint = 'objection_by_another';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- What was free on every line of the path for this application at the moment of its first decision; the least of them
-- counts (Awb 4:25(3)). Null when a line had no ceiling.
create function free_at_first_decision(p_application uuid, p_leaf text) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  with first as (
    select d.decided_at as at, extract(year from d.decided_on)::integer as year, a.submitted_at from decisions d
    join applications a on a.id = d.application_id where d.application_id = p_application order by d.application_version limit 1
  ), path as (select unnest(path) as line from budget_lines where id = p_leaf)
  select case when bool_and(c.line_id is not null) then min(greatest(
      coalesce((select h.from_cents from ceiling_changes h where h.line_id = p.line and h.year = f.year and h.confirmed_at > f.at
        order by h.confirmed_at limit 1), c.ceiling_cents),
      (select max(h.from_cents) from ceiling_changes h where h.line_id = p.line and h.year = f.year
        and h.confirmed_at >= f.submitted_at and h.confirmed_at <= f.at))
    - (select coalesce(sum(e.amount_cents), 0) from ledger_entries e join budget_lines b on b.id = e.line_id
        where p.line = any (b.path) and e.year = f.year and e.kind <> 'objection' and e.at < f.at))::bigint end
  from first f cross join path p left join ceilings c on c.line_id = p.line and c.year = f.year
  where app_kind() = 'staff' $$;
--> statement-breakpoint
revoke execute on function free_at_first_decision(uuid, text) from public;
--> statement-breakpoint
grant execute on function free_at_first_decision(uuid, text) to portal_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger ledger_entries_objection before insert on ledger_entries for each row execute function guard_objection();
--> statement-breakpoint
revoke create on schema public from portal_engine;
