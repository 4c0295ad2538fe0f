alter table letter_concepts enable row level security;
--> statement-breakpoint
alter table letter_concepts force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on letter_concepts for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on letter_concepts for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy reviewer_writes on letter_concepts for all to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer') and written_by = app_person());
--> statement-breakpoint
grant select, insert, delete, update (id, content, written_by, written_at) on letter_concepts to portal_app;
--> statement-breakpoint
grant select on letter_concepts to portal_engine;
--> statement-breakpoint
-- What was being written of a request to complete goes along.
do $$ begin
  perform set_config('app.kind', 'system', true);
  insert into letter_concepts (application_id, kind, content, written_by, written_at)
    select application_id, 'completion_request', jsonb_build_object('items', items, 'dueOn', due_on), written_by, written_at
    from completion_concepts;
  perform set_config('app.kind', '', true);
end $$;
--> statement-breakpoint
drop table completion_concepts;
