-- Claimed amounts of undecided applications. Every change is a row of its own, so that no transaction waits for a
-- counter. The worker merges rows from time to time.
create or replace function count_claims() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from claims;
  elsif tg_op = 'INSERT' then
    insert into claims (line_id, year, amount_cents)
      select line_id, year, sum(requested_cents) from added where is_undecided(state)
      group by line_id, year having sum(requested_cents) <> 0;
  else
    insert into claims (line_id, year, amount_cents)
      select line_id, year, sum(cents) from (
        select line_id, year, requested_cents as cents from after where is_undecided(state)
        union all
        select line_id, year, -requested_cents from before where is_undecided(state)) moved
      group by line_id, year having sum(cents) <> 0;
  end if;
  return null;
end $$;
create trigger applications_claims_added after insert on applications
  referencing new table as added for each statement execute function count_claims();
create trigger applications_claims_moved after update on applications
  referencing old table as before new table as after for each statement execute function count_claims();
create trigger applications_claims_gone after truncate on applications
  for each statement execute function count_claims();

create or replace function fold_claims() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from claims where app_kind() = 'system' returning line_id, year, amount_cents)
  insert into claims (line_id, year, amount_cents)
    select line_id, year, sum(amount_cents) from gone group by line_id, year having sum(amount_cents) <> 0 $$;

-- Counts again from the applications, after rows were written without the triggers.
create or replace function recount_claims() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table claims in share row exclusive mode;
  delete from claims;
  insert into claims (line_id, year, amount_cents)
    select line_id, year, sum(requested_cents) from applications where is_undecided(state)
    group by line_id, year having sum(requested_cents) <> 0;
end $$;

-- Everybody may read the sums.
create or replace function claimed_now() returns table (line_id text, year integer, cents bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.line_id, c.year, sum(c.amount_cents)::bigint from claims c group by c.line_id, c.year $$;
