-- The same guard, by keys alone: a statement of many lots is held against its draws in one pass, whatever the planner
-- thinks of how many there are.
create or replace function guard_lot() returns trigger language plpgsql as $$
begin
  if exists (
    select from added l left join draws d on d.id = l.draw_id left join applications a on a.id = l.application_id
    where d.seed is null or a.scheme is distinct from d.scheme or a.rank_day is distinct from d.day
  ) then
    raise exception 'no revealed draw of this day' using errcode = 'check_violation', constraint = 'lots_of_revealed_draw';
  end if;
  return null;
end $$;
