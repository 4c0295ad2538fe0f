-- The number of a person is kept only where the rules of the application say so, by a regulation or in an example window
-- (UAVG, art. 46). Nobody selects it: it comes out by open_person_number() alone, after an event, and goes on its day,
-- with an event.

-- The days that rules keep the number: the most after filing, and those after both checks. No row: it is not kept.
create or replace function number_term(p_application uuid) returns table (at_most integer, after_checks integer)
  stable language sql security definer set search_path = public, pg_temp as $$
  select (p -> 'value' ->> 'daysAtMost')::integer, (p -> 'value' ->> 'daysAfterChecks')::integer
  from applications a join windows w on w.id = a.window_id join rules_versions r on r.id = a.rules_version
    cross join lateral (select r.rules -> 'personNumber') parameter (p)
  where a.id = p_application and jsonb_typeof(p -> 'value') = 'object' and (p ->> 'kind' = 'regulation' or w.is_example) $$;

create or replace function record_number_event(p_type text, p_application uuid, p_payload jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into events (stream, number, type, at, actor_kind, person_id, application_id, payload, previous_hash, hash)
  values ('application:' || p_application, 0, p_type, portal_now(), app_kind(), app_person(), p_application, p_payload, '', '') $$;

create or replace function guard_person_number() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare subject record; term record;
begin
  if tg_op = 'DELETE' then
    select a.state into subject from applications a where a.id = old.application_id;
    if subject.state <> 'draft' then
      raise exception 'the number of a filed application is destroyed on its day, and recorded'
        using errcode = 'restrict_violation', constraint = 'person_numbers_filed_unchanged';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - '{number,destroy_on,destroyed_at}'::text[]) <> (to_jsonb(old) - '{number,destroy_on,destroyed_at}'::text[])
        or (new.number is distinct from old.number and (new.number is not null or old.destroy_on > legal_today())) then
      raise exception 'a number is only destroyed, on its day'
        using errcode = 'restrict_violation', constraint = 'person_numbers_only_destroyed';
    end if;
    new.destroyed_at := case when new.number is null then coalesce(old.destroyed_at, portal_now()) end;
    if old.number is not null and new.number is null then
      perform record_number_event('person-number.destroy', new.application_id, jsonb_build_object('dueOn', old.destroy_on));
    end if;
    return new;
  end if;
  select a.state, a.organisation_id into subject from applications a where a.id = new.application_id;
  select * into term from number_term(new.application_id);
  if term is null then
    raise exception 'these rules keep no number'
      using errcode = 'check_violation', constraint = 'person_numbers_allowed';
  end if;
  if subject.organisation_id is distinct from new.organisation_id or subject.state not in ('draft', 'completion_requested') then
    raise exception 'a number comes with the answers'
      using errcode = 'check_violation', constraint = 'person_numbers_with_answers';
  end if;
  new.kept_at := portal_now();
  new.destroy_on := legal_today() + term.at_most;
  new.destroyed_at := null;
  return new;
end $$;
create trigger person_numbers_guard before insert or update or delete on person_numbers
  for each row execute function guard_person_number();

-- Filing begins the term. A person who was replaced, and everybody once the case is decided or withdrawn, goes today.
create or replace function set_number_terms() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_numbers n set destroy_on = case
      when not is_undecided(new.state) then least(n.destroy_on, legal_today())
      when old.state = 'draft' then legal_today() + (select t.at_most from number_term(new.id) t)
      when new.state <> 'completion_requested'
        and not exists (select from trajectories t where t.application_id = n.application_id and t.person_key = n.person_key)
        then least(n.destroy_on, legal_today())
      else n.destroy_on end
  where n.application_id = new.id and n.destroyed_at is null;
  return null;
end $$;
create trigger applications_number_terms after update of state on applications
  for each row when (new.state <> old.state) execute function set_number_terms();

-- A check is of the present person of its trajectory, by the handler of a case that is not decided yet.
create or replace function guard_person_check() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare term record;
begin
  select * into term from number_term(new.application_id);
  if term is null then
    raise exception 'these rules keep no number'
      using errcode = 'check_violation', constraint = 'person_checks_allowed';
  end if;
  if not exists (select from trajectories t join applications a on a.id = t.application_id
      where t.application_id = new.application_id and t.number = new.trajectory and t.person_key = new.person_key
        and is_undecided(a.state) and a.assignee_id = new.checked_by) then
    raise exception 'not a person of this case, or not its handler'
      using errcode = 'check_violation', constraint = 'person_checks_by_handler';
  end if;
  new.checked_at := portal_now();
  return new;
end $$;
create trigger person_checks_guard before insert on person_checks
  for each row execute function guard_person_check();
create trigger person_checks_append_only before update or delete on person_checks
  for each row execute function refuse_change();

-- With both answers the number has done its work: it goes some days later.
create or replace function shorten_number_term() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_numbers n
    set destroy_on = least(n.destroy_on, legal_today() + (select t.after_checks from number_term(new.application_id) t))
  where n.application_id = new.application_id and n.person_key = new.person_key and n.destroyed_at is null
    and (select count(distinct c.kind) from person_checks c where c.application_id = n.application_id
      and c.person_key = n.person_key and c.result in ('confirmed', 'differs')) = 2;
  return null;
end $$;
create trigger person_checks_shorten after insert on person_checks
  for each row execute function shorten_number_term();

create trigger person_number_openings_append_only before update or delete on person_number_openings
  for each row execute function refuse_change();

-- Only the reviewer who has the case in hand opens a number, and only while it is not decided.
create or replace function handles_number_of(p_application uuid) returns boolean
  stable language sql security definer set search_path = public, pg_temp as $$
  select app_kind() = 'staff' and app_has_role('reviewer')
    and exists (select from staff_roles r where r.person_id = app_person() and r.role = 'reviewer')
    and exists (select from applications a where a.id = p_application and a.assignee_id = app_person()
      and is_undecided(a.state) and a.id <> all (tied_applications())) $$;

-- Records that a number is going to be opened, why, and the event of it.
create or replace function announce_number_opening(p_id uuid, p_application uuid, p_trajectory integer, p_use text, p_reason text)
  returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(handles_number_of(p_application), false) then
    raise exception 'only the reviewer who has the case opens a number'
      using errcode = 'insufficient_privilege', constraint = 'person_numbers_handler_only';
  end if;
  insert into person_number_openings (id, application_id, trajectory, "use", reason, opened_by)
    values (p_id, p_application, p_trajectory, p_use, p_reason, app_person());
  perform record_number_event('person-number.open', p_application,
    jsonb_build_object('trajectory', p_trajectory, 'use', p_use, 'opening', p_id));
  return p_id;
end $$;

-- The sealed number, within a minute after its opening was recorded. The record is of an earlier transaction, so that
-- rolling back this one leaves the event in place. Null: the number was destroyed.
create or replace function open_person_number(p_opening uuid) returns table (person_key text, number bytea)
  stable language plpgsql security definer set search_path = public, pg_temp as $$
declare opening person_number_openings;
begin
  select * into opening from person_number_openings o where o.id = p_opening and o.opened_by = app_person()
    and o.opened_at < portal_now() and o.opened_at > portal_now() - interval '1 minute';
  if not coalesce(handles_number_of(opening.application_id), false) then
    raise exception 'no opening was recorded'
      using errcode = 'insufficient_privilege', constraint = 'person_numbers_handler_only';
  end if;
  return query select n.person_key, n.number from trajectories t
    join person_numbers n on n.application_id = t.application_id and n.person_key = t.person_key
    where t.application_id = opening.application_id and t.number = opening.trajectory;
end $$;
