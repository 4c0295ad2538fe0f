-- The chain, a range of streams at a time, so that it is checked in pieces however long it is: streams after the first
-- name up to and including the second. Every problem that is found, not only the first of a stream.
create function chain_problems(p_after text, p_upto text) returns table (stream text, number integer, problem text) stable language sql as $$
  with chained as (
    select e as event, e.stream, e.number, e.previous_hash, e.hash, lag(e.hash) over w as expected, lag(e.number) over w as before
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
    from (select * from event_heads where event_heads.stream > p_after and (p_upto is null or event_heads.stream <= p_upto)) h
    full join (
      select distinct on (c.stream) c.stream, c.number, c.hash from chained c order by c.stream, c.number desc
    ) l using (stream)
  )
  select * from (select * from bad union all select * from ends) found where problem is not null order by 1, 2 $$;
--> statement-breakpoint
create or replace function broken_streams() returns table (stream text, number integer, problem text) stable language sql as $$
  select distinct on (p.stream) p.stream, p.number, p.problem from chain_problems('', null) p order by p.stream, p.number $$;
--> statement-breakpoint

-- The last event of each stream up to a moment, a page of streams at a time; without a number when it began later.
create function heads_at(p_at timestamptz, p_after text, p_limit integer)
  returns table (stream text, number integer, hash bytea) stable language sql as $$
  select h.stream, e.number, e.hash
  from (select event_heads.stream from event_heads where event_heads.stream > p_after order by 1 limit p_limit) h
  left join lateral (
    select events.number, events.hash from events where events.stream = h.stream and events.at <= p_at order by events.number desc limit 1
  ) e on true
  order by h.stream $$;
--> statement-breakpoint

-- Anchors are made by the system alone and never change; everyone may read and keep them.
create trigger anchors_append_only before update or delete on anchors for each row execute function refuse_change();
--> statement-breakpoint
alter table anchors enable row level security;
--> statement-breakpoint
alter table anchors force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on anchors for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on anchors for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy everyone_reads on anchors for select to portal_app using (app_kind() is not null);
--> statement-breakpoint
create policy system_anchors on anchors for insert to portal_app with check (app_kind() = 'system');
--> statement-breakpoint
grant select, insert on anchors to portal_app;
--> statement-breakpoint
grant select on anchors to portal_engine;
