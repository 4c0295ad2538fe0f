-- What stands before an application: as before, and now with who is asked a question on substance. Such a question does
-- not move the rank day, so it does not cost the place either; who is asked for a listed item is not complete, and
-- keeps nobody waiting.
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
create function asked_for_listed(p_application uuid) returns boolean language sql stable as $$
  select exists (select from completion_requests r where r.application_id = p_application and r.ended_on is null and r.shifts_rank) $$;
--> statement-breakpoint
create or replace function queue_before(p_application uuid, p_scheme scheme, p_day date, p_by_track boolean)
  returns table (ahead boolean, count integer, reserved integer, total bigint, women bigint, first_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select lot_of(p_application, p_day) as lot, (select case_number from applications where id = p_application) as number,
      exists (select from draws d where d.scheme = p_scheme and d.day = p_day and d.seed is not null) as drawn
  ), waiting as (
    select true as ahead, a.id, a.state, a.rank_day, a.requested_cents from applications a
    where a.scheme = p_scheme and a.rank_day < p_day
      and a.state in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list')
      and (a.state <> 'completion_requested' or not asked_for_listed(a.id))
    union all
    select m.drawn, a.id, a.state, a.rank_day, a.requested_cents from mine m cross join applications a
    left join lots l on l.application_id = a.id
    left join draws d on d.id = l.draw_id and d.day = p_day
    where a.scheme = p_scheme and a.rank_day = p_day and a.id <> p_application
      and a.state in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list')
      and (a.state <> 'completion_requested' or not asked_for_listed(a.id))
      and (not m.drawn or (case when d.id is null then null else l.lot end) < m.lot
        or (m.lot is null and (d.id is not null or a.case_number < m.number)))
  )
  select w.ahead, count(*)::integer, (count(*) filter (where w.state = 'reserve_list'))::integer,
    sum(w.requested_cents)::bigint, coalesce(sum(case when p_by_track then (
      select sum(t.requested_cents) from trajectories t where t.application_id = w.id and t.track = 'women') end), 0)::bigint,
    min(w.rank_day)
  from waiting w where app_has_role('decider', 'reviewer') group by w.ahead $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from portal_engine;
