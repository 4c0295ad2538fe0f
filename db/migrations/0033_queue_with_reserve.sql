-- What stands before an application: now with who waits on the reserve list, and how many of them those are. A lot
-- counts for the day it was drawn for; who became complete later than that is on another day. On a day that was drawn,
-- who came back without a lot stands after all lots, by case number.
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
drop function queue_before(uuid, scheme, date, boolean);
--> statement-breakpoint
create function lot_of(p_application uuid, p_day date) returns integer language sql stable as $$
  select l.lot from lots l join draws d on d.id = l.draw_id where l.application_id = p_application and d.day = p_day $$;
--> statement-breakpoint
create function queue_before(p_application uuid, p_scheme scheme, p_day date, p_by_track boolean)
  returns table (ahead boolean, count integer, reserved integer, total bigint, women bigint, first_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select lot_of(p_application, p_day) as lot, (select case_number from applications where id = p_application) as number,
      exists (select from draws d where d.scheme = p_scheme and d.day = p_day and d.seed is not null) as drawn
  ), waiting as (
    select true as ahead, a.id, a.state, a.rank_day, a.requested_cents from applications a
    where a.scheme = p_scheme and a.state in ('submitted', 'in_review', 'refusal_intended', 'proposed', 'reserve_list')
      and a.rank_day < p_day
    union all
    select m.drawn, a.id, a.state, a.rank_day, a.requested_cents from mine m cross join applications a
    left join lots l on l.application_id = a.id
    left join draws d on d.id = l.draw_id and d.day = p_day
    where a.scheme = p_scheme and a.state in ('submitted', 'in_review', 'refusal_intended', 'proposed', 'reserve_list')
      and a.rank_day = p_day and a.id <> p_application
      and (not m.drawn or (case when d.id is null then null else l.lot end) < m.lot
        or (m.lot is null and (d.id is not null or a.case_number < m.number)))
  )
  select w.ahead, count(*)::integer, (count(*) filter (where w.state = 'reserve_list'))::integer,
    sum(w.requested_cents)::bigint, coalesce(sum(case when p_by_track then (
      select sum(t.requested_cents) from trajectories t where t.application_id = w.id and t.track = 'women') end), 0)::bigint,
    min(w.rank_day)
  from waiting w where app_has_role('decider', 'reviewer') group by w.ahead $$;
--> statement-breakpoint
-- Place on the reserve list from 1, in rank order; for officials and the employer whose application it is.
create function reserve_place(p_application uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select 1 + (select count(*)::integer from applications o
    where o.scheme = a.scheme and o.state = 'reserve_list' and o.id <> a.id
      and (o.rank_day, coalesce(lot_of(o.id, o.rank_day), 2147483647), o.case_number)
        < (a.rank_day, coalesce(lot_of(a.id, a.rank_day), 2147483647), a.case_number))
  from applications a where a.id = p_application and a.state = 'reserve_list'
    and (app_kind() = 'staff' or (app_kind() = 'employer' and a.organisation_id = app_organisation())) $$;
--> statement-breakpoint
revoke execute on function queue_before(uuid, scheme, date, boolean), reserve_place(uuid) from public;
--> statement-breakpoint
grant execute on function queue_before(uuid, scheme, date, boolean), reserve_place(uuid) to portal_app;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from portal_engine;
