-- Nobody proposes or decides on an employer they belong to, nor in the name of another.
create or replace function guard_handler() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare handler uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if handler <> app_person() then
    raise exception 'a decision carries the name of who takes it'
      using errcode = 'check_violation', constraint = 'handler_is_actor';
  end if;
  if exists (
    select from applications a join organisations o on o.id = a.organisation_id
      join staff_interests i on i.kvk_number = o.kvk_number and i.person_id = handler
    where a.id = new.application_id
  ) then
    raise exception 'own employer' using errcode = 'check_violation', constraint = 'handler_not_own_employer';
  end if;
  return new;
end $$;
create trigger proposals_handler before insert on proposals for each row execute function guard_handler('proposed_by');
create trigger decisions_handler before insert on decisions
  for each row execute function guard_handler('decided_by');

-- A person who changed a ceiling decides on no application, whatever their present role.
create or replace function guard_decider() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from ceiling_changes c where new.decided_by in (c.proposed_by, c.confirmed_by)) then
    raise exception 'a decider never changed a ceiling'
      using errcode = 'check_violation', constraint = 'decisions_not_by_who_set_ceilings';
  end if;
  return new;
end $$;
create trigger decisions_decider before insert on decisions for each row execute function guard_decider();

-- No application is refused for want of money alone while all of it fits and nobody is before it (Awb 4:25(2)).
-- lib/decisions/commands/want-of-money.ts also refuses when a part of it fits.
create or replace function guard_want_of_money() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare mine applications;
begin
  select * into mine from applications where id = new.application_id;
  if mine.requested_cents <= (select min(c.ceiling_cents - c.committed_cents - c.reserved_cents)
        from budget_lines l cross join unnest(l.path) above left join ceilings c on c.line_id = above and c.year = mine.year
        where l.id = mine.line_id having count(c.line_id) = count(*))
      and not exists (select from queue_before(mine.id, mine.line_id, mine.year, mine.rank_day, false)) then
    raise exception 'there is money for it'
      using errcode = 'check_violation', constraint = 'decisions_want_of_money';
  end if;
  return new;
end $$;
create trigger decisions_want_of_money before insert on decisions
  for each row when (new.outcome = 'refuse' and new.grounds = '{ceiling}') execute function guard_want_of_money();

-- A refusal for want of money alone is reconsidered when money is released (Awb 4:25(2)), until a later decision.
-- lib/decisions/reconsidering.ts is the same rule for the letter.
create or replace function note_reconsidered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update applications a set reconsiders = d.promised
    from (select application_id, outcome = 'refuse' and grounds = '{ceiling}' as promised from added) d
    where a.id = d.application_id and a.reconsiders <> d.promised;
  return null;
end $$;
create trigger decisions_reconsidered after insert on decisions
  referencing new table as added for each statement execute function note_reconsidered();

-- An objection is decided by another person than the decision it is about (Awb 10:3(3)). A proposal for the version of
-- the decision in force is a revision of it; above its amount it follows an objection.
create or replace function guard_objection() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare last decisions;
begin
  select * into last from decisions d where d.application_id = new.application_id
    order by d.application_version desc limit 1;
  if new.amount_cents > last.amount_cents and new.decided_by = last.decided_by and exists (select from proposals p
      where p.id = new.proposal_id and p.application_version = last.application_version) then
    raise exception 'decided on the contested decision as well'
      using errcode = 'check_violation', constraint = 'objection_by_another';
  end if;
  return new;
end $$;
create trigger decisions_objection before insert on decisions for each row execute function guard_objection();

-- An application is left untreated only after its employer had a term to complete it (Awb 4:5(1)), and within four
-- weeks after the completion or the end of that term (Awb 4:5(4)).
create or replace function guard_not_treated() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare last completion_requests;
begin
  select * into last from completion_requests r where r.application_id = new.application_id
    order by r.application_version desc limit 1;
  if last."end" is null or last."end" not in ('completed', 'lapsed') then
    raise exception 'nobody was asked to complete it'
      using errcode = 'check_violation', constraint = 'not_treated_after_completion';
  end if;
  if legal_today() > end_of_weeks(last.ended_on, 4) then
    raise exception 'the four weeks have passed'
      using errcode = 'check_violation', constraint = 'not_treated_within_four_weeks';
  end if;
  return new;
end $$;
create trigger proposals_not_treated before insert on proposals
  for each row when (new.outcome = 'not_treat') execute function guard_not_treated();
create trigger decisions_not_treated before insert on decisions
  for each row when (new.outcome = 'not_treat') execute function guard_not_treated();

-- A reviewer who settles the name check by the bank statement has opened the newest one.
create or replace function guard_manual_checks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from events e where e.application_id = new.application_id and e.type = 'document.read'
      and e.person_id = new.proposed_by and e.payload ->> 'documentId' = (select d.id::text from documents d
        where d.application_id = new.application_id and d.kind = 'bank_statement' order by d.id desc limit 1)) then
    raise exception 'the bank statement was not opened'
      using errcode = 'check_violation', constraint = 'proposals_statement_read';
  end if;
  return new;
end $$;
create trigger proposals_manual_checks before insert on proposals
  for each row when ('account_name' = any (new.manual_checks)) execute function guard_manual_checks();

-- A proposal changes in one way: it is returned, once.
create or replace function proposal_only_returned() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if old.returned_by is not null or (to_jsonb(new) - '{returned_by,returned_at,return_reason}'::text[])
      <> (to_jsonb(old) - '{returned_by,returned_at,return_reason}'::text[]) then
    raise exception 'a proposal can only be returned, once'
      using errcode = 'check_violation', constraint = 'proposals_only_returned';
  end if;
  return new;
end $$;
create trigger proposals_only_returned before update on proposals
  for each row execute function proposal_only_returned();

-- The trajectories whose bookings are not what these lines of a decision grant.
create or replace function unbooked(p_application uuid, p_lines jsonb)
  returns table (trajectory integer, granted bigint, booked bigint)
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(l.trajectory, e.trajectory), coalesce(l.cents, 0), coalesce(e.cents, 0)
  from (select (line ->> 'trajectory')::integer as trajectory, sum((line ->> 'amountCents')::bigint)::bigint as cents
    from jsonb_array_elements(p_lines) line group by 1) l
  full join (select b.trajectory, sum(b.amount_cents)::bigint as cents from ledger_entries b
    where b.application_id = p_application group by 1) e on e.trajectory = l.trajectory
  where coalesce(l.cents, 0) <> coalesce(e.cents, 0) $$;

-- At the end of the transaction the newest decision of an application equals its ledger, trajectory by trajectory, and
-- the amount on its row.
create or replace function decision_adds_up() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from decisions d
      where d.application_id = new.application_id and d.application_version > new.application_version) then
    return null;
  end if;
  if new.amount_cents <> (select coalesce(sum((line ->> 'amountCents')::bigint), 0) from jsonb_array_elements(new.lines) line)
    or new.amount_cents is distinct from (select a.awarded_cents from applications a where a.id = new.application_id)
    or exists (select from unbooked(new.application_id, new.lines)) then
    raise exception 'decision % and the ledger entries of its application differ', new.id
      using errcode = 'check_violation', constraint = 'decisions_add_up';
  end if;
  return null;
end $$;
create constraint trigger decisions_add_up after insert on decisions
  deferrable initially deferred for each row execute function decision_adds_up();
