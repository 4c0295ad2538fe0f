-- Whether this database is a demo; without the row it is not.
create or replace function is_demo() returns boolean
  stable parallel safe language sql set search_path = public, pg_temp as $$
  select coalesce((select i.is_demo from installation i), false) $$;

-- Budget holders edit a plan until one proposes it; another publishes it or sends it back. The published plan equals
-- the proposed one.
create or replace function guard_window_plan() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  there ceilings;
  step text := old.state || ' ' || new.state;
  moves text[] := '{state,proposed_by,proposed_at,settled_by,settled_at,window_id}';
  number integer := 1;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.revision <> 1 then
      raise exception 'a plan starts as a draft'
        using errcode = 'check_violation', constraint = 'window_plans_start_as_draft';
    end if;
    new.written_at := portal_now();
    return new;
  end if;
  if tg_op = 'DELETE' or step not in
      ('draft draft', 'draft proposed', 'draft dropped', 'proposed draft', 'proposed published') then
    raise exception 'no such step' using errcode = 'restrict_violation', constraint = 'window_plans_allowed_step';
  end if;
  if step = 'draft draft' then
    if new.revision <> old.revision + 1 then
      raise exception 'someone else wrote in it'
        using errcode = 'check_violation', constraint = 'window_plans_revision_counts';
    end if;
    new.written_at := portal_now();
    return new;
  end if;
  if (to_jsonb(new) - moves) <> (to_jsonb(old) - moves) then
    raise exception 'what was written stays as it was'
      using errcode = 'check_violation', constraint = 'window_plans_step_only';
  end if;
  new.proposed_at := case step
    when 'draft proposed' then portal_now() when 'proposed published' then old.proposed_at end;
  new.settled_at := case when new.state in ('published', 'dropped') then portal_now() end;
  if step <> 'proposed published' then
    return new;
  end if;

  if new.proposed_by <> old.proposed_by then
    raise exception 'who proposed stays as it was'
      using errcode = 'check_violation', constraint = 'window_plans_step_only';
  end if;
  perform lock_ceilings(array[new.line_id], new.year);
  select * into there from ceilings where line_id = new.line_id and year = new.year;
  if there.ceiling_cents is distinct from new.ceiling_cents then
    raise exception 'the ceiling is another one now'
      using errcode = 'check_violation', constraint = 'window_plans_ceiling_current';
  end if;
  if new.opens_at <= portal_now() or new.published_on > legal_today() then
    raise exception 'a window is made known before it opens'
      using errcode = 'check_violation', constraint = 'window_plans_known_before_open';
  end if;
  if exists (select from windows w where w.scheme = new.scheme and not w.is_example
      and w.opens_at <= new.closes_at and w.closes_at >= new.opens_at) then
    raise exception 'another window is open then'
      using errcode = 'check_violation', constraint = 'window_plans_no_overlap';
  end if;
  new.window_id := new.scheme || '-' || new.year;
  while exists (select from windows w where w.id = new.window_id) loop
    number := number + 1;
    new.window_id := new.scheme || '-' || new.year || '-' || number;
  end loop;
  insert into windows (id, scheme, line_id, year, opens_at, closes_at, distribution, decision_weeks, term_from,
      reserve_until, rules_version, published_on, source, publication_number, announced_cents)
    values (new.window_id, new.scheme, new.line_id, new.year, new.opens_at, new.closes_at, new.distribution,
      new.decision_weeks, new.term_from, new.reserve_until, new.rules_version, new.published_on, new.publication,
      new.publication, new.ceiling_cents);
  return new;
end $$;
create trigger window_plans_guard before insert or update or delete on window_plans
  for each row execute function guard_window_plan();

-- Outside the demo no window has rules of which an amount or a condition is an assumption, or is an example (Awb 4:23(1),
-- 4:26).
create or replace function guard_window_rules() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_demo() and (new.is_example
      or exists (select from rules_versions r where r.id = new.rules_version and r.assumed <> '{}')) then
    raise exception 'its rules are assumptions'
      using errcode = 'check_violation', constraint = 'windows_of_known_rules';
  end if;
  return new;
end $$;
create trigger windows_rules before insert on windows for each row execute function guard_window_rules();

-- Outside the demo no decision grants an amount that is an assumption.
create or replace function guard_known_amounts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_demo() and exists (select from applications a join rules_versions r on r.id = a.rules_version
      where a.id = new.application_id and r.assumed && '{amountsCents,womensTopUpCents}') then
    raise exception 'the amount is an assumption'
      using errcode = 'check_violation', constraint = 'decisions_of_known_amounts';
  end if;
  return new;
end $$;
create trigger decisions_known_amounts before insert on decisions
  for each row when (new.amount_cents > 0) execute function guard_known_amounts();

-- Under a window lottery every application has the closing day of the window as rank day, or the day of completion when
-- that is later. The trigger's name sorts after applications_guard, which writes the day of the clock.
create or replace function window_lottery_day() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.rank_day := greatest(new.rank_day, (select legal_day(w.closes_at)
    from windows w where w.id = new.window_id and w.distribution = 'window_lottery'));
  return new;
end $$;
create trigger applications_lottery_day before update of state on applications
  for each row when (new.rank_day is distinct from old.rank_day) execute function window_lottery_day();

-- No application of a window lottery is granted money before that day is over.
create or replace function guard_window_lottery() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from added e join applications a on a.id = e.application_id join windows w on w.id = a.window_id
    where e.amount_cents > 0 and w.distribution = 'window_lottery'
      and a.rank_day >= legal_today()
  ) then
    raise exception 'the window is not over'
      using errcode = 'check_violation', constraint = 'ledger_entries_after_window_lottery';
  end if;
  return null;
end $$;
create trigger ledger_entries_window_lottery after insert on ledger_entries
  referencing new table as added for each statement execute function guard_window_lottery();
