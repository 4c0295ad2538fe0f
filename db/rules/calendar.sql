-- The calendar of the Algemene termijnenwet. lib/calendar computes the same days for screens; a test walks both
-- through the years.
create or replace function easter(p_year integer) returns date immutable strict parallel safe language plpgsql as $$
declare
  a integer := p_year % 19; b integer := p_year / 100; c integer := p_year % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

create or replace function is_ordinary_day(p_day date) returns boolean stable strict parallel safe language sql as $$
  select extract(isodow from p_day) <= 5
    and to_char(p_day, 'MM-DD') not in ('01-01', '05-05', '12-25', '12-26')
    and p_day <> k.birthday - case when extract(isodow from k.birthday) = 7 then 1 else 0 end
    and p_day - easter(extract(year from p_day)::integer) not in (-2, 1, 39, 50)
    and not exists (select from equated_days e where e.day = p_day)
  from (select make_date(extract(year from p_day)::integer, 4, 27) as birthday) k $$;

-- The last day of a term of whole weeks that starts on the day after p_from. A term of twelve weeks or less ends on an
-- ordinary day; a longer one does not move (Atw art. 1, 4).
create or replace function end_of_weeks(p_from date, p_weeks integer) returns date stable strict parallel safe language plpgsql as $$
declare last date := p_from + 7 * p_weeks;
begin
  if p_weeks > 12 then return last; end if;
  while not is_ordinary_day(last) loop last := last + 1; end loop;
  return last;
end $$;

-- The last day to decide follows from the window alone; a suspension moves it afterwards.
create or replace function set_due_on() returns trigger language plpgsql as $$
begin
  new.due_on := (select end_of_weeks((w.closes_at at time zone 'Europe/Amsterdam')::date, w.decision_weeks) from windows w where w.id = new.window_id);
  return new;
end $$;

create trigger applications_due_on before insert or update of state on applications
  for each row when (new.state <> 'draft' and new.due_on is null) execute function set_due_on();

-- A notice of default counts only after the last day to decide (Awb 4:17(3)). An employer gives it today; a reviewer may
-- enter a letter that came in earlier.
create or replace function guard_default_notice() returns trigger language plpgsql as $$
declare today date := (portal_now() at time zone 'Europe/Amsterdam')::date;
begin
  if app_kind() = 'employer' then new.received_on := today; end if;
  if new.received_on > today or new.received_on <= (select a.due_on from applications a where a.id = new.application_id) then
    raise exception 'not in default' using errcode = 'check_violation', constraint = 'default_notices_in_default';
  end if;
  return new;
end $$;
create trigger default_notices_guard before insert on default_notices for each row execute function guard_default_notice();
