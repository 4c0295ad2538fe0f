-- The employer is heard before a refusal is proposed (Awb 4:7), and before a grant is lowered or withdrawn (Awb 4:8,
-- 4:12(2)). An intention ends once: the employer responds, the time for it passes, or the ministry drops it.
create or replace function guard_intention() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from applications a where a.id = new.application_id and a.version = new.application_version
        and a.state in ('granted', 'partly_granted', 'lowered') and a.awarded_cents > 0) then
      raise exception 'there is no grant to lower'
        using errcode = 'check_violation', constraint = 'intentions_lower_a_grant';
    end if;
    if exists (select from proposals p where p.application_id = new.application_id
        and p.application_version = new.application_version and p.returned_by is null) then
      raise exception 'a change is proposed already'
        using errcode = 'check_violation', constraint = 'intentions_before_proposal';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.dropped_at is not null
      or (to_jsonb(new) - '{response,responded_by,responded_at,lapsed_at,dropped_at}'::text[])
        <> (to_jsonb(old) - '{response,responded_by,responded_at,lapsed_at,dropped_at}'::text[])
      or (num_nonnulls(old.responded_at, old.lapsed_at) > 0
        and (new.response, new.responded_by, new.responded_at, new.lapsed_at)
          is distinct from (old.response, old.responded_by, old.responded_at, old.lapsed_at)) then
    raise exception 'an intention ends once' using errcode = 'restrict_violation', constraint = 'intentions_end_once';
  end if;
  if new.lapsed_at is not null and old.lapsed_at is null and legal_today() <= old.until_on then
    raise exception 'there is still time to respond'
      using errcode = 'check_violation', constraint = 'intentions_lapse_later';
  end if;
  return new;
end $$;
create trigger intentions_guard before update or delete on intentions for each row execute function guard_intention();
create trigger intentions_lowering before insert on intentions
  for each row when (new.kind = 'lowering') execute function guard_intention();

-- Nobody responds in the name of an employer.
create or replace function guard_response() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if app_has_role('reviewer') then
    raise exception 'only the employer responds'
      using errcode = 'check_violation', constraint = 'intentions_employer_responds';
  end if;
  return new;
end $$;
create trigger intentions_response before update on intentions
  for each row when (new.responded_at is distinct from old.responded_at) execute function guard_response();

-- A decision is lowered only after a hearing on no less than that, or at the request of the employer on a day before.
create or replace function guard_lowering() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare last decisions;
begin
  select * into last from decisions d where d.application_id = new.application_id
    order by d.application_version desc limit 1;
  if last.id is null then return new; end if;
  if exists (select from intentions i where i.application_id = new.application_id and i.kind = 'lowering'
      and i.responded_at is null and i.lapsed_at is null and i.dropped_at is null) then
    raise exception 'the employer can still respond'
      using errcode = 'check_violation', constraint = 'proposals_after_hearing';
  end if;
  if new.amount_cents >= last.amount_cents then return new; end if;
  if new.asked_on is not null then
    if new.asked_on between last.decided_on and legal_today() then return new; end if;
    raise exception 'the employer asked for it after the decision'
      using errcode = 'check_violation', constraint = 'proposals_asked_after_decision';
  end if;
  if not exists (select from intentions i where i.application_id = new.application_id and i.kind = 'lowering'
      and i.application_version = last.application_version and i.dropped_at is null and new.grounds <@ i.grounds
      and new.amount_cents >= (select coalesce(sum((stays ->> 'amountCents')::bigint), 0) from jsonb_array_elements(i.kept) stays)
      and not exists (select from jsonb_array_elements(i.kept) stays where not exists (
        select from jsonb_array_elements(new.lines) line where line ->> 'trajectory' = stays ->> 'trajectory'))) then
    raise exception 'the employer was not heard'
      using errcode = 'check_violation', constraint = 'proposals_heard_first';
  end if;
  return new;
end $$;
create trigger proposals_lowering before insert on proposals for each row execute function guard_lowering();
