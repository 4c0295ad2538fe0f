-- The calendar of the Algemene termijnenwet. lib/calendar computes the same days in TypeScript;
-- lib/calendar/calendar.db.test.ts compares both over twenty years.
create or replace function easter(p_year integer) returns date
  immutable strict parallel safe language plpgsql set search_path = public, pg_temp as $$
declare
  a integer := p_year % 19; b integer := p_year / 100; c integer := p_year % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

create or replace function is_ordinary_day(p_day date) returns boolean
  stable strict parallel safe language sql set search_path = public, pg_temp as $$
  select extract(isodow from p_day) <= 5
    and to_char(p_day, 'MM-DD') not in ('01-01', '05-05', '12-25', '12-26')
    and p_day <> k.birthday - case when extract(isodow from k.birthday) = 7 then 1 else 0 end
    and p_day - easter(extract(year from p_day)::integer) not in (-2, 1, 39, 50)
    and not exists (select from equated_days e where e.day = p_day)
  from (select make_date(extract(year from p_day)::integer, 4, 27) as birthday) k $$;

-- The last day of a term of whole weeks that starts on the day after p_from. A term of twelve weeks or less ends on an
-- ordinary day; a longer one does not move (Atw art. 1, 4).
create or replace function end_of_weeks(p_from date, p_weeks integer) returns date
  stable strict parallel safe language plpgsql set search_path = public, pg_temp as $$
declare last date := p_from + 7 * p_weeks;
begin
  if p_weeks > 12 then return last; end if;
  while not is_ordinary_day(last) loop last := last + 1; end loop;
  return last;
end $$;

-- The day after which the term of an application runs, as its window says (Awb 4:13).
create or replace function term_start(p_term_from text, p_received date, p_complete date, p_closes date) returns date
  immutable strict parallel safe language sql set search_path = public, pg_temp as $$
  select case p_term_from when 'receipt' then p_received when 'completeness' then p_complete else p_closes end $$;

-- The end of the reserve list for one application: the day in its window, and never after its last day to decide. After
-- consent to wait past that day it is the last day to decide, which the consent moved (Awb 4:15(2)(a)).
create or replace function reserve_ends_on(p_application applications) returns date
  stable parallel safe language sql set search_path = public, pg_temp as $$
  select case when exists (select from suspensions s where s.application_id = p_application.id and s.ground = 'wait'
      and coalesce(s.ended_on, s.resumes_on) >= w.reserve_until) then p_application.due_on
    else least(w.reserve_until, p_application.due_on) end
  from windows w where w.id = p_application.window_id $$;

-- Whether an application has a place on the reserve list today. After the end it waits for its refusal, without a place.
create or replace function is_on_reserve_list(p_application applications) returns boolean
  stable parallel safe language sql set search_path = public, pg_temp as $$
  select p_application.state = 'reserve_list' and reserve_ends_on(p_application) >= legal_today() $$;

-- Whether its employer agreed in writing to wait on the reserve list, and has not ended that (Awb 4:15(2)(a)).
create or replace function waits_by_consent(p_application uuid) returns boolean
  stable parallel safe language sql set search_path = public, pg_temp as $$
  select exists (select from suspensions s where s.application_id = p_application and s.ground = 'wait'
    and s.ended_on is null and s.resumes_on > legal_today()) $$;

-- Whether a reviewer can propose to refuse an application on the reserve list: from two weeks before the end, so that it
-- is decided by then.
create or replace function reserve_is_ending(p_application applications) returns boolean
  stable parallel safe language sql set search_path = public, pg_temp as $$
  select p_application.state = 'reserve_list' and legal_today() >= reserve_ends_on(p_application) - 14 $$;

-- The last day to decide on a filed application: the weeks of its window, extended by the days of suspension (Awb 4:13
-- to 4:15). An open suspension counts until its last day. With p_until, as if the term is suspended from today until
-- that day as well. lib/calendar/terms.ts computes the same; lib/applications/due-on.db.test.ts compares them.
create or replace function last_day_to_decide(p_application applications, p_until date default null) returns date
  stable language plpgsql security definer set search_path = public, pg_temp as $$
declare
  term record;
  pause record;
  counted date;
  stopped integer := 0;
  days integer;
begin
  select w.decision_weeks as weeks, coalesce(p_application.reconsidered_on, term_start(w.term_from,
      legal_day(p_application.submitted_at), p_application.rank_day, legal_day(w.closes_at))) as "from" into term
    from windows w where w.id = p_application.window_id;
  counted := term."from";
  for pause in
    select r.asked_on as began, least(r.ended_on, r.due_on) as until from completion_requests r
      where r.application_id = p_application.id
    union all
    select s.started_on, least(s.ended_on, s.resumes_on) from suspensions s where s.application_id = p_application.id
    union all
    select legal_today(), p_until where p_until is not null
    order by began, until
  loop
    pause.began := greatest(pause.began, counted);
    exit when pause.began >= term."from" + 7 * term.weeks + stopped;
    days := greatest(0, pause.until - pause.began - 1);
    stopped := stopped + days;
    if days > 0 then counted := pause.until - 1; end if;
  end loop;
  return end_of_weeks(term."from" + stopped, term.weeks);
end $$;

-- Only this trigger writes due_on: when an application is filed, and when a suspension starts or ends. Its name sorts
-- after the triggers that write the day of receipt and the rank day.
create or replace function set_due_on() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.due_on is null or (tg_op = 'UPDATE' and (new.reconsidered_on is distinct from old.reconsidered_on
      or (old.state = 'completion_requested' and new.state = 'in_review'))) then
    new.due_on := last_day_to_decide(new);
  end if;
  return new;
end $$;
create trigger applications_term before insert or update of state on applications
  for each row when (new.state <> 'draft') execute function set_due_on();

create or replace function move_due_on() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update applications a set due_on = last_day_to_decide(a) where a.id = new.application_id;
  return null;
end $$;
create trigger completion_requests_due_on after insert on completion_requests
  for each row execute function move_due_on();
create trigger suspensions_due_on after insert or update on suspensions for each row execute function move_due_on();

-- A term that has not ended can be suspended from today (Awb 4:15); a suspension ends once, at the latest on the day
-- that it names. An employer who waits is asked once, before that, whether to wait longer.
create or replace function guard_suspension() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.asked_on is null and old.ended_on is null and to_jsonb(new) - 'asked_on' = to_jsonb(old) - 'asked_on' then
      new.asked_on := legal_today();
      return new;
    end if;
    if old.ended_on is not null or to_jsonb(new) - '{ended_on,ended_by}'::text[]
        <> to_jsonb(old) - '{ended_on,ended_by}'::text[] then
      raise exception 'a suspension ends once'
        using errcode = 'restrict_violation', constraint = 'suspensions_end_once';
    end if;
    new.ended_on := least(legal_today(), old.resumes_on);
    return new;
  end if;
  update suspensions s set ended_on = legal_today(), ended_by = new.started_by
    where s.application_id = new.application_id and s.ended_on is null
      and (s.resumes_on <= legal_today() or (s.ground = 'wait' and new.ground = 'wait'));
  new.started_on := legal_today();
  new.started_at := portal_now();
  if num_nonnulls(new.ended_on, new.ended_by) > 0 or not exists (
    select from applications a where a.id = new.application_id and a.organisation_id = new.organisation_id
      and is_undecided(a.state) and a.due_on >= legal_today() and (new.ground <> 'wait' or is_on_reserve_list(a))
  ) then
    raise exception 'no term runs' using errcode = 'check_violation', constraint = 'suspensions_of_running_term';
  end if;
  return new;
end $$;
create trigger suspensions_guard before insert or update on suspensions
  for each row execute function guard_suspension();
create trigger suspensions_stay before delete on suspensions for each row execute function refuse_change();

-- A notice of default counts only after the last day to decide (Awb 4:17(3)), and once for each term: after a refusal is
-- reconsidered another term runs. An employer gives it today; a reviewer may enter a letter that came in earlier.
create or replace function guard_default_notice() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_kind() = 'employer' then new.received_on := legal_today(); end if;
  new.due_on := (select a.due_on from applications a where a.id = new.application_id);
  if new.received_on > legal_today() or new.received_on <= new.due_on then
    raise exception 'not in default' using errcode = 'check_violation', constraint = 'default_notices_in_default';
  end if;
  return new;
end $$;
create trigger default_notices_guard before insert on default_notices
  for each row execute function guard_default_notice();
