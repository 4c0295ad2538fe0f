-- What officials' lists are drawn from follows what it repeats: state, handler and amount of an application, the number
-- of its trajectories, the name of its employer.
create function keep_work_item() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if new.state = 'draft' then return null; end if;
  update work_items set state = new.state, assignee_id = coalesce(new.assignee_id, nobody), rank_day = new.rank_day,
      requested_cents = new.requested_cents, changed_at = date_trunc('milliseconds', portal_now())
    where application_id = new.id;
  if not found then
    insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id, employer,
        rank_day, due_on, requested_cents, changed_at)
      select new.id, new.reference, new.case_number, new.organisation_id, new.window_id, new.state, coalesce(new.assignee_id, nobody),
        lower(left(o.legal_name, 60)), new.rank_day, (w.closes_at at time zone 'Europe/Amsterdam')::date + 7 * w.decision_weeks,
        new.requested_cents, date_trunc('milliseconds', new.submitted_at)
      from organisations o, windows w where o.id = new.organisation_id and w.id = new.window_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create function count_trajectories() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update work_items w set trajectories = c.n, women = c.women
    from (select a.application_id, count(t.number)::int as n, count(t.number) filter (where t.track = 'women')::int as women
      from (select distinct application_id from touched) a left join trajectories t using (application_id) group by 1) c
    where w.application_id = c.application_id;
  return null;
end $$;
--> statement-breakpoint
create function rename_employer() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update work_items set employer = lower(left(new.legal_name, 60)) where organisation_id = new.id;
  return null;
end $$;
--> statement-breakpoint

-- Words of a name, without accents, that words may begin with.
create extension if not exists unaccent;
--> statement-breakpoint
create text search configuration names (copy = simple);
--> statement-breakpoint
alter text search configuration names alter mapping for hword, hword_part, word with unaccent, simple;
--> statement-breakpoint
create index organisations_name on organisations using gin (to_tsvector('names', legal_name));
--> statement-breakpoint

-- Employers whose name has all these beginnings of words: a few, whatever the number of employers. A function of the
-- engine, because row-level policies would keep the index from being used.
create function employers_named(p_words text, p_most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from organisations o where to_tsvector('names', o.legal_name) @@ to_tsquery('names', p_words) and app_kind() = 'staff'
  limit p_most $$;
--> statement-breakpoint
revoke execute on function employers_named(text, integer) from public;
--> statement-breakpoint
grant execute on function employers_named(text, integer) to portal_app;
--> statement-breakpoint

-- Who can handle a case, for colleagues: roles themselves are read by their holder and by auditors only.
create function handlers() returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from staff_roles r join people p on p.id = r.person_id where r.role = 'reviewer' and app_kind() = 'staff'
  order by p.name, p.id $$;
--> statement-breakpoint
revoke execute on function handlers() from public;
--> statement-breakpoint
grant execute on function handlers() to portal_app;
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['work_items', 'saved_views'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy staff_reads on work_items for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy system_refreshes on work_items for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
create policy own on saved_views for all to portal_app
  using (app_kind() = 'staff' and person_id = app_person()) with check (app_kind() = 'staff' and person_id = app_person());
--> statement-breakpoint
grant select on work_items to portal_app;
--> statement-breakpoint
grant update (attention, due_on) on work_items to portal_app;
--> statement-breakpoint
grant select, insert, update, delete on saved_views to portal_app;
--> statement-breakpoint
grant select, insert, update on work_items to portal_engine;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function keep_work_item() owner to portal_engine;
--> statement-breakpoint
alter function count_trajectories() owner to portal_engine;
--> statement-breakpoint
alter function rename_employer() owner to portal_engine;
--> statement-breakpoint
alter function employers_named(text, integer) owner to portal_engine;
--> statement-breakpoint
alter function handlers() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
--> statement-breakpoint

-- What was filed before this table was there.
select set_config('app.kind', 'system', true);
--> statement-breakpoint
insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id, employer, rank_day,
    due_on, requested_cents, changed_at, trajectories, women)
  select a.id, a.reference, a.case_number, a.organisation_id, a.window_id, a.state,
    coalesce(a.assignee_id, '00000000-0000-0000-0000-000000000000'), lower(left(o.legal_name, 60)), a.rank_day,
    (w.closes_at at time zone 'Europe/Amsterdam')::date + 7 * w.decision_weeks, a.requested_cents,
    date_trunc('milliseconds', coalesce((select max(e.at) from events e where e.application_id = a.id), a.submitted_at)),
    (select count(*) from trajectories t where t.application_id = a.id),
    (select count(*) from trajectories t where t.application_id = a.id and t.track = 'women')
  from applications a join organisations o on o.id = a.organisation_id join windows w on w.id = a.window_id
  where a.state <> 'draft';
--> statement-breakpoint
select set_config('app.kind', '', true);
--> statement-breakpoint
create trigger applications_work_item after insert or update of state, assignee_id, rank_day, requested_cents on applications
  for each row execute function keep_work_item();
--> statement-breakpoint
create trigger trajectories_added after insert on trajectories referencing new table as touched
  for each statement execute function count_trajectories();
--> statement-breakpoint
create trigger trajectories_changed after update on trajectories referencing new table as touched
  for each statement execute function count_trajectories();
--> statement-breakpoint
create trigger trajectories_removed after delete on trajectories referencing old table as touched
  for each statement execute function count_trajectories();
--> statement-breakpoint
create trigger organisations_renamed after update of legal_name on organisations
  for each row when (new.legal_name <> old.legal_name) execute function rename_employer();
