-- The database sets the days of a request to complete and keeps the rank day at that time. A request ends once, when
-- the application moves on: guard_application() ends it, and any other update is refused.
create or replace function guard_completion_request() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.asked_at := portal_now();
    new.asked_on := legal_today();
    new.rank_day := (select a.rank_day from applications a where a.id = new.application_id);
    if num_nonnulls(new.ended_on, new."end") > 0 then
      raise exception 'a request starts open'
        using errcode = 'check_violation', constraint = 'completion_requests_start_open';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.ended_on is not null or pg_trigger_depth() < 2
      or (to_jsonb(new) - '{ended_on,end,shifts_rank}'::text[])
        <> (to_jsonb(old) - '{ended_on,end,shifts_rank}'::text[]) then
    raise exception 'a request only ends, once'
      using errcode = 'restrict_violation', constraint = 'completion_requests_only_end';
  end if;
  return new;
end $$;
create trigger completion_requests_guard before insert or update or delete on completion_requests
  for each row execute function guard_completion_request();

-- An answer belongs to an open request and never changes after it was sent.
create or replace function guard_completion_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.sent_at is not null) then
    raise exception 'an answer that was sent stays as it was'
      using errcode = 'restrict_violation', constraint = 'completion_answers_sent_unchanged';
  end if;
  if new.sent_at is not null then new.sent_at := portal_now(); end if;
  if not exists (select from completion_requests r where r.id = new.request_id and r.ended_on is null) then
    raise exception 'nothing is asked any more'
      using errcode = 'check_violation', constraint = 'completion_answers_of_open_request';
  end if;
  return new;
end $$;
create trigger completion_answers_guard before insert or update or delete on completion_answers
  for each row execute function guard_completion_answer();
