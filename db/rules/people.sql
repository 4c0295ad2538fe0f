-- The rights of an employer follow from the session: the represented organisation, its level of assurance, its branch.
-- Every transaction looks them up. An ended session reads and writes nothing.
create or replace function app_represents() returns boolean stable language sql
return exists (select from sessions s where s.id = app_session() and s.person_id = app_person()
  and s.organisation_id = app_organisation() and s.ended_at is null);

-- The branch of the session; null is the whole organisation.
create or replace function app_branch() returns char(12) stable language sql
return (select s.branch_number from sessions s where s.id = app_session() and s.person_id = app_person());

-- The level of assurance below which an employer writes nothing; lib/acts.ts says the same.
create or replace function lowest_level() returns assurance immutable language sql
return 'loa3'::assurance;

create or replace function app_may_act() returns boolean stable language sql
return app_represents() and exists (select from sessions s where s.id = app_session() and s.assurance >= lowest_level());

-- Applications of employers that the official is tied to, by the ministry's own registration. Nobody reads the file of
-- their own employer (Awb 2:4). Holders of the budget read totals and no file, so for them there are none.
create or replace function tied_applications() returns uuid[]
  stable language sql security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.id), '{}') from staff_interests i join organisations o on o.kvk_number = i.kvk_number
    join applications a on a.organisation_id = o.id
  where i.person_id = app_person() and app_kind() = 'staff' and not app_has_role('budget_holder') $$;

-- Whether the application is one of the employer who is the actor, who may write to no other.
create or replace function app_owns(p_application uuid) returns boolean stable language sql
return exists (select from applications a where a.id = p_application and a.organisation_id = app_organisation());

-- The officials who can handle a case, for colleagues. Only the holder of a role and auditors read roles themselves.
create or replace function handlers() returns table (id uuid, name text)
  stable language sql security definer set search_path = public, pg_temp as $$
  select p.id, p.name from staff_roles r join people p on p.id = r.person_id
  where r.role = 'reviewer' and app_kind() = 'staff'
  order by p.name, p.id $$;

-- The handler of a case is a reviewer who does not belong to its employer, and an employer cannot set it.
create or replace function guard_assignee() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.assignee_id is not distinct from old.assignee_id then return new; end if;
  if app_kind() = 'employer' then
    raise exception 'officials divide their work'
      using errcode = 'check_violation', constraint = 'applications_assigned_by_staff';
  end if;
  if new.assignee_id is null then return new; end if;
  if not exists (select from staff_roles r where r.person_id = new.assignee_id and r.role = 'reviewer') then
    raise exception 'no reviewer' using errcode = 'check_violation', constraint = 'applications_assignee_reviews';
  end if;
  if exists (select from staff_interests i join organisations o on o.kvk_number = i.kvk_number
      where i.person_id = new.assignee_id and o.id = new.organisation_id) then
    raise exception 'own employer'
      using errcode = 'check_violation', constraint = 'applications_assignee_not_own_employer';
  end if;
  return new;
end $$;
create trigger applications_assignee before update of assignee_id on applications
  for each row execute function guard_assignee();
