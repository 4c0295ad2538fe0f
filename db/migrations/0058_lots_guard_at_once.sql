-- A lot comes from a revealed draw of the application's own scheme and day: all lots of a statement held against their
-- draws at once, whether it is one or a hundred thousand.
drop trigger lots_guard on lots;
--> statement-breakpoint
create or replace function guard_lot() returns trigger language plpgsql as $$
begin
  if exists (
    select from added l where not exists (
      select from draws d join applications a on a.scheme = d.scheme and a.rank_day = d.day
      where d.id = l.draw_id and a.id = l.application_id and d.seed is not null)
  ) then
    raise exception 'no revealed draw of this day' using errcode = 'check_violation', constraint = 'lots_of_revealed_draw';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger lots_guard after insert on lots
  referencing new table as added for each statement execute function guard_lot();
