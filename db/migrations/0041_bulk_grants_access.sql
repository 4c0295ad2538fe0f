create trigger bulk_grants_append_only before update or delete on bulk_grants for each row execute function refuse_change();
--> statement-breakpoint
alter table bulk_grants enable row level security;
--> statement-breakpoint
alter table bulk_grants force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on bulk_grants for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on bulk_grants for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy staff_reads on bulk_grants for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy decider_grants on bulk_grants for insert to portal_app
  with check (app_has_role('decider') and decided_by = app_person());
--> statement-breakpoint
grant select, insert on bulk_grants to portal_app;
--> statement-breakpoint
grant select on bulk_grants to portal_engine;
