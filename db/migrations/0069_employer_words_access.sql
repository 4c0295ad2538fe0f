-- A name as it is searched: its words, in lower case and without accents, each once.
create function name_words(p_name text) returns text[]
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct left(word, 80) collate "C"), '{}')
    from regexp_split_to_table(lower(unaccent(p_name)), '[^[:alnum:]]+') word where word <> '' $$;
--> statement-breakpoint
create function keep_employer_words() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare words constant text[] := name_words(new.legal_name);
begin
  delete from employer_words where organisation_id = new.id;
  insert into employer_words (word, organisation_id, words) select w, new.id, ' ' || array_to_string(words, ' ') || ' ' from unnest(words) w;
  return null;
end $$;
--> statement-breakpoint

-- Employers whose name has all these beginnings of words: a few, whatever the number of employers. Looks through the
-- first who bear the rarest of them, whole words before longer ones, each at the first of his words that begins so;
-- says whether that was everyone.
drop function employers_named(text, integer);
--> statement-breakpoint
create function employers_named(p_typed text, p_most integer, out ids uuid[], out is_all boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  looked constant integer := 2000;
  past constant text := chr(1114111);
  rarest text;
  bearers bigint;
  others text[];
begin
  if app_kind() is distinct from 'staff' then return; end if;
  select b, n into rarest, bearers from unnest(name_words(p_typed)) b, lateral (select count(*) as n from
      (select from employer_words w where w.word >= b and w.word < b || past limit looked) w) w
    order by n limit 1;
  select coalesce(array_agg('% ' || b || '%'), '{}') into others from unnest(name_words(p_typed)) b where b <> rarest;
  ids := array(select organisation_id
    from (select * from employer_words where word >= rarest and word < rarest || past order by word, organisation_id limit looked) w
    where words like all (others) and strpos(words, ' ' || rarest) = strpos(words, ' ' || word || ' ') limit p_most + 1);
  is_all := bearers < looked and cardinality(ids) <= p_most;
  ids := ids[:p_most];
end $$;
--> statement-breakpoint
revoke execute on function employers_named(text, integer) from public;
--> statement-breakpoint
grant execute on function employers_named(text, integer) to portal_app;
--> statement-breakpoint
drop index organisations_name;
--> statement-breakpoint
drop text search configuration names;
--> statement-breakpoint

alter table employer_words enable row level security;
--> statement-breakpoint
alter table employer_words force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on employer_words for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on employer_words for all to portal_engine using (true) with check (true);
--> statement-breakpoint
grant select on employer_words to portal_app;
--> statement-breakpoint
grant select, insert, delete on employer_words to portal_engine;
--> statement-breakpoint
grant create on schema public to portal_engine;
--> statement-breakpoint
alter function keep_employer_words() owner to portal_engine;
--> statement-breakpoint
alter function employers_named(text, integer) owner to portal_engine;
--> statement-breakpoint
revoke create on schema public from portal_engine;
--> statement-breakpoint

-- Employers who were there before this table.
select set_config('app.kind', 'system', true);
--> statement-breakpoint
insert into employer_words (word, organisation_id, words)
  select w, o.id, ' ' || array_to_string(n, ' ') || ' ' from organisations o, name_words(o.legal_name) n, unnest(n) w;
--> statement-breakpoint
select set_config('app.kind', '', true);
--> statement-breakpoint
create trigger organisations_named after insert on organisations for each row execute function keep_employer_words();
--> statement-breakpoint
create trigger organisations_words_renamed after update of legal_name on organisations
  for each row when (new.legal_name <> old.legal_name) execute function keep_employer_words();
