-- The actor and the clock. Column defaults use the clock, so this file comes before the tables. PostgreSQL binds these
-- bodies to their objects when it creates them, so that no other object of that name is used instead.

-- The clock of every window, rank day and term.
create or replace function portal_now() returns timestamptz stable parallel safe language sql
return now();

-- The calendar day of a moment, in the legal time zone, which SQL names only here (in TypeScript: lib/day.ts).
create or replace function legal_day(p_moment timestamptz) returns date immutable parallel safe language sql
return (p_moment at time zone 'Europe/Amsterdam')::date;

create or replace function legal_today() returns date stable parallel safe language sql
return legal_day(portal_now());

-- asActor() makes these settings for one transaction. Without them there is no actor.
create or replace function app_kind() returns text stable parallel safe language sql
return nullif(current_setting('app.kind', true), '');

create or replace function app_person() returns uuid stable parallel safe language sql
return nullif(current_setting('app.person_id', true), '')::uuid;

create or replace function app_organisation() returns uuid stable parallel safe language sql
return nullif(current_setting('app.organisation_id', true), '')::uuid;

create or replace function app_session() returns uuid stable parallel safe language sql
return nullif(current_setting('app.session_id', true), '')::uuid;

create or replace function app_roles() returns text[] stable parallel safe language sql
return string_to_array(nullif(current_setting('app.roles', true), ''), ',');

create or replace function app_has_role(variadic wanted text[]) returns boolean stable parallel safe language sql
return coalesce(app_roles() && wanted, false);
