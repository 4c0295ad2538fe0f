-- What is asked and not decided yet. Every change is a row of its own: nobody waits for a counter, and nothing can lock
-- the other way round. Rows are folded together from time to time.
create function is_undecided(p_state state) returns boolean immutable language sql as $$
  select p_state in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list') $$;
--> statement-breakpoint
create function count_claims() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from claims;
  elsif tg_op = 'INSERT' then
    insert into claims (scheme, year, amount_cents)
      select scheme, year, sum(requested_cents) from added where is_undecided(state)
      group by scheme, year having sum(requested_cents) <> 0;
  else
    insert into claims (scheme, year, amount_cents)
      select scheme, year, sum(cents) from (
        select scheme, year, requested_cents as cents from after where is_undecided(state)
        union all
        select scheme, year, -requested_cents from before where is_undecided(state)) moved
      group by scheme, year having sum(cents) <> 0;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger applications_claims_added after insert on applications
  referencing new table as added for each statement execute function count_claims();
--> statement-breakpoint
create trigger applications_claims_moved after update on applications
  referencing old table as before new table as after for each statement execute function count_claims();
--> statement-breakpoint
create trigger applications_claims_gone after truncate on applications for each statement execute function count_claims();
--> statement-breakpoint

-- What everybody may know: no more than sums.
create function claimed_now() returns table (scheme scheme, year integer, cents bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.scheme, c.year, sum(c.amount_cents)::bigint from claims c group by c.scheme, c.year $$;
--> statement-breakpoint
create function fold_claims() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from claims where app_kind() = 'system' returning scheme, year, amount_cents)
  insert into claims (scheme, year, amount_cents)
    select scheme, year, sum(amount_cents) from gone group by scheme, year having sum(amount_cents) <> 0 $$;
--> statement-breakpoint
-- Counts anew from the applications themselves, for when rows were written past the triggers.
create function recount_claims() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  lock table claims in share row exclusive mode;
  delete from claims;
  insert into claims (scheme, year, amount_cents)
    select scheme, year, sum(requested_cents) from applications where is_undecided(state)
    group by scheme, year having sum(requested_cents) <> 0;
end $$;
--> statement-breakpoint
alter table claims enable row level security;
--> statement-breakpoint
alter table claims force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on claims for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on claims for all to portal_engine using (true) with check (true);
--> statement-breakpoint
grant select on claims to portal_app;
--> statement-breakpoint
grant select, insert, delete on claims to portal_engine;
--> statement-breakpoint
revoke execute on function claimed_now(), fold_claims(), recount_claims() from public;
--> statement-breakpoint
grant execute on function claimed_now(), fold_claims() to portal_app;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function count_claims() owner to portal_engine;
--> statement-breakpoint
alter function claimed_now() owner to portal_engine;
--> statement-breakpoint
alter function fold_claims() owner to portal_engine;
--> statement-breakpoint
alter function recount_claims() owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
--> statement-breakpoint
set local role portal_engine;
--> statement-breakpoint
select recount_claims();
--> statement-breakpoint
reset role;
