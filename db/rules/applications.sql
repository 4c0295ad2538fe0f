-- An employer inserts an application as a draft, in their own name, without values that officials or moves set.
create or replace function guard_start() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if new.state <> 'draft' or new.version <> 1 or new.reconsiders or new.started_by is distinct from app_person() or num_nonnulls(
      new.reference, new.case_number, new.submitted_at, new.rank_day, new.due_on, new.requested_cents,
      new.awarded_cents, new.iban_key, new.assignee_id, new.reconsidered_on) > 0 then
    raise exception 'an application starts as a draft'
      using errcode = 'check_violation', constraint = 'applications_start_as_draft';
  end if;
  return new;
end $$;
create trigger applications_start before insert on applications
  for each row when (app_kind() = 'employer') execute function guard_start();

-- The life of an application: an allowed move, the next version, exactly one event. Only a decider's move sets the
-- awarded amount. Filed answers change only when an employer completes the application in time: the old answers are
-- kept first, and when a listed item was missing the rank day becomes the day of completion (Awb 4:5, 4:26).
create or replace function guard_application() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked completion_requests;
  completes boolean := false;
begin
  if new.state <> old.state or new.version <> old.version then
    if not exists (
      select from moves m where m."from" = old.state and m."to" = new.state
        and (m.role = app_kind() or m.role = any (app_roles()))
    ) then
      if new.state = old.state then
        raise exception 'only a move counts a version'
          using errcode = 'check_violation', constraint = 'applications_version_counts';
      end if;
      raise exception 'no move from % to % for this actor', old.state, new.state
        using errcode = 'check_violation', constraint = 'applications_allowed_move';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'a move counts one version'
        using errcode = 'check_violation', constraint = 'applications_version_counts';
    end if;
    if old.state = 'draft' then
      new.submitted_at := portal_now();
      new.rank_day := legal_today();
    end if;
  end if;

  if old.state = 'reserve_list' and new.state = 'proposed' and not reserve_is_ending(old) then
    raise exception 'the reserve list goes on'
      using errcode = 'check_violation', constraint = 'applications_reserve_ends';
  end if;
  if old.state = 'proposed' and new.state = 'reserve_list' and reserve_ends_on(old) < legal_today() then
    raise exception 'the reserve list has ended'
      using errcode = 'check_violation', constraint = 'applications_reserve_open';
  end if;
  if old.state = 'refused' and new.state = 'in_review' then
    if not old.reconsiders then
      raise exception 'not refused for want of money alone'
        using errcode = 'check_violation', constraint = 'applications_reconsidered';
    end if;
    new.reconsiders := false;
    new.reconsidered_on := legal_today();
  end if;

  if new.awarded_cents is distinct from old.awarded_cents
      and (new.version = old.version or not app_has_role('decider')) then
    raise exception 'a decider awards' using errcode = 'check_violation', constraint = 'applications_award_decided';
  end if;

  if old.state = 'completion_requested' and new.state <> old.state then
    select * into asked from completion_requests r where r.application_id = old.id and r.ended_on is null;
    if not found then
      raise exception 'nothing was asked'
        using errcode = 'check_violation', constraint = 'applications_completion_asked';
    end if;
    completes := new.state = 'in_review' and app_kind() = 'employer';
    if completes and legal_today() > asked.due_on then
      raise exception 'the time given has passed'
        using errcode = 'check_violation', constraint = 'applications_completed_in_time';
    end if;
    if new.state = 'in_review' and not completes and legal_today() <= asked.due_on then
      raise exception 'the time given has not passed'
        using errcode = 'check_violation', constraint = 'applications_term_lapsed';
    end if;
    update completion_requests r set ended_on = least(legal_today(), asked.due_on),
        "end" = case when completes then 'completed' when new.state = 'in_review' then 'lapsed' else 'withdrawn' end
      where r.id = asked.id;
  end if;

  if completes then
    if new.answers_version <> old.answers_version + 1 or not exists (
      select from answer_versions v where v.application_id = old.id and v.answers_version = old.answers_version
        and (v.answers, v.rank_day, v.requested_cents) = (old.answers, old.rank_day, old.requested_cents)
    ) then
      raise exception 'what is replaced is kept'
        using errcode = 'check_violation', constraint = 'applications_superseded_kept';
    end if;
    new.rank_day := case when asked.shifts_rank then legal_today() else old.rank_day end;
    if (new.reference, new.case_number, new.submitted_at)
        is distinct from (old.reference, old.case_number, old.submitted_at) then
      raise exception 'what was filed does not change'
        using errcode = 'check_violation', constraint = 'applications_filed_unchanged';
    end if;
  elsif old.state <> 'draft' and (new.answers, new.answers_version, new.reference, new.case_number, new.submitted_at,
        new.rank_day, new.requested_cents, new.iban_key)
      is distinct from (old.answers, old.answers_version, old.reference, old.case_number, old.submitted_at,
        old.rank_day, old.requested_cents, old.iban_key) then
    raise exception 'what was filed does not change'
      using errcode = 'check_violation', constraint = 'applications_filed_unchanged';
  end if;
  if (new.organisation_id, new.window_id, new.scheme, new.line_id, new.year, new.rules_version, new.started_by)
      is distinct from
      (old.organisation_id, old.window_id, old.scheme, old.line_id, old.year, old.rules_version, old.started_by) then
    raise exception 'an application keeps its employer and window'
      using errcode = 'check_violation', constraint = 'applications_identity_unchanged';
  end if;
  return new;
end $$;
create trigger applications_guard before update on applications for each row execute function guard_application();

-- Consent to wait ends when an application leaves the reserve list.
create or replace function end_waiting() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update suspensions s set ended_on = legal_today(), ended_by = app_person()
    where s.application_id = old.id and s.ground = 'wait' and s.ended_on is null;
  return null;
end $$;
create trigger applications_end_waiting after update of state on applications
  for each row when (old.state = 'reserve_list' and new.state <> 'reserve_list') execute function end_waiting();

-- At the end of the transaction every version of an application has its event.
create or replace function demand_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from events e where e.application_id = new.id and e.application_version = new.version) then
    raise exception 'application % reached version % without an event', new.id, new.version
      using errcode = 'check_violation', constraint = 'applications_one_event_per_move';
  end if;
  return null;
end $$;
create constraint trigger applications_event_on_start after insert on applications
  deferrable initially deferred for each row execute function demand_event();
create constraint trigger applications_event_on_move after update of version on applications
  deferrable initially deferred for each row when (new.version <> old.version) execute function demand_event();

-- A trajectory changes only while the employer completes the application.
create or replace function guard_trajectory() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE'
      or (new.application_id, new.number, new.organisation_id, new.scheme)
        is distinct from (old.application_id, old.number, old.organisation_id, old.scheme)
      or not exists (
        select from applications a where a.id = old.application_id and a.state = 'completion_requested') then
    raise exception 'what was filed does not change'
      using errcode = 'check_violation', constraint = 'trajectories_filed_unchanged';
  end if;
  return new;
end $$;
create trigger trajectories_guard before update or delete on trajectories
  for each row execute function guard_trajectory();

-- The companies of one undertaking are written while an employer files or completes, and not afterwards.
create or replace function guard_undertaking() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from applications a where a.id = coalesce(new.application_id, old.application_id)
      and a.state in ('draft', 'completion_requested')) then
    raise exception 'what was filed does not change'
      using errcode = 'check_violation', constraint = 'undertakings_as_filed';
  end if;
  return coalesce(new, old);
end $$;
create trigger undertakings_guard before insert or update or delete on undertakings
  for each row execute function guard_undertaking();
