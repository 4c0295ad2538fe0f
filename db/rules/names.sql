-- A name as it is searched: its words in lower case and without accents, each once.
create or replace function name_words(p_name text) returns text[]
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct left(word, 80) collate "C"), '{}')
    from regexp_split_to_table(lower(unaccent(p_name)), '[^[:alnum:]]+') word where word <> '' $$;

create or replace function keep_employer_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare words constant text[] := name_words(new.legal_name);
begin
  delete from employer_words where organisation_id = new.id;
  insert into employer_words (word, organisation_id, words)
    select w, new.id, ' ' || array_to_string(words, ' ') || ' ' from unnest(words) w;
  return null;
end $$;
create trigger organisations_named after insert on organisations for each row execute function keep_employer_words();
create trigger organisations_words_renamed after update of legal_name on organisations
  for each row when (new.legal_name <> old.legal_name) execute function keep_employer_words();

-- Employers whose name has all these beginnings of words. Reads the first 2,000 rows of the rarest one, whole words
-- before longer ones, each employer once. is_all says whether those were all.
create or replace function employers_named(p_typed text, p_most integer, out ids uuid[], out is_all boolean)
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
    from (select * from employer_words where word >= rarest and word < rarest || past
      order by word, organisation_id limit looked) w
    where words like all (others) and strpos(words, ' ' || rarest) = strpos(words, ' ' || word || ' ')
    limit p_most + 1);
  is_all := bearers < looked and cardinality(ids) <= p_most;
  ids := ids[:p_most];
end $$;
