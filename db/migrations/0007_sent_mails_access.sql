-- What left is noted by the system alone and never changes; an auditor may read it.
create trigger sent_mails_append_only before update or delete on sent_mails for each row execute function refuse_change();
--> statement-breakpoint
alter table sent_mails enable row level security;
--> statement-breakpoint
alter table sent_mails force row level security;
--> statement-breakpoint
do $$
begin
  execute format('create policy maintenance on sent_mails for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user);
end $$;
--> statement-breakpoint
create policy engine on sent_mails for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy system_notes on sent_mails for insert to portal_app with check (app_kind() = 'system');
--> statement-breakpoint
create policy system_reads on sent_mails for select to portal_app using (app_kind() = 'system' or app_has_role('auditor'));
--> statement-breakpoint
grant select, insert on sent_mails to portal_app;
--> statement-breakpoint
grant select on sent_mails to portal_engine;
