-- Under a window lottery everyone stands on the day the window closes, or on the day of completion when that is later.
-- After applications_guard, which writes the day of the clock.
create function window_lottery_day() returns trigger language plpgsql as $$
begin
  new.rank_day := greatest(new.rank_day, (select (w.closes_at at time zone 'Europe/Amsterdam')::date
    from windows w where w.id = new.window_id and w.distribution = 'window_lottery'));
  return new;
end $$;
--> statement-breakpoint
create trigger applications_lottery_day before update of state on applications
  for each row when (new.rank_day is distinct from old.rank_day) execute function window_lottery_day();
--> statement-breakpoint

-- And no money is tied for anyone of it before that day is over, whoever decides and however many at once.
create function guard_window_lottery() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from added e join applications a on a.id = e.application_id join windows w on w.id = a.window_id
    where e.amount_cents > 0 and w.distribution = 'window_lottery'
      and a.rank_day >= (portal_now() at time zone 'Europe/Amsterdam')::date
  ) then
    raise exception 'the window is not over' using errcode = 'check_violation', constraint = 'ledger_entries_after_window_lottery';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_entries_window_lottery after insert on ledger_entries
  referencing new table as added for each statement execute function guard_window_lottery();
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function guard_window_lottery() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
