-- Days are those of the database; a notice of default counts only after the last day to decide (Awb 4:17(3)).
create function guard_default_notice() returns trigger language plpgsql as $$
declare today date := (portal_now() at time zone 'Europe/Amsterdam')::date;
begin
  if app_kind() = 'employer' then new.received_on := today; end if;
  if new.received_on > today or new.received_on <= (select a.due_on from applications a where a.id = new.application_id) then
    raise exception 'not in default' using errcode = 'check_violation', constraint = 'default_notices_in_default';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger default_notices_guard before insert on default_notices for each row execute function guard_default_notice();
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['delay_notices', 'default_notices'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_append_only', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create policy employer_own on %I for select to portal_app using (app_kind() = ''employer'' and organisation_id = app_organisation())', t);
    execute format('create policy staff_reads on %I for select to portal_app using (app_kind() in (''staff'', ''system''))', t);
    execute format('grant select, insert on %I to portal_app', t);
    execute format('grant select on %I to portal_engine', t);
  end loop;
end $$;
--> statement-breakpoint
create policy reviewer_tells on delay_notices for insert to portal_app
  with check (app_has_role('reviewer') and told_by = app_person());
--> statement-breakpoint
create policy employer_gives on default_notices for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and recorded_by = app_person());
--> statement-breakpoint
create policy reviewer_enters on default_notices for insert to portal_app
  with check (app_has_role('reviewer') and recorded_by = app_person());
--> statement-breakpoint

-- Formal messages are placed in the box together with what they tell of.
create function place_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, tg_argv[0], new.id::text);
  return null;
end $$;
--> statement-breakpoint
create trigger delay_notices_message after insert on delay_notices for each row execute function place_told('delay_notice');
--> statement-breakpoint
create trigger default_notices_message after insert on default_notices for each row execute function place_told('default_notice');
--> statement-breakpoint
create function place_intended_refusal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, 'intended_refusal', new.application_version::text);
  return null;
end $$;
--> statement-breakpoint
create trigger intended_refusals_message after insert on intended_refusals for each row execute function place_intended_refusal();
--> statement-breakpoint
create function place_reserve() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.id, 'reserve', new.version::text);
  return null;
end $$;
--> statement-breakpoint
create trigger applications_reserve after update of state on applications
  for each row when (old.state = 'proposed' and new.state = 'reserve_list') execute function place_reserve();
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function place_told() owner to portal_engine;
--> statement-breakpoint
alter function place_intended_refusal() owner to portal_engine;
--> statement-breakpoint
alter function place_reserve() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
