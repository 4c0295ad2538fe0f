-- The calendar of the Algemene termijnenwet, the same as `lib/deadlines` computes: a test walks both through the years.
create function easter(p_year integer) returns date immutable strict parallel safe language plpgsql as $$
declare
  a integer := p_year % 19; b integer := p_year / 100; c integer := p_year % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;
--> statement-breakpoint
create function is_ordinary_day(p_day date) returns boolean stable strict parallel safe language sql as $$
  select extract(isodow from p_day) <= 5
    and to_char(p_day, 'MM-DD') not in ('01-01', '05-05', '12-25', '12-26')
    and p_day <> k.birthday - case when extract(isodow from k.birthday) = 7 then 1 else 0 end
    and p_day - easter(extract(year from p_day)::integer) not in (-2, 1, 39, 50)
    and not exists (select from equated_days e where e.day = p_day)
  from (select make_date(extract(year from p_day)::integer, 4, 27) as birthday) k $$;
--> statement-breakpoint
-- Last day of a term of whole weeks that starts the day after `p_from` (Atw art. 1, 4).
create function end_of_weeks(p_from date, p_weeks integer) returns date stable strict parallel safe language plpgsql as $$
declare last date := p_from + 7 * p_weeks;
begin
  if p_weeks > 12 then return last; end if;
  while not is_ordinary_day(last) loop last := last + 1; end loop;
  return last;
end $$;
--> statement-breakpoint
do $$
begin
  alter table equated_days enable row level security;
  alter table equated_days force row level security;
  execute format('create policy maintenance on equated_days for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on equated_days for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy everyone_reads on equated_days for select to portal_app using (app_kind() is not null);
--> statement-breakpoint
create policy holder_enters on equated_days for insert to portal_app
  with check (app_has_role('budget_holder') and entered_by = app_person());
--> statement-breakpoint
create policy holder_removes on equated_days for delete to portal_app using (app_has_role('budget_holder'));
--> statement-breakpoint
grant select, insert, delete on equated_days to portal_app;
--> statement-breakpoint
grant select on equated_days to portal_engine;
--> statement-breakpoint
select set_config('app.kind', 'system', true);
--> statement-breakpoint
insert into equated_days (day, source)
  select day, 'Besluit gelijkstelling met zondag van enkele dagen in 2023, 2024 en 2025'
  from unnest('{2023-04-28,2023-05-19,2024-05-10,2024-12-27,2025-05-30}'::date[]) day
  union all
  select day, 'Besluit gelijkstelling met zondag van enkele dagen in 2026, 2027 en 2028'
  from unnest('{2026-01-02,2026-05-15,2027-05-07,2028-04-28,2028-05-26}'::date[]) day;
--> statement-breakpoint

-- The last day to decide is kept in one place: lists repeat it. Terms of twelve weeks and less end on an ordinary day.
create or replace function set_due_on() returns trigger language plpgsql as $$
begin
  new.due_on := (select end_of_weeks((w.closes_at at time zone 'Europe/Amsterdam')::date, w.decision_weeks) from windows w where w.id = new.window_id);
  return new;
end $$;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
create or replace function keep_work_item() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if new.state = 'draft' then return null; end if;
  update work_items set state = new.state, assignee_id = coalesce(new.assignee_id, nobody), rank_day = new.rank_day,
      due_on = new.due_on, requested_cents = new.requested_cents, changed_at = date_trunc('milliseconds', portal_now())
    where application_id = new.id;
  if not found then
    insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id, employer,
        rank_day, due_on, requested_cents, changed_at)
      select new.id, new.reference, new.case_number, new.organisation_id, new.window_id, new.state, coalesce(new.assignee_id, nobody),
        lower(left(o.legal_name, 60)), new.rank_day, new.due_on, new.requested_cents, date_trunc('milliseconds', new.submitted_at)
      from organisations o where o.id = new.organisation_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from portal_engine;
--> statement-breakpoint
revoke update (due_on) on work_items from portal_app;
--> statement-breakpoint
update applications a set due_on = i.due_on from work_items i
  where i.application_id = a.id and a.state = 'completion_requested' and i.due_on > a.due_on;
--> statement-breakpoint
update work_items i set due_on = a.due_on from applications a where a.id = i.application_id and i.due_on <> a.due_on;
--> statement-breakpoint
drop trigger applications_work_item on applications;
--> statement-breakpoint
create trigger applications_work_item after insert or update of state, assignee_id, rank_day, due_on, requested_cents on applications
  for each row execute function keep_work_item();
--> statement-breakpoint
select set_config('app.kind', '', true);
