-- An employer acts for the organisation he belongs to, or as far and as long as its mandate reaches: asked anew in
-- every transaction, whatever a session remembers.
create function app_covers(p_scheme scheme) returns boolean stable language sql as $$
  select exists (select from employments e where e.person_id = app_person() and e.organisation_id = app_organisation())
    or exists (
      select from mandates m where m.person_id = app_person() and m.organisation_id = app_organisation()
        and (m.valid_until is null or m.valid_until > portal_now())
        and (m.schemes is null or p_scheme::text = any (m.schemes))) $$;
--> statement-breakpoint
create policy within_mandate on applications as restrictive for all to portal_app
  using (app_kind() <> 'employer' or app_covers(scheme)) with check (app_kind() <> 'employer' or app_covers(scheme));
--> statement-breakpoint

-- What an employer does names the organisation it was done for, and says so when a mandate was the ground. Its name
-- sorts before events_chain, so that the hash covers what it adds.
create function note_mandate() returns trigger language plpgsql as $$
begin
  if app_kind() = 'employer' then
    if new.organisation_id is distinct from app_organisation() then
      raise exception 'an event of an employer names the organisation acted for'
        using errcode = 'check_violation', constraint = 'events_name_organisation';
    end if;
    if not exists (select from employments e where e.person_id = new.person_id and e.organisation_id = new.organisation_id) then
      new.payload := new.payload || '{"byMandate": true}';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger events_by_mandate before insert on events for each row execute function note_mandate();
