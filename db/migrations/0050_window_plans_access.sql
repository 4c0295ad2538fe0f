-- A plan is written until it is proposed; another budget holder publishes it or sends it back. What is not allowed from
-- one state to the next is refused, and what was proposed is published word for word.
create function guard_window_plan() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  today date := (portal_now() at time zone 'Europe/Amsterdam')::date;
  there ceilings;
  step text := old.state || ' ' || new.state;
  moves text[] := '{state,proposed_by,proposed_at,settled_by,settled_at,window_id}';
  number integer := 1;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.revision <> 1 then
      raise exception 'a plan starts as a draft' using errcode = 'check_violation', constraint = 'window_plans_start_as_draft';
    end if;
    new.written_at := portal_now();
    return new;
  end if;
  if tg_op = 'DELETE' or step not in ('draft draft', 'draft proposed', 'draft dropped', 'proposed draft', 'proposed published') then
    raise exception 'no such step' using errcode = 'restrict_violation', constraint = 'window_plans_allowed_step';
  end if;
  if step = 'draft draft' then
    if new.revision <> old.revision + 1 then
      raise exception 'someone else wrote in it' using errcode = 'check_violation', constraint = 'window_plans_revision_counts';
    end if;
    new.written_at := portal_now();
    return new;
  end if;
  if (to_jsonb(new) - moves) <> (to_jsonb(old) - moves) then
    raise exception 'what was written stays as it was' using errcode = 'check_violation', constraint = 'window_plans_step_only';
  end if;
  new.proposed_at := case when step = 'draft proposed' then portal_now() when step = 'proposed published' then old.proposed_at end;
  new.settled_at := case when new.state in ('published', 'dropped') then portal_now() end;
  if step <> 'proposed published' then
    return new;
  end if;

  if new.proposed_by <> old.proposed_by then
    raise exception 'who proposed stays as it was' using errcode = 'check_violation', constraint = 'window_plans_step_only';
  end if;
  perform lock_ceilings(array[new.line_id], new.year);
  select * into there from ceilings where line_id = new.line_id and year = new.year;
  if there.ceiling_cents is distinct from new.ceiling_cents then
    raise exception 'the ceiling is another one now' using errcode = 'check_violation', constraint = 'window_plans_ceiling_current';
  end if;
  if new.opens_at <= portal_now() or new.published_on > today then
    raise exception 'a window is made known before it opens' using errcode = 'check_violation', constraint = 'window_plans_known_before_open';
  end if;
  if exists (select from windows w where w.scheme = new.scheme and not w.is_example
      and w.opens_at <= new.closes_at and w.closes_at >= new.opens_at) then
    raise exception 'another window is open then' using errcode = 'check_violation', constraint = 'window_plans_no_overlap';
  end if;
  new.window_id := new.scheme || '-' || new.year;
  while exists (select from windows w where w.id = new.window_id) loop
    number := number + 1;
    new.window_id := new.scheme || '-' || new.year || '-' || number;
  end loop;
  insert into windows (id, scheme, year, opens_at, closes_at, distribution, decision_weeks, rules_version, published_on, source,
      line_id, announced_cents)
    values (new.window_id, new.scheme, new.year, new.opens_at, new.closes_at, new.distribution, new.decision_weeks,
      new.rules_version, new.published_on, new.publication, new.line_id, new.ceiling_cents);
  return new;
end $$;
--> statement-breakpoint
create trigger window_plans_guard before insert or update or delete on window_plans
  for each row execute function guard_window_plan();
--> statement-breakpoint

alter table window_plans enable row level security;
--> statement-breakpoint
alter table window_plans force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on window_plans for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on window_plans for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy staff_reads on window_plans for select to portal_app using (app_has_role('budget_holder', 'auditor'));
--> statement-breakpoint
create policy budget_holder_writes on window_plans for insert to portal_app
  with check (app_has_role('budget_holder') and written_by = app_person());
--> statement-breakpoint
create policy budget_holder_moves on window_plans for update to portal_app
  using (app_has_role('budget_holder'))
  with check (app_has_role('budget_holder') and (state <> 'proposed' or proposed_by = app_person())
    and (settled_by is null or settled_by = app_person()));
--> statement-breakpoint
grant select, insert, update on window_plans to portal_app;
--> statement-breakpoint
grant select on window_plans to portal_engine;
--> statement-breakpoint
grant insert on windows to portal_engine;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function guard_window_plan() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
