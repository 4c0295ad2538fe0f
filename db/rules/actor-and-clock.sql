-- The clock of every window, rank day and term. Column defaults ask it, so this file comes before the tables.
create or replace function portal_now() returns timestamptz stable language sql as $$ select now() $$;

-- Who is asking: settings that asActor() makes for one transaction. Without them nobody is asking.
create or replace function app_kind() returns text stable parallel safe language sql as
$$ select nullif(current_setting('app.kind', true), '') $$;

create or replace function app_person() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

create or replace function app_organisation() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

create or replace function app_roles() returns text[] stable parallel safe language sql as
$$ select string_to_array(nullif(current_setting('app.roles', true), ''), ',') $$;

create or replace function app_has_role(variadic wanted text[]) returns boolean stable parallel safe language sql as
$$ select coalesce(app_roles() && wanted, false) $$;
