-- Filed and not decided: UNDECIDED in lib/vocabulary/lifecycle.ts; db/rules.db.test.ts compares the two.
create or replace function is_undecided(p_state state) returns boolean immutable parallel safe language sql
return p_state in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list');

-- Whether an open request asks for an item that the scheme requires.
create or replace function asked_for_listed(p_application uuid) returns boolean stable language sql
return exists (
  select from completion_requests r where r.application_id = p_application and r.ended_on is null and r.shifts_rank);

-- Whether an application is undecided and keeps its place. Without a listed item it is incomplete, and no application
-- waits for it (Awb 4:5); a question on substance costs no place.
create or replace function is_in_queue(p_application uuid, p_state state) returns boolean stable language sql
return is_undecided(p_state) and (p_state <> 'completion_requested' or not asked_for_listed(p_application));

-- The lot of an application in the draw of that day. A lot does not count for another day.
create or replace function lot_of(p_application uuid, p_day date) returns integer stable language sql
begin atomic
  select l.lot from lots l join draws d on d.id = l.draw_id where l.application_id = p_application and d.day = p_day;
end;

-- The position that a lot gives within a day; without one an application comes after all lots. The full order is rank
-- day, turn_of_lot(lot), case number.
create or replace function turn_of_lot(p_lot integer) returns integer immutable parallel safe language sql
return coalesce(p_lot, 2147483647);

-- The queue before an application on the ceiling of its window, as counts and sums: ahead of it, and beside it on a day
-- that was not drawn. An application refused for want of money alone keeps its place. portal_engine owns this function,
-- because row-level policies would keep the indexes from being used.
create or replace function queue_before(p_application uuid, p_line text, p_year integer, p_day date, p_by_track boolean)
  returns table (ahead boolean, count integer, reserved integer, total bigint, women bigint, first_day date)
  stable language sql security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select turn_of_lot(lot_of(a.id, p_day)) as turn, a.case_number,
      exists (select from draws d where d.line_id = p_line and d.year = p_year and d.day = p_day and d.seed is not null) as drawn
    from applications a where a.id = p_application
  ), waiting as (
    select true as ahead, a.id, a.state, a.rank_day, a.requested_cents from applications a
    where a.line_id = p_line and a.year = p_year and a.rank_day < p_day and is_in_queue(a.id, a.state)
    union all
    select true, a.id, a.state, a.rank_day, a.requested_cents from mine m cross join applications a
    where a.line_id = p_line and a.year = p_year and a.reconsiders and a.id <> p_application
      and (a.rank_day, turn_of_lot(lot_of(a.id, a.rank_day)), a.case_number) < (p_day, m.turn, m.case_number)
    union all
    select m.drawn, a.id, a.state, a.rank_day, a.requested_cents from mine m cross join applications a
    left join (lots l join draws d on d.id = l.draw_id and d.line_id = p_line and d.year = p_year and d.day = p_day)
      on l.application_id = a.id
    where a.line_id = p_line and a.year = p_year and a.rank_day = p_day and a.id <> p_application and is_in_queue(a.id, a.state)
      and (not m.drawn or (turn_of_lot(l.lot), a.case_number) < (m.turn, m.case_number))
  )
  select w.ahead, count(*)::integer, (count(*) filter (where w.state in ('reserve_list', 'refused')))::integer,
    sum(w.requested_cents)::bigint,
    coalesce(sum(case when p_by_track then (
      select sum(t.requested_cents) from trajectories t where t.application_id = w.id and t.track = 'women')
    end), 0)::bigint,
    min(w.rank_day)
  from waiting w where app_has_role('decider', 'reviewer') group by w.ahead $$;

-- Place on the reserve list of its ceiling, from 1, in rank order: for officials and for the employer of the application.
create or replace function reserve_place(p_application uuid) returns integer
  stable language sql security definer set search_path = public, pg_temp as $$
  select 1 + (select count(*)::integer from applications o
    where o.line_id = a.line_id and o.year = a.year and (o.state = 'reserve_list' or o.reconsiders) and o.id <> a.id
      and (o.rank_day, turn_of_lot(lot_of(o.id, o.rank_day)), o.case_number)
        < (a.rank_day, turn_of_lot(lot_of(a.id, a.rank_day)), a.case_number))
  from applications a where a.id = p_application and is_on_reserve_list(a)
    and (app_kind() = 'staff' or (app_kind() = 'employer' and a.organisation_id = app_organisation())) $$;
