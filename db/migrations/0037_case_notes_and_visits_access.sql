create trigger case_notes_append_only before update or delete on case_notes for each row execute function refuse_change();
--> statement-breakpoint

-- A case stands in the name of someone who reviews and does not belong to its employer.
create function guard_assignee() returns trigger
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if new.assignee_id is null or new.assignee_id is not distinct from old.assignee_id then return new; end if;
  if not exists (select from staff_roles r where r.person_id = new.assignee_id and r.role = 'reviewer') then
    raise exception 'no reviewer' using errcode = 'check_violation', constraint = 'applications_assignee_reviews';
  end if;
  if exists (select from staff_interests i join organisations o on o.kvk_number = i.kvk_number
      where i.person_id = new.assignee_id and o.id = new.organisation_id) then
    raise exception 'own employer' using errcode = 'check_violation', constraint = 'applications_assignee_not_own_employer';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger applications_assignee before update of assignee_id on applications for each row execute function guard_assignee();
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['case_notes', 'case_visits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy staff_reads on case_notes for select to portal_app using (app_has_role('reviewer', 'decider', 'auditor'));
--> statement-breakpoint
create policy handler_writes on case_notes for insert to portal_app
  with check (app_has_role('reviewer', 'decider') and written_by = app_person());
--> statement-breakpoint
create policy handlers_read on case_visits for select to portal_app using (app_has_role('reviewer', 'decider'));
--> statement-breakpoint
create policy own on case_visits for all to portal_app
  using (app_has_role('reviewer', 'decider') and person_id = app_person())
  with check (app_has_role('reviewer', 'decider') and person_id = app_person());
--> statement-breakpoint
grant select, insert on case_notes to portal_app;
--> statement-breakpoint
grant select, insert, update, delete on case_visits to portal_app;
--> statement-breakpoint
grant select on case_notes, case_visits to portal_engine;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function guard_assignee() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
