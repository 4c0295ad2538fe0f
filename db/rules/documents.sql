-- A document is added to a draft, or while a request to complete is open. It can be removed while that version is
-- current. Afterwards only the result of the scan is written.
create or replace function guard_document() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare subject record;
begin
  if tg_op = 'UPDATE' then
    if old.scan in ('clean', 'infected')
        or (to_jsonb(new) - '{scan,scanned_at}'::text[]) <> (to_jsonb(old) - '{scan,scanned_at}'::text[]) then
      raise exception 'of a document only the scan changes, once'
        using errcode = 'restrict_violation', constraint = 'documents_only_scanned';
    end if;
    new.scanned_at := portal_now();
    return new;
  end if;
  if tg_op = 'DELETE' then
    select a.state, a.version into subject from applications a where a.id = old.application_id;
    if subject.state not in ('draft', 'completion_requested') or subject.version <> old.application_version then
      raise exception 'what was filed does not change'
        using errcode = 'restrict_violation', constraint = 'documents_filed_unchanged';
    end if;
    return old;
  end if;
  select a.state, a.version, a.organisation_id into subject from applications a where a.id = new.application_id;
  if subject is null or subject.organisation_id <> new.organisation_id
      or subject.state not in ('draft', 'completion_requested') then
    raise exception 'nothing can be added now'
      using errcode = 'restrict_violation', constraint = 'documents_filed_unchanged';
  end if;
  new.application_version := subject.version;
  new.uploaded_at := portal_now();
  return new;
end $$;
create trigger documents_guard before insert or update or delete on documents
  for each row execute function guard_document();

-- Content is inserted with its document, and deleted with it or because the scan found something.
create or replace function guard_document_chunk() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare parent record;
begin
  if tg_op = 'UPDATE' then
    raise exception 'content never changes'
      using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
  end if;
  if tg_op = 'DELETE' then
    select d.scan into parent from documents d where d.id = old.document_id;
    if found and parent.scan <> 'infected' then
      raise exception 'content leaves with its document'
        using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
    end if;
    return old;
  end if;
  select d.uploaded_at into parent from documents d where d.id = new.document_id;
  if parent.uploaded_at is distinct from portal_now() then
    raise exception 'content comes with its document'
      using errcode = 'restrict_violation', constraint = 'document_chunks_unchanged';
  end if;
  return new;
end $$;
create trigger document_chunks_guard before insert or update or delete on document_chunks
  for each row execute function guard_document_chunk();
