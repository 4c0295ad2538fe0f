-- The rules are created anew each time: objects that the next files do not create are gone. Until access.sql ends, the
-- owner has the rights of portal_engine.
grant portal_engine to current_user with inherit true;
grant create on schema public to portal_engine;

drop view if exists application_keys;

do $$
declare statement text;
begin
  for statement in
    select format('drop policy %I on %I', policyname, tablename) from pg_policies where schemaname = 'public'
    union all
    select format('drop trigger %I on %s', tgname, tgrelid::regclass)
      from pg_trigger join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = 'public'::regnamespace
  loop
    execute statement;
  end loop;

  -- In one statement, because functions use each other. A function in a column default is replaced instead.
  select 'drop function ' || string_agg(p.oid::regprocedure::text, ', ') into statement from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      and not exists (select from pg_depend d
        where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid and d.classid = 'pg_attrdef'::regclass);
  if statement is not null then
    execute statement;
  end if;
end $$;

revoke all on all tables in schema public from public, portal_app, portal_engine;
revoke all on all sequences in schema public from public, portal_app, portal_engine;
revoke create on schema public from public;
