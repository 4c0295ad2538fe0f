-- A document is added to a draft, or while completion is asked; it leaves as long as that same version stands. After
-- that it stays as it was: only what the scanner finds is still noted.
create function guard_document() returns trigger language plpgsql as $$
declare subject record;
begin
  if tg_op = 'UPDATE' then
    if old.scan in ('clean', 'infected') or (to_jsonb(new) - '{scan,scanned_at}'::text[]) <> (to_jsonb(old) - '{scan,scanned_at}'::text[]) then
      raise exception 'of a document only the scan changes, once' using errcode = 'restrict_violation', constraint = 'documents_only_scanned';
    end if;
    new.scanned_at := portal_now();
    return new;
  end if;
  if tg_op = 'DELETE' then
    select a.state, a.version into subject from applications a where a.id = old.application_id;
    if subject.state not in ('draft', 'completion_requested') or subject.version <> old.application_version then
      raise exception 'what was filed does not change' using errcode = 'restrict_violation', constraint = 'documents_filed_unchanged';
    end if;
    return old;
  end if;
  select a.state, a.version, a.organisation_id into subject from applications a where a.id = new.application_id;
  if subject is null or subject.organisation_id <> new.organisation_id or subject.state not in ('draft', 'completion_requested') then
    raise exception 'nothing can be added now' using errcode = 'restrict_violation', constraint = 'documents_filed_unchanged';
  end if;
  new.application_version := subject.version;
  new.uploaded_at := portal_now();
  return new;
end $$;
--> statement-breakpoint
create trigger documents_guard before insert or update or delete on documents for each row execute function guard_document();
--> statement-breakpoint

-- Content comes with its document and leaves with it, or because of what was found in it.
create function guard_document_chunk() returns trigger language plpgsql as $$
declare parent record;
begin
  if tg_op = 'UPDATE' then
    raise exception 'content never changes' using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
  end if;
  if tg_op = 'DELETE' then
    select d.scan into parent from documents d where d.id = old.document_id;
    if found and parent.scan <> 'infected' then
      raise exception 'content leaves with its document' using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
    end if;
    return old;
  end if;
  select d.uploaded_at into parent from documents d where d.id = new.document_id;
  if parent.uploaded_at is distinct from portal_now() then
    raise exception 'content comes with its document' using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger document_chunks_guard before insert or update or delete on document_chunks
  for each row execute function guard_document_chunk();
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['documents', 'document_chunks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create policy scanner on %I for select to portal_app using (app_kind() = ''system'')', t);
  end loop;
end $$;
--> statement-breakpoint
create policy employer_own on documents for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy employer_adds on documents for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and uploaded_by = app_person());
--> statement-breakpoint
create policy employer_removes on documents for delete to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
-- Staff see what belongs to an application that they see, which is never a draft; a budget holder handles no cases.
create policy staff_reads on documents for select to portal_app
  using (app_has_role('reviewer', 'decider', 'auditor') and exists (select from applications a where a.id = application_id));
--> statement-breakpoint
create policy scanner_notes on documents for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
create policy with_document on document_chunks for select to portal_app
  using (exists (select from documents d where d.id = document_id));
--> statement-breakpoint
create policy employer_adds on document_chunks for insert to portal_app
  with check (app_kind() = 'employer' and exists (select from documents d where d.id = document_id));
--> statement-breakpoint
create policy scanner_empties on document_chunks for delete to portal_app using (app_kind() = 'system');
--> statement-breakpoint
grant select, insert, delete on documents, document_chunks to portal_app;
--> statement-breakpoint
grant update (scan, scanned_at) on documents to portal_app;
--> statement-breakpoint
grant select on documents, document_chunks to portal_engine;
