-- Formal messages are placed by the database together with what they tell of, whoever or whatever writes that.
create function place_message(p_application uuid, p_kind text, p_about text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into messages (application_id, organisation_id, kind, about)
  select a.id, a.organisation_id, p_kind, p_about from applications a where a.id = p_application
  on conflict do nothing $$;
--> statement-breakpoint
create function place_receipt() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.id, 'receipt', new.version::text);
  return null;
end $$;
--> statement-breakpoint
create trigger applications_receipt after update of state on applications
  for each row when (old.state = 'draft' and new.state = 'submitted') execute function place_receipt();
--> statement-breakpoint
create function place_completion_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, 'completion_request', new.application_version::text);
  return null;
end $$;
--> statement-breakpoint
create trigger completion_requests_message after insert on completion_requests
  for each row execute function place_completion_request();
--> statement-breakpoint
create function place_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, 'decision', new.application_version::text);
  return null;
end $$;
--> statement-breakpoint
create trigger decisions_message after insert on decisions for each row execute function place_decision();
--> statement-breakpoint

-- A request tells the rank day as it was when it was asked.
create function note_rank_day() returns trigger language plpgsql as $$
begin
  new.rank_day := (select a.rank_day from applications a where a.id = new.application_id);
  return new;
end $$;
--> statement-breakpoint
create trigger completion_requests_rank_day before insert on completion_requests for each row execute function note_rank_day();
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['messages', 'message_reads', 'questions', 'contact_changes', 'agreed_declarations'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create policy employer_own on %I for select to portal_app using (app_kind() = ''employer'' and organisation_id = app_organisation())', t);
    execute format('create policy staff_reads on %I for select to portal_app using (app_kind() in (''staff'', ''system''))', t);
    execute format('grant select on %I to portal_app, portal_engine', t);
  end loop;
  foreach t in array array['message_reads', 'contact_changes', 'agreed_declarations'] loop
    execute format('create policy employer_adds on %I for insert to portal_app with check (app_kind() = ''employer'' and organisation_id = app_organisation() and %I = app_person())',
      t, case t when 'contact_changes' then 'changed_by' else 'person_id' end);
    execute format('grant insert on %I to portal_app', t);
  end loop;
end $$;
--> statement-breakpoint
create policy employer_asks on questions for insert to portal_app
  with check (side = 'employer' and app_kind() = 'employer' and organisation_id = app_organisation() and person_id = app_person());
--> statement-breakpoint
create policy handler_asks on questions for insert to portal_app
  with check (side = 'ministry' and app_has_role('reviewer', 'decider') and person_id = app_person());
--> statement-breakpoint
grant insert on questions to portal_app;
--> statement-breakpoint
grant insert on messages to portal_engine;
--> statement-breakpoint

-- Both sides see that mail left, and an employer the lot of his own application.
create policy staff_reads on sent_mails for select to portal_app using (app_kind() = 'staff');
--> statement-breakpoint
create policy employer_own on sent_mails for select to portal_app
  using (app_kind() = 'employer' and exists (select from applications a where a.id = application_id and a.organisation_id = app_organisation()));
--> statement-breakpoint
create policy employer_own on lots for select to portal_app
  using (app_kind() = 'employer' and exists (select from applications a where a.id = application_id and a.organisation_id = app_organisation()));
--> statement-breakpoint

revoke execute on function place_message(uuid, text, text) from public;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function place_message(uuid, text, text) owner to portal_engine;
--> statement-breakpoint
alter function place_receipt() owner to portal_engine;
--> statement-breakpoint
alter function place_completion_request() owner to portal_engine;
--> statement-breakpoint
alter function place_decision() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
