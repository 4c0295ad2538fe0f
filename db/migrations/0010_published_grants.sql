CREATE INDEX "applications_granted" ON "applications" USING btree ("case_number") WHERE "applications"."awarded_cents" > 0;
--> statement-breakpoint
-- What anyone may know of a grant: employer, scheme, year and amount, and nothing of a participant. A function of the
-- engine, because visitors see no application at all.
create function published_grants(p_bound bigint, p_down boolean, p_limit integer)
  returns table (case_number bigint, employer text, kvk_number text, scheme scheme, year integer, awarded_cents bigint,
    decided_on date, is_example boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with page as (
    (select a.* from applications a
      where p_down and a.awarded_cents > 0 and a.case_number < coalesce(p_bound, 9223372036854775807)
      order by a.case_number desc limit p_limit)
    union all
    (select a.* from applications a
      where not p_down and a.awarded_cents > 0 and a.case_number > coalesce(p_bound, 0)
      order by a.case_number limit p_limit)
  )
  select p.case_number, o.legal_name, o.kvk_number, p.scheme, p.year, p.awarded_cents, d.decided_on, w.is_example
  from page p join organisations o on o.id = p.organisation_id join windows w on w.id = p.window_id
    cross join lateral (
      select max(decided_on) as decided_on from decisions where application_id = p.id
    ) d
  where app_kind() is not null
  order by case when p_down then -p.case_number else p.case_number end $$;
--> statement-breakpoint
revoke execute on function published_grants(bigint, boolean, integer) from public;
--> statement-breakpoint
grant execute on function published_grants(bigint, boolean, integer) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function published_grants(bigint, boolean, integer) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
