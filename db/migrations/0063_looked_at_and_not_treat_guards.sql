-- An application is left untreated only after its employer had a chance to complete it (Awb 4:5(1)), and within four weeks
-- after he did or after the time for it passed (Awb 4:5(4)), whoever writes that.
create or replace function guard_not_treated() returns trigger language plpgsql as $$
declare last completion_requests;
begin
  select * into last from completion_requests r where r.application_id = new.application_id
    order by r.application_version desc limit 1;
  if last."end" is null or last."end" not in ('completed', 'lapsed') then
    raise exception 'nobody was asked to complete it' using errcode = 'check_violation', constraint = 'not_treated_after_completion';
  end if;
  if (portal_now() at time zone 'Europe/Amsterdam')::date > end_of_weeks(last.ended_on, 4) then
    raise exception 'the four weeks have passed' using errcode = 'check_violation', constraint = 'not_treated_within_four_weeks';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Who says that he compared the name with the bank statement has opened the newest one.
create function guard_looked_at() returns trigger language plpgsql as $$
begin
  if not exists (select from events e where e.application_id = new.application_id and e.type = 'document.read'
      and e.person_id = new.proposed_by and e.payload ->> 'documentId' = (select d.id::text from documents d
        where d.application_id = new.application_id and d.kind = 'bank_statement' order by d.id desc limit 1)) then
    raise exception 'the bank statement was not opened' using errcode = 'check_violation', constraint = 'proposals_statement_read';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger proposals_looked_at before insert on proposals
  for each row when ('account_name' = any (new.looked_at)) execute function guard_looked_at();
--> statement-breakpoint
-- The decrees by the names under which they were published.
select set_config('app.kind', 'system', true);
--> statement-breakpoint
update equated_days set source = 'Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag'
  where source = 'Besluit gelijkstelling met zondag van enkele dagen in 2023, 2024 en 2025';
--> statement-breakpoint
update equated_days set source = 'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag'
  where source = 'Besluit gelijkstelling met zondag van enkele dagen in 2026, 2027 en 2028';
--> statement-breakpoint
select set_config('app.kind', '', true);
