-- An application is left untreated only after its employer had a chance to complete it (Awb 4:5(1)), whoever writes that.
create function guard_not_treated() returns trigger language plpgsql as $$
begin
  if (select r."end" from completion_requests r where r.application_id = new.application_id
      order by r.application_version desc limit 1) in ('completed', 'lapsed') then
    return new;
  end if;
  raise exception 'nobody was asked to complete it' using errcode = 'check_violation', constraint = 'not_treated_after_completion';
end $$;
--> statement-breakpoint
create trigger proposals_not_treated before insert on proposals
  for each row when (new.outcome = 'not_treat') execute function guard_not_treated();
--> statement-breakpoint
create trigger decisions_not_treated before insert on decisions
  for each row when (new.outcome = 'not_treat') execute function guard_not_treated();
