-- It ends once: with a response by the employer, or when the time for one has passed. Moments are the database's.
create function guard_intended_refusal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or num_nonnulls(old.responded_at, old.lapsed_at) > 0
      or (to_jsonb(new) - '{response,responded_by,responded_at,lapsed_at}'::text[])
        <> (to_jsonb(old) - '{response,responded_by,responded_at,lapsed_at}'::text[]) then
    raise exception 'an intention ends once' using errcode = 'restrict_violation', constraint = 'intended_refusals_end_once';
  end if;
  if new.lapsed_at is not null and (portal_now() at time zone 'Europe/Amsterdam')::date <= old.until_on then
    raise exception 'there is still time to respond' using errcode = 'check_violation', constraint = 'intended_refusals_lapse_later';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger intended_refusals_guard before update or delete on intended_refusals
  for each row execute function guard_intended_refusal();
--> statement-breakpoint
alter table intended_refusals enable row level security;
--> statement-breakpoint
alter table intended_refusals force row level security;
--> statement-breakpoint
do $$ begin execute format('create policy maintenance on intended_refusals for all to %I using (app_kind() = ''system'') with check (app_kind() = ''system'')', current_user); end $$;
--> statement-breakpoint
create policy engine on intended_refusals for all to portal_engine using (true) with check (true);
--> statement-breakpoint
create policy employer_own on intended_refusals for select to portal_app using (app_kind() = 'employer' and organisation_id = app_organisation());
--> statement-breakpoint
create policy staff_reads on intended_refusals for select to portal_app using (app_kind() in ('staff', 'system'));
--> statement-breakpoint
create policy reviewer_intends on intended_refusals for insert to portal_app
  with check (app_has_role('reviewer') and intended_by = app_person() and responded_at is null and lapsed_at is null);
--> statement-breakpoint
create policy reviewer_lapses on intended_refusals for update to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer') and responded_at is null);
--> statement-breakpoint
create policy employer_responds on intended_refusals for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and responded_by = app_person());
--> statement-breakpoint
grant select, insert on intended_refusals to portal_app;
--> statement-breakpoint
grant update (response, responded_by, responded_at, lapsed_at) on intended_refusals to portal_app;
--> statement-breakpoint
grant select on intended_refusals to portal_engine;
