-- Attempts are counted by the system alone; nobody signs in for that, and nobody reads them.
alter table rate_limits enable row level security;
--> statement-breakpoint
alter table rate_limits force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on rate_limits for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on rate_limits for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy system_counts on rate_limits for all to portal_app using (app_kind() = 'system') with check (app_kind() = 'system');
--> statement-breakpoint
grant select, insert, update, delete on rate_limits to portal_app;
