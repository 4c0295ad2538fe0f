-- The database places a formal message together with the row that it is about, whatever command writes that row.
create or replace function place_message(p_application uuid, p_kind text, p_about text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into messages (application_id, organisation_id, kind, about)
  select a.id, a.organisation_id, p_kind, p_about from applications a where a.id = p_application
  on conflict do nothing $$;

create or replace function place_receipt() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.id, 'receipt', new.version::text);
  return null;
end $$;
create trigger applications_receipt after update of state on applications
  for each row when (old.state = 'draft' and new.state = 'submitted') execute function place_receipt();

create or replace function place_reserve() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.id, 'reserve', new.version::text);
  return null;
end $$;
create trigger applications_reserve after update of state on applications
  for each row when (old.state = 'proposed' and new.state = 'reserve_list') execute function place_reserve();

create or replace function place_completion_request() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, 'completion_request', new.application_version::text);
  return null;
end $$;
create trigger completion_requests_message after insert on completion_requests
  for each row execute function place_completion_request();

create or replace function place_intention() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'refusal' then
    perform place_message(new.application_id, 'intended_refusal', new.application_version::text);
  else
    perform place_message(new.application_id, 'intended_lowering', new.id::text);
  end if;
  return null;
end $$;
create trigger intentions_message after insert on intentions for each row execute function place_intention();

create or replace function place_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, 'decision', new.application_version::text);
  return null;
end $$;
create trigger decisions_message after insert on decisions for each row execute function place_decision();

create or replace function place_told() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_message(new.application_id, tg_argv[0], new.id::text);
  return null;
end $$;
create trigger delay_notices_message after insert on delay_notices
  for each row execute function place_told('delay_notice');
create trigger default_notices_message after insert on default_notices
  for each row execute function place_told('default_notice');
create trigger suspensions_message after insert on suspensions
  for each row execute function place_told('suspension');
create trigger suspensions_asked_message after update on suspensions
  for each row when (old.asked_on is null and new.asked_on is not null) execute function place_told('wait_question');
-- A person ends a suspension early; one that ends because its application moves, or by another consent, is not told.
create trigger suspensions_ended_message after update on suspensions
  for each row when (new.ended_on < new.resumes_on and pg_trigger_depth() = 0) execute function place_told('resumption');
