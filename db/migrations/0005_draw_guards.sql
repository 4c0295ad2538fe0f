-- A draw is revealed once and changes in no other way; its moments are the database's.
create function guard_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.frozen_at := portal_now();
    if num_nonnulls(new.seed, new.revealed_at, new.revealed_by) > 0 then
      raise exception 'a draw starts frozen' using errcode = 'check_violation', constraint = 'draws_start_frozen';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.seed is not null
      or (to_jsonb(new) - '{seed,revealed_at,revealed_by}'::text[]) <> (to_jsonb(old) - '{seed,revealed_at,revealed_by}'::text[]) then
    raise exception 'a draw can only be revealed, once' using errcode = 'restrict_violation', constraint = 'draws_only_revealed';
  end if;
  new.revealed_at := portal_now();
  return new;
end $$;
--> statement-breakpoint
create trigger draws_guard before insert or update or delete on draws for each row execute function guard_draw();
--> statement-breakpoint
create trigger draw_seeds_append_only before update or delete on draw_seeds for each row execute function refuse_change();
--> statement-breakpoint
create trigger lots_append_only before update or delete on lots for each row execute function refuse_change();
--> statement-breakpoint

-- A lot comes from a revealed draw of the application's own scheme and day.
create function guard_lot() returns trigger language plpgsql as $$
begin
  if not exists (
    select from draws d join applications a on a.scheme = d.scheme and a.rank_day = d.day
    where d.id = new.draw_id and a.id = new.application_id and d.seed is not null
  ) then
    raise exception 'no revealed draw of this day' using errcode = 'check_violation', constraint = 'lots_of_revealed_draw';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger lots_guard before insert on lots for each row execute function guard_lot();
--> statement-breakpoint

-- The record of a draw is public and names nobody; its seed is not read before it is revealed.
do $$
declare t text;
begin
  foreach t in array array['draws', 'draw_seeds', 'lots'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', t, current_user);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
    execute format('create policy budget_holder_adds on %I for insert to portal_app with check (app_has_role(''budget_holder''))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy everyone_reads on draws for select to portal_app using (app_kind() is not null);
--> statement-breakpoint
create policy freezes_as_himself on draws as restrictive for insert to portal_app with check (frozen_by = app_person());
--> statement-breakpoint
create policy budget_holder_reveals on draws for update to portal_app
  using (app_has_role('budget_holder')) with check (app_has_role('budget_holder') and revealed_by = app_person());
--> statement-breakpoint
create policy budget_holder_unseals on draw_seeds for select to portal_app using (app_has_role('budget_holder'));
--> statement-breakpoint
create policy staff_reads on lots for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
grant select, insert on draws, draw_seeds, lots to portal_app;
--> statement-breakpoint
grant update (seed, revealed_at, revealed_by) on draws to portal_app;
--> statement-breakpoint
grant select on draws, draw_seeds, lots to portal_engine;
