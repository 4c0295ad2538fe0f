-- Moments and days of a request to complete are the database's; it ends once, when the application moves on.
create function guard_completion_request() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.asked_at := portal_now();
    new.asked_on := (portal_now() at time zone 'Europe/Amsterdam')::date;
    if num_nonnulls(new.ended_on, new."end") > 0 then
      raise exception 'a request starts open' using errcode = 'check_violation', constraint = 'completion_requests_start_open';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.ended_on is not null or pg_trigger_depth() < 2
      or (to_jsonb(new) - '{ended_on,end,shifts_rank}'::text[]) <> (to_jsonb(old) - '{ended_on,end,shifts_rank}'::text[]) then
    raise exception 'a request only ends, once' using errcode = 'restrict_violation', constraint = 'completion_requests_only_end';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger completion_requests_guard before insert or update or delete on completion_requests
  for each row execute function guard_completion_request();
--> statement-breakpoint
create function guard_completion_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.sent_at is not null) then
    raise exception 'an answer that was sent stays as it was' using errcode = 'restrict_violation', constraint = 'completion_answers_sent_unchanged';
  end if;
  if new.sent_at is not null then new.sent_at := portal_now(); end if;
  if not exists (select from completion_requests r where r.id = new.request_id and r.ended_on is null) then
    raise exception 'nothing is asked any more' using errcode = 'check_violation', constraint = 'completion_answers_of_open_request';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger completion_answers_guard before insert or update or delete on completion_answers
  for each row execute function guard_completion_answer();
--> statement-breakpoint
create trigger answer_versions_append_only before update or delete on answer_versions for each row execute function refuse_change();
--> statement-breakpoint

-- What is asked for a person changes only while its employer completes the application.
create function guard_trajectory() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.application_id, new.number, new.organisation_id, new.scheme) is distinct from (old.application_id, old.number, old.organisation_id, old.scheme)
      or not exists (select from applications a where a.id = old.application_id and a.state = 'completion_requested') then
    raise exception 'what was filed does not change' using errcode = 'check_violation', constraint = 'trajectories_filed_unchanged';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger trajectories_guard before update or delete on trajectories for each row execute function guard_trajectory();
--> statement-breakpoint

-- The life of an application: an allowed move, one version up, exactly one event. What was filed stays as it was, but
-- for one thing: an employer who completes it in time replaces the answers. What they replace is kept first, and the
-- rank day is then the day of the database when a listed item was missing (Awb 4:5, 4:26).
create or replace function guard_application() returns trigger language plpgsql as $$
declare
  today date := (portal_now() at time zone 'Europe/Amsterdam')::date;
  asked completion_requests;
  completes boolean := false;
begin
  if new.state <> old.state then
    if not exists (
      select from moves m where m."from" = old.state and m."to" = new.state
        and (m.role = app_kind() or m.role = any (app_roles()))
    ) then
      raise exception 'no move from % to % for this actor', old.state, new.state
        using errcode = 'check_violation', constraint = 'applications_allowed_move';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'a move counts one version' using errcode = 'check_violation', constraint = 'applications_version_counts';
    end if;
    if old.state = 'draft' then
      new.submitted_at := portal_now();
      new.rank_day := today;
    end if;
  elsif new.version <> old.version then
    raise exception 'only a move counts a version' using errcode = 'check_violation', constraint = 'applications_version_counts';
  end if;

  if old.state = 'completion_requested' and new.state <> old.state then
    select * into asked from completion_requests r where r.application_id = old.id and r.ended_on is null;
    if not found then
      raise exception 'nothing was asked' using errcode = 'check_violation', constraint = 'applications_completion_asked';
    end if;
    completes := new.state = 'in_review' and app_kind() = 'employer';
    if completes and today > asked.due_on then
      raise exception 'the time given has passed' using errcode = 'check_violation', constraint = 'applications_completed_in_time';
    end if;
    if new.state = 'in_review' and not completes and today <= asked.due_on then
      raise exception 'the time given has not passed' using errcode = 'check_violation', constraint = 'applications_term_lapsed';
    end if;
    update completion_requests r set ended_on = least(today, asked.due_on),
        "end" = case when completes then 'completed' when new.state = 'in_review' then 'lapsed' else 'withdrawn' end
      where r.id = asked.id;
  end if;

  if completes then
    if new.answers_version <> old.answers_version + 1 or not exists (
      select from answer_versions v where v.application_id = old.id and v.answers_version = old.answers_version
        and (v.answers, v.rank_day, v.requested_cents) = (old.answers, old.rank_day, old.requested_cents)
    ) then
      raise exception 'what is replaced is kept' using errcode = 'check_violation', constraint = 'applications_superseded_kept';
    end if;
    new.rank_day := case when asked.shifts_rank then today else old.rank_day end;
    if (new.reference, new.case_number, new.submitted_at) is distinct from (old.reference, old.case_number, old.submitted_at) then
      raise exception 'what was filed does not change' using errcode = 'check_violation', constraint = 'applications_filed_unchanged';
    end if;
  elsif old.state <> 'draft' and (new.answers, new.answers_version, new.reference, new.case_number, new.submitted_at, new.rank_day, new.requested_cents, new.iban_key)
      is distinct from (old.answers, old.answers_version, old.reference, old.case_number, old.submitted_at, old.rank_day, old.requested_cents, old.iban_key) then
    raise exception 'what was filed does not change' using errcode = 'check_violation', constraint = 'applications_filed_unchanged';
  end if;
  if (new.organisation_id, new.window_id, new.scheme, new.year, new.rules_version, new.started_by)
      is distinct from (old.organisation_id, old.window_id, old.scheme, old.year, old.rules_version, old.started_by) then
    raise exception 'an application keeps its employer and window' using errcode = 'check_violation', constraint = 'applications_identity_unchanged';
  end if;
  return new;
end $$;
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['completion_concepts', 'completion_requests', 'completion_answers', 'answer_versions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy reviewer_writes on completion_concepts for all to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer') and written_by = app_person());
--> statement-breakpoint
create policy employer_own on completion_requests for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on completion_requests for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy reviewer_asks on completion_requests for insert to portal_app
  with check (app_has_role('reviewer') and asked_by = app_person());
--> statement-breakpoint
create policy employer_ends on completion_requests for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy reviewer_ends on completion_requests for update to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer'));
--> statement-breakpoint
create policy employer_own on completion_answers for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads_sent on completion_answers for select to portal_app
  using (app_kind() in ('staff', 'system') and sent_at is not null);
--> statement-breakpoint
create policy employer_own on answer_versions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy employer_keeps on answer_versions for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on answer_versions for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy employer_completes on trajectories for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
grant select on completion_concepts, completion_requests, completion_answers, answer_versions to portal_app, portal_engine;
--> statement-breakpoint
grant insert, delete, update (items, due_on, revision, written_by, written_at) on completion_concepts to portal_app;
--> statement-breakpoint
grant insert, update (ended_on, "end") on completion_requests to portal_app;
--> statement-breakpoint
grant insert, update (answers, revision, saved_at, sent_at) on completion_answers to portal_app;
--> statement-breakpoint
grant insert on answer_versions to portal_app;
--> statement-breakpoint
grant update (track, person_key, requested_cents) on trajectories to portal_app;
