-- A draw is revealed once and changes in no other way. The database sets its moments.
create or replace function guard_draw() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.frozen_at := portal_now();
    if num_nonnulls(new.seed, new.revealed_at, new.revealed_by) > 0 then
      raise exception 'a draw starts frozen' using errcode = 'check_violation', constraint = 'draws_start_frozen';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.seed is not null
      or (to_jsonb(new) - '{seed,revealed_at,revealed_by}'::text[])
        <> (to_jsonb(old) - '{seed,revealed_at,revealed_by}'::text[]) then
    raise exception 'a draw can only be revealed, once'
      using errcode = 'restrict_violation', constraint = 'draws_only_revealed';
  end if;
  new.revealed_at := portal_now();
  return new;
end $$;
create trigger draws_guard before insert or update or delete on draws for each row execute function guard_draw();

-- A lot comes from a revealed draw of the application's own ceiling and day. An application that was completed while
-- the draw was revealed has a later day: its lot is written and never counts.
create or replace function guard_lot() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from added l left join draws d on d.id = l.draw_id left join applications a on a.id = l.application_id
    where d.seed is null or (a.line_id, a.year) is distinct from (d.line_id, d.year) or a.rank_day is null or a.rank_day < d.day
  ) then
    raise exception 'no revealed draw of this day'
      using errcode = 'check_violation', constraint = 'lots_of_revealed_draw';
  end if;
  return null;
end $$;
create trigger lots_guard after insert on lots
  referencing new table as added for each statement execute function guard_lot();
