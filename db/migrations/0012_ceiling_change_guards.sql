-- The ceiling that counts for an application filed at that moment: the highest that was in force since (Awb 4:28).
create function ceiling_for(p_line text, p_year integer, p_filed timestamptz) returns bigint stable language sql as $$
  select greatest(c.ceiling_cents, (select max(h.from_cents) from ceiling_changes h
    where c.owed_cents is not null and h.line_id = c.line_id and h.year = c.year and h.confirmed_at > p_filed))
  from ceilings c where c.line_id = p_line and c.year = p_year $$;
--> statement-breakpoint

-- As before, and two things more: what is tied after an objection is counted apart from the ceiling (Awb 4:25(3)), and
-- who filed after a ceiling was lowered is held to the lower one.
grant create on schema public to portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
create or replace function count_entries() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare per_year record; wanted integer; counted integer;
begin
  for per_year in select year, array_agg(distinct line_id) as lines from added group by year order by year loop
    perform lock_ceilings(per_year.lines, per_year.year);
    with totals as materialized (
      select line, coalesce(sum(a.amount_cents) filter (where a.kind <> 'objection'), 0)::bigint as cents,
        coalesce(sum(a.amount_cents) filter (where a.kind = 'objection'), 0)::bigint as objection
      from added a join budget_lines b on b.id = a.line_id cross join unnest(b.path) line
      where a.year = per_year.year group by line
    ), counted_rows as (
      update ceilings c set
        committed_cents = c.committed_cents + t.cents,
        objection_cents = c.objection_cents + t.objection,
        reserved_cents = (
          select coalesce(sum(greatest(e.ceiling_cents - e.committed_cents - coalesce(te.cents, 0), 0)), 0)
          from budget_lines l join ceilings e on e.line_id = l.id and e.year = per_year.year
          left join totals te on te.line = l.id
          where l.parent_id = c.line_id and l.earmark is not null
            and (e.releases_on is null or e.releases_on > (portal_now() at time zone 'Europe/Amsterdam')::date))
      from totals t where c.line_id = t.line and c.year = per_year.year
      returning 1
    ) select (select count(*) from totals), (select count(*) from counted_rows) into wanted, counted;
    if wanted <> counted then
      raise exception 'no ceiling for a line in %', per_year.year using errcode = 'check_violation', constraint = 'ceilings_exist';
    end if;
    if exists (select from ceilings c join budget_lines b on c.line_id = any (b.path)
        where b.id = any (per_year.lines) and c.year = per_year.year and c.owed_cents > c.ceiling_cents
          and c.committed_cents + c.reserved_cents > c.ceiling_cents)
      and exists (select from added a join budget_lines b on b.id = a.line_id cross join unnest(b.path) line
        join ceilings c on c.line_id = line and c.year = a.year
        left join applications p on p.id = a.application_id
        where a.year = per_year.year and a.kind = 'commitment'
          and c.committed_cents + c.reserved_cents > ceiling_for(line, a.year, coalesce(p.submitted_at, portal_now())))
    then
      raise exception 'filed after the ceiling was lowered' using errcode = 'check_violation', constraint = 'ceilings_lowered_for_later';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint

-- A change is proposed, then confirmed by another or turned down, once. Confirming applies it, under the lock that
-- every grant takes.
create function guard_ceiling_change() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare there ceilings; above text;
begin
  if tg_op = 'INSERT' then
    new.proposed_at := portal_now();
    if num_nonnulls(new.confirmed_by, new.confirmed_at, new.rejected_by, new.rejected_at) > 0 then
      raise exception 'a change starts as a proposal' using errcode = 'check_violation', constraint = 'ceiling_changes_start_open';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or num_nonnulls(old.confirmed_by, old.rejected_by) > 0
      or (to_jsonb(new) - '{confirmed_by,confirmed_at,rejected_by,rejected_at}'::text[])
        <> (to_jsonb(old) - '{confirmed_by,confirmed_at,rejected_by,rejected_at}'::text[]) then
    raise exception 'a change is settled once' using errcode = 'restrict_violation', constraint = 'ceiling_changes_settled_once';
  end if;
  if new.rejected_by is not null then
    new.rejected_at := portal_now();
    return new;
  end if;
  new.confirmed_at := portal_now();
  perform lock_ceilings(array[new.line_id], new.year);
  select * into there from ceilings where line_id = new.line_id and year = new.year;
  if there.ceiling_cents is distinct from new.from_cents then
    raise exception 'the ceiling is another one now' using errcode = 'check_violation', constraint = 'ceiling_changes_current';
  end if;
  if new.to_cents < there.committed_cents + there.reserved_cents then
    raise exception 'below what is committed' using errcode = 'check_violation', constraint = 'ceilings_committed_within_ceiling';
  end if;
  if new.kind = 'set' then
    insert into ceilings (line_id, year, ceiling_cents, source, decided_by, published_on)
      values (new.line_id, new.year, new.to_cents, new.publication, 'budget_holder', new.published_on);
  elsif new.kind = 'release' then
    update ceilings set releases_on = new.releases_on where line_id = new.line_id and year = new.year;
  else
    update ceilings set ceiling_cents = new.to_cents, source = new.publication, published_on = new.published_on,
      owed_cents = case when new.to_cents < ceiling_cents then greatest(owed_cents, ceiling_cents) else owed_cents end
      where line_id = new.line_id and year = new.year;
  end if;
  select l.parent_id into above from budget_lines l where l.id = new.line_id and l.earmark is not null;
  update ceilings set reserved_cents = reserved_below(above, new.year) where line_id = above and year = new.year;
  return new;
end $$;
--> statement-breakpoint
create trigger ceiling_changes_guard before insert or update or delete on ceiling_changes
  for each row execute function guard_ceiling_change();
--> statement-breakpoint

-- Who changed a ceiling decides on no application, whatever hat he wears now.
create function guard_decider() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from ceiling_changes c where new.decided_by in (c.proposed_by, c.confirmed_by)) then
    raise exception 'a decider never changed a ceiling' using errcode = 'check_violation', constraint = 'decisions_not_by_who_set_ceilings';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger decisions_decider before insert on decisions for each row execute function guard_decider();
--> statement-breakpoint

alter table ceiling_changes enable row level security;
--> statement-breakpoint
alter table ceiling_changes force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on ceiling_changes for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on ceiling_changes for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy everyone_reads on ceiling_changes for select to portal_app using (app_kind() is not null);
--> statement-breakpoint
create policy budget_holder_proposes on ceiling_changes for insert to portal_app
  with check (app_has_role('budget_holder') and proposed_by = app_person());
--> statement-breakpoint
create policy budget_holder_settles on ceiling_changes for update to portal_app
  using (app_has_role('budget_holder')) with check (app_has_role('budget_holder') and app_person() in (confirmed_by, rejected_by));
--> statement-breakpoint
grant select, insert on ceiling_changes to portal_app;
--> statement-breakpoint
grant update (confirmed_by, confirmed_at, rejected_by, rejected_at) on ceiling_changes to portal_app;
--> statement-breakpoint
grant select on ceiling_changes to portal_engine;
--> statement-breakpoint
grant insert on ceilings to portal_engine;
--> statement-breakpoint
alter function guard_ceiling_change() owner to portal_engine;
--> statement-breakpoint
alter function guard_decider() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
