-- Who is asking: transaction-local settings made by asActor(); nothing set means nobody.
create function app_kind() returns text stable parallel safe language sql as
$$ select nullif(current_setting('app.kind', true), '') $$;
--> statement-breakpoint
create function app_person() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_organisation() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_roles() returns text[] stable parallel safe language sql as
$$ select string_to_array(nullif(current_setting('app.roles', true), ''), ',') $$;
--> statement-breakpoint
create function app_has_role(variadic wanted text[]) returns boolean stable parallel safe language sql as
$$ select coalesce(app_roles() && wanted, false) $$;
--> statement-breakpoint

-- The tree: a line's path is itself and its ancestors, and never changes.
create function budget_line_path() returns trigger language plpgsql as $$
begin
  new.path := array[new.id] || coalesce((select path from budget_lines where id = new.parent_id), '{}');
  return new;
end $$;
--> statement-breakpoint
create trigger budget_line_path before insert on budget_lines for each row execute function budget_line_path();
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;
--> statement-breakpoint
create trigger budget_lines_append_only before delete or update of id, parent_id, path on budget_lines
  for each row execute function refuse_change();
--> statement-breakpoint

-- What is set aside on a line: the unused part of every earmark below it that is not released yet.
create function reserved_below(p_line text, p_year integer) returns bigint stable language sql as $$
  select coalesce(sum(greatest(c.ceiling_cents - c.committed_cents, 0)), 0)::bigint
  from budget_lines l join ceilings c on c.line_id = l.id and c.year = p_year
  where l.parent_id = p_line and l.earmark is not null
    and (c.releases_on is null or c.releases_on > (portal_now() at time zone 'Europe/Amsterdam')::date) $$;
--> statement-breakpoint

-- Locks the ceilings of these lines and all their ancestors, leaves first (one order for everybody: no
-- deadlock; no key lock, which a foreign key check would wait for), brings the reserved part up to date and gives the rows as they are under the lock.
create function lock_ceilings(p_lines text[], p_year integer) returns setof ceilings
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare affected text[];
begin
  select array_agg(distinct line) into affected from budget_lines b, unnest(b.path) line where b.id = any (p_lines);
  perform 1 from ceilings c join budget_lines b on b.id = c.line_id
    where c.line_id = any (affected) and c.year = p_year
    order by cardinality(b.path) desc, c.line_id for no key update of c;
  update ceilings c set reserved_cents = reserved_below(c.line_id, p_year)
    where c.line_id = any (affected) and c.year = p_year and c.reserved_cents <> reserved_below(c.line_id, p_year);
  return query select c.* from ceilings c where c.line_id = any (affected) and c.year = p_year;
end $$;
--> statement-breakpoint

-- THE CAP. Every ledger entry counts on its line and on every ancestor, in the statement that inserts it;
-- ceilings_committed_within_ceiling then refuses what does not fit. Nobody else writes committed_cents.
create function count_entries() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare per_year record; wanted integer; counted integer;
begin
  for per_year in select year, array_agg(distinct line_id) as lines from added group by year order by year loop
    perform lock_ceilings(per_year.lines, per_year.year);
    with totals as materialized (
      select line, sum(a.amount_cents)::bigint as cents
      from added a join budget_lines b on b.id = a.line_id cross join unnest(b.path) line
      where a.year = per_year.year group by line
    ), counted_rows as (
      update ceilings c set
        committed_cents = c.committed_cents + t.cents,
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
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_entries_count after insert on ledger_entries
  referencing new table as added for each statement execute function count_entries();
--> statement-breakpoint
create trigger ledger_entries_append_only before update or delete on ledger_entries for each row execute function refuse_change();
--> statement-breakpoint
create trigger windows_immutable before update or delete on windows for each row execute function refuse_change();
--> statement-breakpoint
create trigger rules_versions_immutable before update or delete on rules_versions for each row execute function refuse_change();
--> statement-breakpoint

-- The chain: number, moment and hash of an event are the database's, never the caller's.
create function event_body(e events) returns text immutable language sql as $$
  select jsonb_build_array(e.stream, e.number, e.type, (extract(epoch from e.at) * 1000000)::bigint, e.actor_kind, e.person_id,
    e.organisation_id, e.application_id, e.application_version, e.payload)::text $$;
--> statement-breakpoint
create function chain_event() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into event_heads as h (stream, number, hash) values (new.stream, 1, sha256(convert_to(new.stream, 'UTF8')))
    on conflict (stream) do update set number = h.number + 1
    returning number, hash into new.number, new.previous_hash;
  new.at := portal_now();
  new.hash := sha256(new.previous_hash || convert_to(event_body(new), 'UTF8'));
  update event_heads set hash = new.hash where stream = new.stream;
  return new;
end $$;
--> statement-breakpoint
create trigger events_chain before insert on events for each row execute function chain_event();
--> statement-breakpoint
create trigger events_append_only before update or delete on events for each row execute function refuse_change();
--> statement-breakpoint

-- Streams whose events do not follow from their first hash to their head, with the first number that breaks.
create function broken_streams() returns table (stream text, number integer, problem text) stable language sql as $$
  with chained as (
    select e.*, lag(e.hash) over w as expected, lag(e.number) over w as before from events e
    window w as (partition by e.stream order by e.number)
  ), bad as (
    select c.stream, c.number,
      case when c.number <> coalesce(c.before, 0) + 1 then 'missing'
        when c.previous_hash <> coalesce(c.expected, sha256(convert_to(c.stream, 'UTF8'))) then 'not linked'
        when c.hash <> sha256(c.previous_hash || convert_to(event_body((select e from events e where e.stream = c.stream and e.number = c.number)), 'UTF8')) then 'altered'
      end as problem
    from chained c
  ), ends as (
    select coalesce(h.stream, l.stream) as stream, coalesce(h.number, l.number) as number,
      case when h.stream is null then 'no head' when l.stream is null or l.number < h.number then 'last missing'
        when l.hash <> h.hash or l.number > h.number then 'head differs' end as problem
    from event_heads h full join (select distinct on (stream) stream, number, hash from events order by stream, number desc) l using (stream)
  )
  select distinct on (stream) stream, number, problem
  from (select * from bad union all select * from ends) found where problem is not null order by stream, number $$;
--> statement-breakpoint

-- The life of an application: an allowed move, one version up, exactly one event; what was filed stays as it was.
create function guard_application() returns trigger language plpgsql as $$
begin
  if new.state <> old.state then
    if not exists (
      select from moves m where m."from" = old.state and m."to" = new.state
        and (m.role = app_kind() or m.role = any (app_roles()))
    ) then
      raise exception 'no move from % to % for this actor', old.state, new.state
        using errcode = 'check_violation', constraint = 'applications_allowed_move';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'a move counts one version' using errcode = 'check_violation', constraint = 'applications_version_counts';
    end if;
    if old.state = 'draft' then
      new.submitted_at := portal_now();
      new.rank_day := (portal_now() at time zone 'Europe/Amsterdam')::date;
    end if;
  elsif new.version <> old.version then
    raise exception 'only a move counts a version' using errcode = 'check_violation', constraint = 'applications_version_counts';
  end if;
  if old.state <> 'draft' and (new.answers, new.reference, new.case_number, new.submitted_at, new.rank_day, new.requested_cents, new.iban_key)
      is distinct from (old.answers, old.reference, old.case_number, old.submitted_at, old.rank_day, old.requested_cents, old.iban_key) then
    raise exception 'what was filed does not change' using errcode = 'check_violation', constraint = 'applications_filed_unchanged';
  end if;
  if (new.organisation_id, new.window_id, new.scheme, new.year, new.rules_version, new.started_by)
      is distinct from (old.organisation_id, old.window_id, old.scheme, old.year, old.rules_version, old.started_by) then
    raise exception 'an application keeps its employer and window' using errcode = 'check_violation', constraint = 'applications_identity_unchanged';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger applications_guard before update on applications for each row execute function guard_application();
--> statement-breakpoint
create function demand_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from events e where e.application_id = new.id and e.application_version = new.version) then
    raise exception 'application % reached version % without an event', new.id, new.version
      using errcode = 'check_violation', constraint = 'applications_one_event_per_move';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger applications_event_on_start after insert on applications
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
create constraint trigger applications_event_on_move after update of state on applications
  deferrable initially deferred for each row when (new.state <> old.state) execute function demand_event();
--> statement-breakpoint

-- Nobody proposes or decides on an employer they belong to, nor decides with a budget holder's or auditor's hat.
create function guard_handler() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare handler uuid := case tg_table_name when 'proposals' then to_jsonb(new) ->> 'proposed_by' else to_jsonb(new) ->> 'decided_by' end;
begin
  if handler <> app_person() then
    raise exception 'a decision carries the name of who takes it' using errcode = 'check_violation', constraint = 'handler_is_actor';
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
--> statement-breakpoint
create trigger proposals_handler before insert on proposals for each row execute function guard_handler();
--> statement-breakpoint
create trigger decisions_handler before insert on decisions for each row execute function guard_handler();
--> statement-breakpoint
create trigger decisions_append_only before update or delete on decisions for each row execute function refuse_change();
--> statement-breakpoint
create function proposal_only_returned() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{returned_by,returned_at,return_reason}'::text[]) <> (to_jsonb(old) - '{returned_by,returned_at,return_reason}'::text[])
      or old.returned_by is not null then
    raise exception 'a proposal can only be returned, once' using errcode = 'check_violation', constraint = 'proposals_only_returned';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger proposals_only_returned before update on proposals for each row execute function proposal_only_returned();
--> statement-breakpoint

-- A decision ties exactly what it says: its entries add up to its amount when the transaction ends.
create function decision_adds_up() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select coalesce(sum(amount_cents), 0) from ledger_entries where decision_id = new.id and kind = 'commitment') <> new.amount_cents then
    raise exception 'decision % and its ledger entries differ', new.id using errcode = 'check_violation', constraint = 'decisions_add_up';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger decisions_add_up after insert on decisions
  deferrable initially deferred for each row execute function decision_adds_up();
--> statement-breakpoint

create sequence case_numbers;
--> statement-breakpoint
-- One duty a person: cases, budget or audit.
alter table staff_roles add constraint staff_roles_one_duty exclude using gist (person_id with =, duty with <>);
