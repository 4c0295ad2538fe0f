-- What stands before an application, as counts and sums: the only thing a decider needs to know of the queue. A
-- function of the engine, because row-level policies would keep the index of undecided applications from being used.
create function queue_before(p_application uuid, p_scheme scheme, p_day date, p_by_track boolean)
  returns table (ahead boolean, count integer, total bigint, women bigint, first_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with waiting as (
    select true as ahead, a.id, a.rank_day, a.requested_cents from applications a
    where a.scheme = p_scheme and a.state in ('submitted', 'in_review', 'proposed') and a.rank_day < p_day
    union all
    select mine.lot is not null, a.id, a.rank_day, a.requested_cents from applications a
    left join lots l on l.application_id = a.id left join lots mine on mine.application_id = p_application
    where a.scheme = p_scheme and a.state in ('submitted', 'in_review', 'proposed') and a.rank_day = p_day
      and a.id <> p_application and (mine.lot is null or l.lot < mine.lot)
  )
  select w.ahead, count(*)::integer, sum(w.requested_cents)::bigint, coalesce(sum(case when p_by_track then (
      select sum(t.requested_cents) from trajectories t where t.application_id = w.id and t.track = 'women') end), 0)::bigint,
    min(w.rank_day)
  from waiting w where app_has_role('decider') group by w.ahead $$;
--> statement-breakpoint
revoke execute on function queue_before(uuid, scheme, date, boolean) from public;
--> statement-breakpoint
grant execute on function queue_before(uuid, scheme, date, boolean) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function queue_before(uuid, scheme, date, boolean) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
