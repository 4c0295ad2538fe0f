-- Who may see and write what. Row-level security is on and forced for every table: without an actor there are no rows.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
  end loop;
  foreach t in array array['budget_lines', 'ceilings', 'windows', 'rules_versions', 'moves'] loop
    execute format('create policy everyone_reads on %I for select to portal_app using (app_kind() is not null)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy staff_reads on ledger_entries for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy decider_writes on ledger_entries for insert to portal_app
  with check (app_has_role('decider') and by_person_id = app_person());
--> statement-breakpoint

create policy own on organisations for select to portal_app using (
  app_kind() in ('staff', 'system') or (app_kind() = 'employer' and (
    id = app_organisation() or exists (select from employments e where e.organisation_id = organisations.id and e.person_id = app_person())
    or exists (select from mandates m where m.organisation_id = organisations.id and m.person_id = app_person()))));
--> statement-breakpoint
create policy sign_in on organisations for all to portal_app using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
create policy own on people for select to portal_app using (app_kind() in ('staff', 'system') or id = app_person());
--> statement-breakpoint
create policy sign_in on people for all to portal_app using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['employments', 'mandates', 'staff_roles', 'staff_interests', 'sessions'] loop
    execute format('create policy own on %I for select to portal_app using (person_id = app_person() or app_has_role(''auditor''))', t);
    execute format('create policy sign_in on %I for all to portal_app using (app_kind() = ''system'') with check (app_kind() = ''system'')', t);
  end loop;
end $$;
--> statement-breakpoint

create policy employer_own on applications for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on applications for select to portal_app using (app_kind() in ('staff', 'system') and state <> 'draft');
--> statement-breakpoint
create policy staff_handles on applications for update to portal_app
  using (app_has_role('reviewer', 'decider') and state <> 'draft') with check (app_has_role('reviewer', 'decider') and state <> 'draft');
--> statement-breakpoint
create policy employer_own on trajectories for select to portal_app using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy employer_files on trajectories for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on trajectories for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy staff_reads on proposals for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy reviewer_proposes on proposals for insert to portal_app
  with check (app_has_role('reviewer') and proposed_by = app_person() and returned_by is null);
--> statement-breakpoint
create policy decider_returns on proposals for update to portal_app
  using (app_has_role('decider')) with check (app_has_role('decider') and returned_by = app_person());
--> statement-breakpoint
create policy employer_own on decisions for select to portal_app using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on decisions for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy decider_decides on decisions for insert to portal_app with check (app_has_role('decider') and decided_by = app_person());
--> statement-breakpoint
create policy employer_own on events for select to portal_app using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on events for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy actor_records on events for insert to portal_app
  with check (actor_kind = app_kind() and person_id is not distinct from app_person());
--> statement-breakpoint
create policy staff_reads on event_heads for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint

-- The app's role owns nothing and has only the rights that a command uses.
grant usage on schema public to portal_app, portal_engine;
--> statement-breakpoint
grant select on all tables in schema public to portal_app;
--> statement-breakpoint
grant insert on ledger_entries, applications, trajectories, proposals, decisions, events to portal_app;
--> statement-breakpoint
grant update (state, version, answers, answers_version, saved_at, reference, case_number, requested_cents, awarded_cents, iban_key, assignee_id)
  on applications to portal_app;
--> statement-breakpoint
grant update (returned_by, returned_at, return_reason) on proposals to portal_app;
--> statement-breakpoint
grant insert, update, delete on organisations, people, employments, mandates, staff_roles, staff_interests, sessions to portal_app;
--> statement-breakpoint
grant usage on sequence case_numbers to portal_app;
--> statement-breakpoint
grant select on all tables in schema public to portal_engine;
--> statement-breakpoint
grant update on ceilings, event_heads to portal_engine;
--> statement-breakpoint
grant insert on event_heads to portal_engine;
--> statement-breakpoint
revoke execute on function lock_ceilings(text[], integer) from public;
--> statement-breakpoint
grant execute on function lock_ceilings(text[], integer) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function lock_ceilings(text[], integer) owner to portal_engine;
--> statement-breakpoint
alter function count_entries() owner to portal_engine;
--> statement-breakpoint
alter function chain_event() owner to portal_engine;
--> statement-breakpoint
alter function demand_event() owner to portal_engine;
--> statement-breakpoint
alter function guard_handler() owner to portal_engine;
--> statement-breakpoint
alter function decision_adds_up() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
