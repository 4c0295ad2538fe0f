-- The tree: the path of a line is the line itself and its ancestors, and never changes.
create or replace function budget_line_path() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.path := array[new.id] || coalesce((select path from budget_lines where id = new.parent_id), '{}');
  return new;
end $$;

create trigger budget_line_path before insert on budget_lines for each row execute function budget_line_path();

-- The amount that a line reserves for the earmarks below it: their unused part, until each is released.
create or replace function reserved_below(p_line text, p_year integer) returns bigint stable language sql
begin atomic
  select coalesce(sum(greatest(c.ceiling_cents - c.committed_cents, 0)), 0)::bigint
  from budget_lines l join ceilings c on c.line_id = l.id and c.year = p_year
  where l.parent_id = p_line and l.earmark is not null
    and (c.releases_on is null or c.releases_on > legal_today());
end;

-- Locks the ceilings of these lines and their ancestors, updates the reserved amount and returns the rows. All
-- transactions lock leaves first, so there is no deadlock. The lock does not cover the key: a foreign key check does
-- not wait for it.
create or replace function lock_ceilings(p_lines text[], p_year integer) returns setof ceilings
  language plpgsql security definer set search_path = public, pg_temp as $$
declare affected text[];
begin
  select array_agg(distinct line) into affected from budget_lines b, unnest(b.path) line where b.id = any (p_lines);
  perform 1 from ceilings c join budget_lines b on b.id = c.line_id
    where c.line_id = any (affected) and c.year = p_year
    order by cardinality(b.path) desc, c.line_id for no key update of c;
  update ceilings c set reserved_cents = reserved_below(c.line_id, p_year)
    where c.line_id = any (affected) and c.year = p_year and c.reserved_cents <> reserved_below(c.line_id, p_year);
  return query select c.* from ceilings c where c.line_id = any (affected) and c.year = p_year;
end $$;

-- The ceiling for an application filed at p_filed: the highest that was in force since (Awb 4:27(2)). An application filed
-- at the very moment of a lowering is earlier. Without a moment it is the present ceiling. Volatile, so that it reads
-- again after waiting for a lock.
create or replace function ceiling_for(p_line text, p_year integer, p_filed timestamptz) returns bigint
  volatile language sql set search_path = public, pg_temp as $$
  select greatest(c.ceiling_cents, (select max(h.from_cents) from ceiling_changes h
    where c.owed_cents is not null and h.line_id = c.line_id and h.year = c.year and h.kind <> 'transfer'
      and h.confirmed_at >= p_filed))
  from ceilings c where c.line_id = p_line and c.year = p_year $$;

-- The part of an amount that an earmark with p_left left pays, after p_before was claimed first; the general part pays
-- the rest. allocate() in lib/budget/allocation.ts divides one award by the same rule; db/rules.db.test.ts compares
-- them.
create or replace function from_earmark(p_cents bigint, p_before bigint, p_left bigint) returns bigint
  immutable parallel safe language sql
return greatest(0, least(p_cents, p_left - p_before));

-- THE CAP. Every ledger entry counts on its line and on every ancestor, in the statement that inserts it; the CHECK
-- ceilings_committed_within_ceiling refuses an amount that does not fit. What an objection books past the ceiling
-- counts apart (Awb 4:25(3)); an application filed after a lowering is held to the lower ceiling.
create or replace function count_entries() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
            and (e.releases_on is null or e.releases_on > legal_today()))
      from totals t where c.line_id = t.line and c.year = per_year.year
      returning 1
    ) select (select count(*) from totals), (select count(*) from counted_rows) into wanted, counted;
    if wanted <> counted then
      raise exception 'no ceiling for a line in %', per_year.year
        using errcode = 'check_violation', constraint = 'ceilings_exist';
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
      raise exception 'filed after the ceiling was lowered'
        using errcode = 'check_violation', constraint = 'ceilings_lowered_for_later';
    end if;
  end loop;
  return null;
end $$;
create trigger ledger_entries_count after insert on ledger_entries
  referencing new table as added for each statement execute function count_entries();

-- After an objection money is booked past the ceiling only when the ceiling of its window has no room left (Awb 4:25(3)).
create or replace function guard_past_ceiling() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added e join applications a on a.id = e.application_id join budget_lines b on b.id = a.line_id
      where e.kind = 'objection' and e.amount_cents > 0 and not exists (
        select from unnest(b.path) line left join ceilings c on c.line_id = line and c.year = e.year
        where c.line_id is null or c.committed_cents + c.reserved_cents >= c.ceiling_cents)) then
    raise exception 'the ceiling has room left'
      using errcode = 'check_violation', constraint = 'objection_inside_first';
  end if;
  return null;
end $$;
create trigger ledger_entries_inside_first after insert on ledger_entries
  referencing new table as added for each statement execute function guard_past_ceiling();

-- An application books on the ceiling of its own window (Awb 4:27(1)): on its line or on an earmark of it, in its year.
create or replace function guard_entry_ceiling() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added e join applications a on a.id = e.application_id join budget_lines l on l.id = e.line_id
      where e.year <> a.year or not (e.line_id = a.line_id or (l.parent_id = a.line_id and l.earmark is not null))) then
    raise exception 'not the ceiling of its window' using errcode = 'check_violation', constraint = 'ledger_entries_own_ceiling';
  end if;
  return null;
end $$;
create trigger ledger_entries_own_ceiling after insert on ledger_entries
  referencing new table as added for each statement execute function guard_entry_ceiling();

-- A transfer moves money from one ceiling to another, only when no application on the first is undecided (Awb 4:27(2)).
-- The second ceiling gets a change of its own, confirmed with the first.
create or replace function transfer_between_ceilings(p_change ceiling_changes) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  amount bigint := p_change.from_cents - p_change.to_cents;
  target ceilings;
begin
  perform lock_ceilings(array[p_change.target_line_id], p_change.target_year);
  select * into target from ceilings where line_id = p_change.target_line_id and year = p_change.target_year;
  if p_change.year >= extract(year from legal_today()) or p_change.target_year < extract(year from legal_today())
    or exists (select from budget_lines l where l.id in (p_change.line_id, p_change.target_line_id)
      and (l.scheme is null or l.earmark is not null or l.municipal)) then
    raise exception 'no ceiling of a past year that applications book on'
      using errcode = 'check_violation', constraint = 'ceiling_changes_divided';
  end if;
  if exists (select from applications a
      where a.line_id = p_change.line_id and a.year = p_change.year and is_undecided(a.state)) then
    raise exception 'an application is undecided'
      using errcode = 'check_violation', constraint = 'ceiling_changes_waited_for';
  end if;
  update ceilings c set ceiling_cents = t.cents, source = p_change.publication, published_on = p_change.published_on
    from (values (p_change.line_id, p_change.year, p_change.to_cents),
      (target.line_id, target.year, target.ceiling_cents + amount)) t (line_id, year, cents)
    where c.line_id = t.line_id and c.year = t.year;
  insert into ceiling_changes (line_id, year, kind, from_cents, to_cents, target_line_id, target_year, reason,
      publication, published_on, proposed_by, proposed_at, confirmed_by, confirmed_at)
    values (target.line_id, target.year, 'receive', target.ceiling_cents, target.ceiling_cents + amount,
      p_change.line_id, p_change.year, p_change.reason, p_change.publication, p_change.published_on,
      p_change.proposed_by, p_change.proposed_at, p_change.confirmed_by, p_change.confirmed_at);
end $$;

-- One budget holder proposes a change, another confirms or rejects it, once. Confirming applies it, under the lock that
-- every grant takes.
create or replace function guard_ceiling_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare there ceilings; above text;
begin
  if tg_op = 'INSERT' and new.kind = 'receive' then
    if pg_trigger_depth() < 2 then
      raise exception 'only a transfer writes its other side'
        using errcode = 'check_violation', constraint = 'ceiling_changes_received';
    end if;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.proposed_at := portal_now();
    if num_nonnulls(new.confirmed_by, new.confirmed_at, new.rejected_by, new.rejected_at) > 0 then
      raise exception 'a change starts as a proposal'
        using errcode = 'check_violation', constraint = 'ceiling_changes_start_open';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or num_nonnulls(old.confirmed_by, old.rejected_by) > 0
      or (to_jsonb(new) - '{confirmed_by,confirmed_at,rejected_by,rejected_at}'::text[])
        <> (to_jsonb(old) - '{confirmed_by,confirmed_at,rejected_by,rejected_at}'::text[]) then
    raise exception 'a change is settled once'
      using errcode = 'restrict_violation', constraint = 'ceiling_changes_settled_once';
  end if;
  if new.rejected_by is not null then
    new.rejected_at := portal_now();
    return new;
  end if;
  new.confirmed_at := portal_now();
  if new.target_year < new.year then perform lock_ceilings(array[new.target_line_id], new.target_year); end if;
  perform lock_ceilings(array[new.line_id], new.year);
  select * into there from ceilings where line_id = new.line_id and year = new.year;
  if there.ceiling_cents is distinct from new.from_cents then
    raise exception 'the ceiling is another one now'
      using errcode = 'check_violation', constraint = 'ceiling_changes_current';
  end if;
  if new.to_cents < there.committed_cents + there.reserved_cents then
    raise exception 'below what is committed'
      using errcode = 'check_violation', constraint = 'ceilings_committed_within_ceiling';
  end if;
  if new.kind = 'set' then
    insert into ceilings (line_id, year, ceiling_cents, source, decided_by, published_on)
      values (new.line_id, new.year, new.to_cents, new.publication, 'budget_holder', new.published_on);
  elsif new.kind = 'transfer' then
    perform transfer_between_ceilings(new);
  elsif new.kind = 'release' then
    update ceilings set releases_on = new.releases_on where line_id = new.line_id and year = new.year;
  else
    update ceilings set ceiling_cents = new.to_cents, source = new.publication, published_on = new.published_on,
      owed_cents = case when new.to_cents < ceiling_cents then greatest(owed_cents, ceiling_cents) else owed_cents end
      where line_id = new.line_id and year = new.year;
  end if;
  select l.parent_id into above from budget_lines l where l.id = new.line_id and l.earmark is not null;
  update ceilings set reserved_cents = reserved_below(above, new.year) where line_id = above and year = new.year;
  return new;
end $$;
create trigger ceiling_changes_guard before insert or update or delete on ceiling_changes
  for each row execute function guard_ceiling_change();

-- The free amount for this application at the moment of its first decision: the least of all lines up to the root (Awb
-- 4:25(3)). Null when a line had no ceiling.
create or replace function free_at_first_decision(p_application uuid, p_leaf text) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  with first as (
    select d.decided_at as at, a.year, a.submitted_at
    from decisions d join applications a on a.id = d.application_id
    where d.application_id = p_application order by d.application_version limit 1
  ), path as (select unnest(path) as line from budget_lines where id = p_leaf)
  select case when bool_and(c.line_id is not null) then min(greatest(
      coalesce((select h.from_cents from ceiling_changes h
        where h.line_id = p.line and h.year = f.year and h.confirmed_at > f.at
        order by h.confirmed_at limit 1), c.ceiling_cents),
      (select max(h.from_cents) from ceiling_changes h where h.line_id = p.line and h.year = f.year
        and h.confirmed_at >= f.submitted_at and h.confirmed_at <= f.at))
    - (select coalesce(sum(e.amount_cents), 0) from ledger_entries e join budget_lines b on b.id = e.line_id
        where p.line = any (b.path) and e.year = f.year and e.kind <> 'objection' and e.at < f.at))::bigint end
  from first f cross join path p left join ceilings c on c.line_id = p.line and c.year = f.year
  where app_kind() = 'staff' $$;
