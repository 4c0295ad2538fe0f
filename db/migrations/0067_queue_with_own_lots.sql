-- What stands before an application: as before, and of all lots that somebody ever had only the one of this day.
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
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
    left join (lots l join draws d on d.id = l.draw_id and d.scheme = p_scheme and d.day = p_day) on l.application_id = a.id
    where a.scheme = p_scheme and a.rank_day = p_day and a.id <> p_application
      and a.state in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list')
      and (a.state <> 'completion_requested' or not asked_for_listed(a.id))
      and (not m.drawn or l.lot < m.lot
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
--> statement-breakpoint
-- Somebody on the list may complete while the draw is revealed, and then stands on a later day: such a lot never counts. What
-- stood on an earlier day could still come to this one, so that is refused as before.
create or replace function guard_lot() returns trigger language plpgsql as $$
begin
  if exists (
    select from added l left join draws d on d.id = l.draw_id left join applications a on a.id = l.application_id
    where d.seed is null or a.scheme is distinct from d.scheme or a.rank_day is null or a.rank_day < d.day
  ) then
    raise exception 'no revealed draw of this day' using errcode = 'check_violation', constraint = 'lots_of_revealed_draw';
  end if;
  return null;
end $$;
