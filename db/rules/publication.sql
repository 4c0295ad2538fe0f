-- The public facts of a grant: employer, scheme, year and amount, nothing of a participant. portal_engine owns this
-- function, because visitors see no application.
create or replace function published_grants(p_bound bigint, p_down boolean, p_limit integer)
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

-- Anyone with a letter may ask whether it is real. Only the hash of its exact bytes is found.
create or replace function letter_known(p_sha256 bytea) returns table (kind text, reference text, published_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.kind, a.reference, l.published_on from letters l join applications a on a.id = l.application_id
  where l.sha256 = p_sha256 $$;

-- The number of days within which nine of ten recent applications of a scheme were decided, without suspensions. Reads
-- the newest thousand decisions; null for fewer than twenty.
create or replace function usual_duration(p_scheme scheme) returns table (cases integer, days integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with recent as (
    select d.application_id, d.application_version, d.decided_on from decisions d
    where d.decided_on > legal_today() - 365
    order by d.decided_on desc limit 1000
  ), durations as (
    select r.decided_on - legal_day(a.submitted_at)
      - coalesce((select sum(greatest(0, q.ended_on - q.asked_on - 1)) from completion_requests q
          where q.application_id = a.id and q.ended_on <= r.decided_on), 0)::integer as days
    from recent r join applications a on a.id = r.application_id
    where a.scheme = p_scheme and not exists (select from decisions f
      where f.application_id = r.application_id and f.application_version < r.application_version)
  )
  select count(*)::integer, percentile_disc(0.9) within group (order by durations.days)::integer
  from durations having count(*) >= 20 and app_kind() is not null $$;

-- The facts for the evaluation are written with the filing they come from, and replaced on completion.
create or replace function record_facts(p_application uuid, p_facts jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from applications a
      where a.id = p_application and a.organisation_id = app_organisation() and app_kind() = 'employer') then
    raise exception 'facts of another employer'
      using errcode = 'check_violation', constraint = 'facts_of_own_application';
  end if;
  insert into evaluation_facts as f (application_id, number, route, sector, region)
    select p_application, x.number, x.route, x.sector, x.region
    from jsonb_to_recordset(p_facts) x(number integer, route text, sector text, region text)
    on conflict (application_id, number)
      do update set route = excluded.route, sector = excluded.sector, region = excluded.region;
end $$;

-- Counts of the trajectories of a year by outcome, scheme and value of each dimension. No role reads the rows.
create or replace function evaluation_counts(p_year integer)
  returns table (scheme scheme, dimension text, value text, outcome text, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with gone as (
    select a.scheme, t.track::text as track, coalesce(f.route, 'unknown') as route,
      coalesce(f.sector, 'unknown') as sector, coalesce(f.region, 'unknown') as region,
      case when a.state = 'withdrawn' then 'withdrawn'
        when a.state in ('refused', 'not_treated') then 'refused'
        when a.state in ('granted', 'partly_granted', 'lowered') then
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
  from gone g cross join lateral (values
    ('track', g.track), ('route', g.route), ('sector', g.sector), ('region', g.region)) d(dimension, value)
  group by 1, 2, 3, 4 $$;
