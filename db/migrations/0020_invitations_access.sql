-- An invitation is seen by the organisation whose draft it is about; that a reminder was asked for, by nobody but the system.
do $$
declare t text;
begin
  foreach t in array array['invitations', 'draft_reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
  end loop;
end $$;
--> statement-breakpoint
create policy employer_own on invitations for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy employer_invites on invitations for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and invited_by = app_person()
    and exists (select from applications a where a.id = application_id and a.organisation_id = app_organisation()));
--> statement-breakpoint
create policy system_tells on invitations for select to portal_app using (app_kind() = 'system');
--> statement-breakpoint
create policy system_reminds on draft_reminders for all to portal_app using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
-- To remind of a draft, and to tell a colleague of it, the system has to see it; officials still do not.
create policy system_sees_drafts on applications for select to portal_app using (app_kind() = 'system' and state = 'draft');
--> statement-breakpoint
grant select, insert on invitations, draft_reminders to portal_app;
--> statement-breakpoint
grant select on invitations, draft_reminders to portal_engine;
