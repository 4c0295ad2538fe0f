-- What someone typed is his alone, and about an application of the organisation he acts for. The system only tidies up.
alter table kept_answers enable row level security;
--> statement-breakpoint
alter table kept_answers force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on kept_answers for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on kept_answers for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy own on kept_answers for all to portal_app
  using (app_kind() = 'employer' and person_id = app_person())
  with check (app_kind() = 'employer' and person_id = app_person()
    and exists (select from applications a where a.id = application_id and a.organisation_id = app_organisation()));
--> statement-breakpoint
create policy system_tidies on kept_answers for delete to portal_app using (app_kind() = 'system');
--> statement-breakpoint
create policy system_finds on kept_answers for select to portal_app using (app_kind() = 'system');
--> statement-breakpoint
grant select, insert, update, delete on kept_answers to portal_app;
--> statement-breakpoint
grant select on kept_answers to portal_engine;
