-- The chain of events: the database sets number, moment and hash, never the caller.
create or replace function event_body(e events) returns text immutable language sql
return jsonb_build_array(e.stream, e.number, e.type, (extract(epoch from e.at) * 1000000)::bigint, e.actor_kind,
  e.person_id, e.organisation_id, e.application_id, e.application_version, e.payload)::text;

create or replace function chain_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event_heads as h (stream, number, hash)
    values (new.stream, 1, sha256(convert_to(new.stream, 'UTF8')))
    on conflict (stream) do update set number = h.number + 1
    returning number, hash into new.number, new.previous_hash;
  new.at := portal_now();
  new.hash := sha256(new.previous_hash || convert_to(event_body(new), 'UTF8'));
  update event_heads set hash = new.hash where stream = new.stream;
  return new;
end $$;
create trigger events_chain before insert on events for each row execute function chain_event();

-- An employer's event is in the stream of that person or of an application of the represented organisation, and names
-- that organisation and the intermediary of a chain mandate. The trigger's name sorts before events_chain, so that the
-- hash covers the payload that it adds.
create or replace function guard_employer_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare intermediary char(8);
begin
  if app_kind() is distinct from 'employer' then return new; end if;
  if new.organisation_id is distinct from app_organisation() then
    raise exception 'an event of an employer names the organisation acted for'
      using errcode = 'check_violation', constraint = 'events_name_organisation';
  end if;
  if not (new.application_id is null and new.stream = 'person:' || app_person()) and not exists (
    select from applications a where a.id = new.application_id and a.organisation_id = app_organisation()
      and new.stream = 'application:' || a.id
  ) then
    raise exception 'an employer writes in own streams only'
      using errcode = 'check_violation', constraint = 'events_own_stream';
  end if;
  select s.intermediary_kvk_number into intermediary from sessions s
    where s.id = app_session() and s.person_id = app_person();
  if intermediary is not null then
    new.payload := new.payload || jsonb_build_object('byMandate', true, 'intermediary', intermediary);
  end if;
  return new;
end $$;
create trigger events_by_employer before insert on events for each row execute function guard_employer_event();

-- Every problem in the chain, for the streams after p_after up to and including p_upto, so that a chain of any length
-- can be checked in parts.
create or replace function chain_problems(p_after text, p_upto text)
  returns table (stream text, number integer, problem text) stable language sql
begin atomic
  with chained as (
    select e as event, e.stream, e.number, e.previous_hash, e.hash, lag(e.hash) over w as expected,
      lag(e.number) over w as before
    from events e where e.stream > p_after and (p_upto is null or e.stream <= p_upto)
    window w as (partition by e.stream order by e.number)
  ), bad as (
    select c.stream, c.number,
      case when c.number <> coalesce(c.before, 0) + 1 then 'missing'
        when c.previous_hash <> coalesce(c.expected, sha256(convert_to(c.stream, 'UTF8'))) then 'not linked'
        when c.hash <> sha256(c.previous_hash || convert_to(event_body(c.event), 'UTF8')) then 'altered'
      end as problem
    from chained c
  ), ends as (
    select coalesce(h.stream, l.stream) as stream, coalesce(h.number, l.number) as number,
      case when h.stream is null then 'no head' when l.stream is null or l.number < h.number then 'last missing'
        when l.hash <> h.hash or l.number > h.number then 'head differs' end as problem
    from (select * from event_heads s where s.stream > p_after and (p_upto is null or s.stream <= p_upto)) h
    full join (
      select distinct on (c.stream) c.stream, c.number, c.hash from chained c order by c.stream, c.number desc
    ) l using (stream)
  )
  select * from (select * from bad union all select * from ends) found where problem is not null order by 1, 2;
end;

-- The first problem of each stream.
create or replace function broken_streams() returns table (stream text, number integer, problem text)
  stable language sql
begin atomic
  select distinct on (p.stream) p.stream, p.number, p.problem from chain_problems('', null) p
  order by p.stream, p.number;
end;

-- The last event of each stream up to a moment, p_limit streams at a time. A stream that began later has no number.
create or replace function heads_at(p_at timestamptz, p_after text, p_limit integer)
  returns table (stream text, number integer, hash bytea) stable language sql
begin atomic
  select h.stream, e.number, e.hash
  from (select s.stream from event_heads s where s.stream > p_after order by 1 limit p_limit) h
  left join lateral (
    select events.number, events.hash from events where events.stream = h.stream and events.at <= p_at
    order by events.number desc limit 1
  ) e on true
  order by h.stream;
end;

-- The last event of each stream that has one after p_since and up to p_at, p_limit streams at a time.
create or replace function heads_between(p_since timestamptz, p_at timestamptz, p_after text, p_limit integer)
  returns table (stream text, number integer, hash bytea) stable language sql
begin atomic
  select distinct on (e.stream) e.stream, e.number, e.hash from events e
  where e.at > p_since and e.at <= p_at and e.stream > p_after
  order by e.stream, e.number desc limit p_limit;
end;
