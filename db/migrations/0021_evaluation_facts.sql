CREATE TABLE "evaluation_facts" (
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"route" text NOT NULL,
	"sector" text NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "evaluation_facts_application_id_number_pk" PRIMARY KEY("application_id","number")
);
--> statement-breakpoint
ALTER TABLE "evaluation_facts" ADD CONSTRAINT "evaluation_facts_of_trajectory" FOREIGN KEY ("application_id","number") REFERENCES "public"."trajectories"("application_id","number") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
-- The facts are written with the filing they come from, and replaced when a completion changes it.
create function record_facts(p_application uuid, p_facts jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from applications where id = p_application and organisation_id = app_organisation() and app_kind() = 'employer') then
    raise exception 'facts of another employer' using errcode = 'check_violation', constraint = 'facts_of_own_application';
  end if;
  insert into evaluation_facts as f (application_id, number, route, sector, region)
    select p_application, x.number, x.route, x.sector, x.region
    from jsonb_to_recordset(p_facts) x(number integer, route text, sector text, region text)
    on conflict (application_id, number) do update set route = excluded.route, sector = excluded.sector, region = excluded.region;
end $$;
--> statement-breakpoint

-- How many trajectories of a year went which way, per scheme and per value of each dimension. Nobody reads the rows.
create function evaluation_counts(p_year integer)
  returns table (scheme scheme, dimension text, value text, outcome text, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with gone as (
    select a.scheme, t.track::text as track, coalesce(f.route, 'unknown') as route, coalesce(f.sector, 'unknown') as sector,
      coalesce(f.region, 'unknown') as region,
      case when a.state = 'withdrawn' then 'withdrawn'
        when a.state in ('refused', 'not_treated') then 'refused'
        when a.state = 'granted' then 'granted'
        when a.state in ('partly_granted', 'lowered') then
          case when exists (
            select from decisions d cross join lateral jsonb_array_elements(d.lines) l
            where d.application_id = a.id and (l ->> 'trajectory')::integer = t.number
              and d.application_version = (select max(application_version) from decisions where application_id = a.id)
          ) then 'granted' else 'refused' end
        else 'waiting' end as outcome
    from applications a join trajectories t on t.application_id = a.id
      left join evaluation_facts f on f.application_id = a.id and f.number = t.number
    where a.year = p_year and a.state <> 'draft' and app_has_role('budget_holder', 'auditor')
  )
  select g.scheme, d.dimension, d.value, g.outcome, count(*)::integer
  from gone g cross join lateral (values ('track', g.track), ('route', g.route), ('sector', g.sector), ('region', g.region)) d(dimension, value)
  group by 1, 2, 3, 4 $$;
--> statement-breakpoint
alter table evaluation_facts enable row level security;
--> statement-breakpoint
alter table evaluation_facts force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on evaluation_facts for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on evaluation_facts for all to portal_engine using (true) with check (true);
--> statement-breakpoint
grant select, insert, update on evaluation_facts to portal_engine;
--> statement-breakpoint
grant select on evaluation_facts to portal_app;
--> statement-breakpoint
revoke execute on function record_facts(uuid, jsonb), evaluation_counts(integer) from public;
--> statement-breakpoint
grant execute on function record_facts(uuid, jsonb), evaluation_counts(integer) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function record_facts(uuid, jsonb) owner to portal_engine;
--> statement-breakpoint
alter function evaluation_counts(integer) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
