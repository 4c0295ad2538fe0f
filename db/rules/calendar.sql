-- The calendar of the Algemene termijnenwet. lib/calendar computes the same days for screens;
-- lib/calendar/calendar.db.test.ts walks both through the years.
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

-- The last day to decide: the weeks of the window, moved on by the days for which requests to complete suspended the
-- term (Awb 4:13 to 4:15). An open request counts until the last day for an answer. lib/calendar/terms.ts computes the
-- same for a day ahead; lib/applications/due-on.db.test.ts compares them.
create or replace function last_day_to_decide(p_application uuid) returns date
  stable language plpgsql security definer set search_path = public, pg_temp as $$
declare
  term record;
  request record;
  counted date;
  stopped integer := 0;
  days integer;
begin
  select legal_day(w.closes_at) as closes, w.decision_weeks as weeks into term
    from applications a join windows w on w.id = a.window_id where a.id = p_application;
  counted := term.closes;
  for request in
    select r.asked_on, least(r.ended_on, r.due_on) as until from completion_requests r
      where r.application_id = p_application order by r.asked_on, r.application_version
  loop
    request.asked_on := greatest(request.asked_on, counted);
    exit when request.asked_on >= term.closes + 7 * term.weeks + stopped;
    days := greatest(0, request.until - request.asked_on - 1);
    stopped := stopped + days;
    if days > 0 then counted := request.until - 1; end if;
  end loop;
  return end_of_weeks(term.closes + stopped, term.weeks);
end $$;

-- Nobody else writes due_on: it is set when an application is filed, moves when something is asked, and moves again in
-- guard_application() when that ends.
create or replace function set_due_on() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.due_on := (
    select end_of_weeks(legal_day(w.closes_at), w.decision_weeks) from windows w where w.id = new.window_id);
  return new;
end $$;
create trigger applications_due_on before insert or update of state on applications
  for each row when (new.state <> 'draft' and new.due_on is null) execute function set_due_on();

create or replace function move_due_on() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update applications set due_on = last_day_to_decide(id) where id = new.application_id;
  return null;
end $$;
create trigger completion_requests_due_on after insert on completion_requests
  for each row execute function move_due_on();

-- A notice of default counts only after the last day to decide (Awb 4:17(3)). An employer gives it today; a reviewer
-- may enter a letter that came in earlier.
create or replace function guard_default_notice() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_kind() = 'employer' then new.received_on := legal_today(); end if;
  if new.received_on > legal_today()
      or new.received_on <= (select a.due_on from applications a where a.id = new.application_id) then
    raise exception 'not in default' using errcode = 'check_violation', constraint = 'default_notices_in_default';
  end if;
  return new;
end $$;
create trigger default_notices_guard before insert on default_notices
  for each row execute function guard_default_notice();
