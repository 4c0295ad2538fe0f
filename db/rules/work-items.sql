-- The lists of officials are read from work_items, which copies state, handler and amount of an application, the number
-- of its trajectories and the name of its employer.
create or replace function keep_work_item() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if new.state = 'draft' then return null; end if;
  update work_items set state = new.state, assignee_id = coalesce(new.assignee_id, nobody), rank_day = new.rank_day,
      due_on = new.due_on, requested_cents = new.requested_cents, changed_at = date_trunc('milliseconds', portal_now())
    where application_id = new.id;
  if not found then
    insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id,
        employer, rank_day, due_on, requested_cents, changed_at)
      select new.id, new.reference, new.case_number, new.organisation_id, new.window_id, new.state,
        coalesce(new.assignee_id, nobody), lower(left(o.legal_name, 60)), new.rank_day, new.due_on, new.requested_cents,
        date_trunc('milliseconds', new.submitted_at)
      from organisations o where o.id = new.organisation_id;
  end if;
  return null;
end $$;
create trigger applications_work_item
  after insert or update of state, assignee_id, rank_day, due_on, requested_cents on applications
  for each row execute function keep_work_item();

create or replace function count_trajectories() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update work_items w set trajectories = c.n, women = c.women
    from (
      select a.application_id, count(t.number)::integer as n,
        count(t.number) filter (where t.track = 'women')::integer as women
      from (select distinct application_id from touched) a left join trajectories t using (application_id) group by 1) c
    where w.application_id = c.application_id;
  return null;
end $$;
create trigger trajectories_added after insert on trajectories referencing new table as touched
  for each statement execute function count_trajectories();
create trigger trajectories_changed after update on trajectories referencing new table as touched
  for each statement execute function count_trajectories();
create trigger trajectories_removed after delete on trajectories referencing old table as touched
  for each statement execute function count_trajectories();

create or replace function rename_employer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update work_items set employer = lower(left(new.legal_name, 60)) where organisation_id = new.id;
  return null;
end $$;
create trigger organisations_renamed after update of legal_name on organisations
  for each row when (new.legal_name <> old.legal_name) execute function rename_employer();
