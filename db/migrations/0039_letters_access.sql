-- The last day to decide, by the window alone; terms of thirteen weeks and more never move for a weekend or holiday
-- (Atw art. 4). What suspends the term moves it afterwards.
create function set_due_on() returns trigger language plpgsql as $$
begin
  new.due_on := (select (w.closes_at at time zone 'Europe/Amsterdam')::date + w.decision_weeks * 7 from windows w where w.id = new.window_id);
  return new;
end $$;
--> statement-breakpoint
create trigger applications_due_on before insert or update of state on applications
  for each row when (new.state <> 'draft' and new.due_on is null) execute function set_due_on();
--> statement-breakpoint
do $$
begin
  perform set_config('app.kind', 'system', true);
  update applications a set due_on = (w.closes_at at time zone 'Europe/Amsterdam')::date + w.decision_weeks * 7
    from windows w where w.id = a.window_id and a.state <> 'draft';
  perform set_config('app.kind', '', true);
end $$;
--> statement-breakpoint
grant update (due_on) on applications to portal_app;
--> statement-breakpoint

create trigger letters_append_only before update or delete on letters for each row execute function refuse_change();
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['letters'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create policy employer_own on %I for select to portal_app using (app_kind() = ''employer'' and organisation_id = app_organisation())', t);
    execute format('create policy staff_reads on %I for select to portal_app using (app_kind() in (''staff'', ''system''))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy system_publishes on letters for insert to portal_app with check (app_kind() = 'system');
--> statement-breakpoint
grant select, insert on letters to portal_app;
--> statement-breakpoint
grant select on letters to portal_engine;
--> statement-breakpoint

-- Whoever holds a letter may ask whether it is real: only the hash of its exact bytes finds it.
create function letter_known(p_sha256 bytea) returns table (kind text, reference text, published_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.kind, a.reference, l.published_on from letters l join applications a on a.id = l.application_id
  where l.sha256 = p_sha256 $$;
--> statement-breakpoint
revoke execute on function letter_known(bytea) from public;
--> statement-breakpoint
grant execute on function letter_known(bytea) to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function letter_known(bytea) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
