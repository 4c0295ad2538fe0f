-- Who is one undertaking is as filed: written while an employer files or completes, and not afterwards.
create function guard_undertaking() returns trigger language plpgsql as $$
begin
  if (select a.state from applications a where a.id = coalesce(new.application_id, old.application_id)) not in ('draft', 'completion_requested') then
    raise exception 'what was filed does not change' using errcode = 'check_violation', constraint = 'undertakings_as_filed';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger undertakings_guard before insert or update or delete on undertakings
  for each row execute function guard_undertaking();
--> statement-breakpoint
alter table undertakings enable row level security;
--> statement-breakpoint
alter table undertakings force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on undertakings for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on undertakings for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy employer_own on undertakings for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy handlers_read on undertakings for select to portal_app using (app_has_role('reviewer', 'decider', 'auditor'));
--> statement-breakpoint
grant select, insert, delete on undertakings to portal_app;
--> statement-breakpoint
grant select on undertakings to portal_engine;
