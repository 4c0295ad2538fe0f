-- In how many days nine of ten recent applications of a scheme were decided, from filing on; days on which we waited for
-- the employer do not count. Looks at the newest thousand decisions and no further; says nothing of fewer than twenty.
create function usual_duration(p_scheme scheme) returns table (cases integer, days integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with recent as (
    select d.application_id, d.application_version, d.decided_on from decisions d
    where d.decided_on > (portal_now() at time zone 'Europe/Amsterdam')::date - 365
    order by d.decided_on desc limit 1000
  ), durations as (
    select r.decided_on - (a.submitted_at at time zone 'Europe/Amsterdam')::date
      - coalesce((select sum(greatest(0, q.ended_on - q.asked_on - 1)) from completion_requests q
          where q.application_id = a.id and q.ended_on <= r.decided_on), 0)::integer as days
    from recent r join applications a on a.id = r.application_id
    where a.scheme = p_scheme and not exists (select from decisions f
      where f.application_id = r.application_id and f.application_version < r.application_version)
  )
  select count(*)::integer, percentile_disc(0.9) within group (order by durations.days)::integer
  from durations having count(*) >= 20 and app_kind() is not null $$;
--> statement-breakpoint
revoke execute on function usual_duration(scheme) from public;
--> statement-breakpoint
grant execute on function usual_duration(scheme) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function usual_duration(scheme) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
