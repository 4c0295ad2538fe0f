-- Who may see and write what. Every table has forced row-level security: without an actor there are no rows.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy maintenance on %I for all to current_user
      using (app_kind() = ''system'') with check (app_kind() = ''system'')', t);
    execute format('create policy engine on %I for all to portal_engine using (true) with check (true)', t);
  end loop;
end $$;

-- An employer reads in a valid session, and writes only at the lowest level of assurance of any act, or above. A person
-- restricted to a branch sees only rows about applications of that branch.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'sessions' loop
    execute format('create policy employer_signed_in on %I as restrictive for all to portal_app
      using (app_kind() <> ''employer'' or (select app_represents()))
      with check (app_kind() <> ''employer'' or (select app_may_act()))', t);
    execute format('create policy employer_deletes on %I as restrictive for delete to portal_app
      using (app_kind() <> ''employer'' or (select app_may_act()))', t);
  end loop;
  for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'application_id' loop
    execute format('create policy employer_within_branch on %I as restrictive for all to portal_app
      using ((select app_branch()) is null or application_id is null or application_id in (select id from applications))
      with check ((select app_branch()) is null or application_id is null or application_id in (select id from applications))', t);
  end loop;
end $$;

-- The answer to a request belongs to its request, which names the application.
create policy employer_within_branch on completion_answers as restrictive for all to portal_app
  using ((select app_branch()) is null or exists (select from completion_requests r where r.id = request_id))
  with check ((select app_branch()) is null or exists (select from completion_requests r where r.id = request_id));

-- An official neither reads nor writes in the file of an employer that they are tied to. What checks compare across employers (persons, group,
-- places, bookings) stays: it names nobody.
do $$
declare t text;
begin
  for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'application_id'
      and table_name not in ('trajectories', 'undertakings', 'lots', 'ledger_entries') loop
    execute format('create policy official_not_tied on %I as restrictive for all to portal_app
      using (app_kind() <> ''staff'' or application_id is null
        or application_id <> all ((select tied_applications())::uuid[]))', t);
  end loop;
end $$;
-- That they were refused something of that file is written down.
alter policy official_not_tied on events with check (app_kind() <> 'staff' or application_id is null or type = 'access.deny'
  or application_id <> all ((select tied_applications())::uuid[]));
create policy official_not_tied on applications as restrictive for all to portal_app
  using (app_kind() <> 'staff' or id <> all ((select tied_applications())::uuid[]));

-- What of an application is compared with others when one is judged or takes its turn, for everyone who sees it, and for
-- officials also of employers that they are tied to: no answers and no names.
create view application_keys as
  select a.id, a.organisation_id, a.window_id, a.scheme, a.line_id, a.year, a.state, a.version, a.reference, a.case_number,
    a.rank_day, a.awarded_cents, a.iban_key,
    (select d.decided_on from decisions d where d.application_id = a.id and d.outcome in ('grant', 'grant_in_part')
      order by d.application_version desc limit 1) as granted_on
  from applications a
  where (app_kind() in ('staff', 'system') and a.state <> 'draft') or (app_kind() = 'employer' and app_represents()
    and a.organisation_id = app_organisation() and (app_branch() is null or a.branch_number = app_branch()));
alter view application_keys owner to portal_engine;

grant usage on schema public to portal_app, portal_engine;
grant usage on sequence case_numbers to portal_app;
grant select on all tables in schema public to portal_engine;
revoke select on rate_limits, saved_views from portal_engine;

-- agreed_declarations
grant select, insert on agreed_declarations to portal_app;
create policy employer_adds on agreed_declarations for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and person_id = app_person()
    and app_owns(application_id));
create policy employer_own on agreed_declarations for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on agreed_declarations for select to portal_app using (app_kind() in ('staff', 'system'));

-- anchors
grant select, insert on anchors to portal_app;
create policy everyone_reads on anchors for select to portal_app using (app_kind() is not null);
create policy system_anchors on anchors for insert to portal_app with check (app_kind() = 'system');

-- sent_heads
grant select, insert on sent_heads to portal_app;
create policy system_reads on sent_heads for select to portal_app using (app_kind() = 'system');
create policy system_sends on sent_heads for insert to portal_app with check (app_kind() = 'system');

-- answer_versions
grant select, insert on answer_versions to portal_app;
create policy employer_keeps on answer_versions for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation()
    and app_owns(application_id));
create policy employer_own on answer_versions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on answer_versions for select to portal_app using (app_kind() in ('staff', 'system'));

-- applications
grant select, insert,
  update (state, version, answers, answers_version, saved_at, reference, case_number, requested_cents, awarded_cents,
    iban_key, assignee_id) on applications to portal_app;
grant update (due_on, reconsiders) on applications to portal_engine;
create policy employer_own on applications for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_handles on applications for update to portal_app
  using (app_has_role('reviewer', 'decider') and state <> 'draft')
  with check (app_has_role('reviewer', 'decider') and state <> 'draft');
create policy staff_reads on applications for select to portal_app
  using (app_kind() in ('staff', 'system') and state <> 'draft');
create policy system_sees_drafts on applications for select to portal_app
  using (app_kind() = 'system' and state = 'draft');
create policy employer_within_branch on applications as restrictive for all to portal_app
  using ((select app_branch()) is null or branch_number = (select app_branch()))
  with check ((select app_branch()) is null or branch_number = (select app_branch()));

-- budget_lines
grant select on budget_lines to portal_app;
create policy everyone_reads on budget_lines for select to portal_app using (app_kind() is not null);

-- application_keys
grant select on application_keys to portal_app;

-- bulk_grants
grant select, insert on bulk_grants to portal_app;
create policy decider_grants on bulk_grants for insert to portal_app
  with check (app_has_role('decider') and decided_by = app_person());
create policy staff_reads on bulk_grants for select to portal_app using (app_kind() in ('staff', 'system'));

-- case_notes
grant select, insert on case_notes to portal_app;
create policy handler_writes on case_notes for insert to portal_app
  with check (app_has_role('reviewer', 'decider') and written_by = app_person());
create policy staff_reads on case_notes for select to portal_app
  using (app_has_role('reviewer', 'decider', 'auditor'));

-- case_visits
grant select, insert, update, delete on case_visits to portal_app;
create policy handlers_read on case_visits for select to portal_app using (app_has_role('reviewer', 'decider'));
create policy own on case_visits for all to portal_app
  using (app_has_role('reviewer', 'decider') and person_id = app_person())
  with check (app_has_role('reviewer', 'decider') and person_id = app_person());

-- ceiling_changes
grant select, insert, update (confirmed_at, confirmed_by, rejected_at, rejected_by) on ceiling_changes to portal_app;
grant insert on ceiling_changes to portal_engine;
create policy budget_holder_proposes on ceiling_changes for insert to portal_app
  with check (app_has_role('budget_holder') and proposed_by = app_person());
create policy budget_holder_settles on ceiling_changes for update to portal_app
  using (app_has_role('budget_holder'))
  with check (app_has_role('budget_holder') and app_person() in (confirmed_by, rejected_by));
create policy everyone_reads on ceiling_changes for select to portal_app using (app_kind() is not null);

-- ceilings
grant select on ceilings to portal_app;
grant insert, update on ceilings to portal_engine;
create policy everyone_reads on ceilings for select to portal_app using (app_kind() is not null);

-- claims
grant select on claims to portal_app;
grant insert, delete on claims to portal_engine;

-- completion_answers
grant select, insert, update (answers, revision, saved_at, sent_at) on completion_answers to portal_app;
create policy employer_own on completion_answers for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation()
    and exists (select from completion_requests r where r.id = request_id));
create policy staff_reads_sent on completion_answers for select to portal_app
  using (app_kind() in ('staff', 'system') and sent_at is not null
    and exists (select from completion_requests r where r.id = request_id));

-- completion_requests
grant select, insert on completion_requests to portal_app;
grant update (ended_on, "end") on completion_requests to portal_engine;
create policy employer_own on completion_requests for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy reviewer_asks on completion_requests for insert to portal_app
  with check (app_has_role('reviewer') and asked_by = app_person());
create policy staff_reads on completion_requests for select to portal_app using (app_kind() in ('staff', 'system'));

-- contact_changes
grant select, insert on contact_changes to portal_app;
create policy employer_adds on contact_changes for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and changed_by = app_person()
    and app_owns(application_id));
create policy employer_own on contact_changes for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on contact_changes for select to portal_app using (app_kind() in ('staff', 'system'));

-- decisions
grant select, insert on decisions to portal_app;
create policy decider_decides on decisions for insert to portal_app
  with check (app_has_role('decider') and decided_by = app_person());
create policy employer_own on decisions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on decisions for select to portal_app using (app_kind() in ('staff', 'system'));

-- default_notices
grant select, insert on default_notices to portal_app;
create policy employer_gives on default_notices for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and recorded_by = app_person()
    and app_owns(application_id));
create policy employer_own on default_notices for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy reviewer_enters on default_notices for insert to portal_app
  with check (app_has_role('reviewer') and recorded_by = app_person());
create policy staff_reads on default_notices for select to portal_app using (app_kind() in ('staff', 'system'));

-- delay_notices
grant select, insert on delay_notices to portal_app;
create policy employer_own on delay_notices for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy reviewer_tells on delay_notices for insert to portal_app
  with check (app_has_role('reviewer') and told_by = app_person());
create policy staff_reads on delay_notices for select to portal_app using (app_kind() in ('staff', 'system'));

-- document_chunks
grant select, insert, delete on document_chunks to portal_app;
create policy employer_adds on document_chunks for insert to portal_app
  with check (app_kind() = 'employer' and exists (select from documents d where d.id = document_id));
create policy scanner on document_chunks for select to portal_app using (app_kind() = 'system');
create policy scanner_empties on document_chunks for delete to portal_app using (app_kind() = 'system');
create policy with_document on document_chunks for select to portal_app
  using (exists (select from documents d where d.id = document_id));

-- documents
grant select, insert, delete, update (scan, scanned_at) on documents to portal_app;
create policy employer_adds on documents for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and uploaded_by = app_person());
create policy employer_own on documents for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy employer_removes on documents for delete to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy scanner on documents for select to portal_app using (app_kind() = 'system');
create policy scanner_notes on documents for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');
create policy staff_reads on documents for select to portal_app
  using (app_has_role('reviewer', 'decider', 'auditor')
    and exists (select from applications a where a.id = application_id));

-- draft_reminders
grant select, insert on draft_reminders to portal_app;
create policy system_reminds on draft_reminders for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- draw_seeds
grant select, insert on draw_seeds to portal_app;
create policy budget_holder_adds on draw_seeds for insert to portal_app with check (app_has_role('budget_holder'));
create policy budget_holder_unseals on draw_seeds for select to portal_app using (app_has_role('budget_holder'));

-- draws
grant select, insert, update (revealed_at, revealed_by, seed) on draws to portal_app;
create policy budget_holder_adds on draws for insert to portal_app with check (app_has_role('budget_holder'));
create policy budget_holder_reveals on draws for update to portal_app
  using (app_has_role('budget_holder'))
  with check (app_has_role('budget_holder') and revealed_by = app_person());
create policy everyone_reads on draws for select to portal_app using (app_kind() is not null);
create policy freezes_as_self on draws as restrictive for insert to portal_app
  with check (frozen_by = app_person());

-- employer_words
grant select on employer_words to portal_app;
grant insert, delete on employer_words to portal_engine;

-- equated_days
grant select, insert, delete on equated_days to portal_app;
create policy everyone_reads on equated_days for select to portal_app using (app_kind() is not null);
create policy holder_enters on equated_days for insert to portal_app
  with check (app_has_role('budget_holder') and entered_by = app_person());
create policy holder_removes on equated_days for delete to portal_app using (app_has_role('budget_holder'));

-- evaluation_facts
grant select on evaluation_facts to portal_app;
grant insert, update on evaluation_facts to portal_engine;

-- event_heads
grant select on event_heads to portal_app;
grant insert, update on event_heads to portal_engine;
create policy staff_reads on event_heads for select to portal_app using (app_kind() in ('staff', 'system'));

-- events
grant select, insert on events to portal_app;
grant insert on events to portal_engine;
create policy actor_records on events for insert to portal_app
  with check (actor_kind = app_kind() and person_id is not distinct from app_person());
create policy employer_own on events for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on events for select to portal_app using (app_kind() in ('staff', 'system'));

-- installation
grant select on installation to portal_app;
create policy everyone_reads on installation for select to portal_app using (app_kind() is not null);

-- intentions
grant select, insert, update (dropped_at, lapsed_at, responded_at, responded_by, response) on intentions to portal_app;
create policy employer_own on intentions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy employer_responds on intentions for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and responded_by = app_person()
    and lapsed_at is null and dropped_at is null);
create policy reviewer_ends on intentions for update to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer'));
create policy reviewer_intends on intentions for insert to portal_app
  with check (app_has_role('reviewer') and intended_by = app_person() and responded_at is null
    and lapsed_at is null and dropped_at is null);
create policy staff_reads on intentions for select to portal_app using (app_kind() in ('staff', 'system'));

-- invitations
grant select, insert on invitations to portal_app;
create policy employer_invites on invitations for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and invited_by = app_person()
    and app_owns(application_id));
create policy employer_own on invitations for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy system_tells on invitations for select to portal_app using (app_kind() = 'system');

-- kept_answers
grant select, insert, update, delete on kept_answers to portal_app;
create policy own on kept_answers for all to portal_app
  using (app_kind() = 'employer' and person_id = app_person())
  with check (app_kind() = 'employer' and person_id = app_person()
    and app_owns(application_id));
create policy system_finds on kept_answers for select to portal_app using (app_kind() = 'system');
create policy system_tidies on kept_answers for delete to portal_app using (app_kind() = 'system');

-- ledger_entries
grant select, insert on ledger_entries to portal_app;
create policy decider_writes on ledger_entries for insert to portal_app
  with check (app_has_role('decider') and by_person_id = app_person());
create policy staff_reads on ledger_entries for select to portal_app using (app_kind() in ('staff', 'system'));

-- letter_concepts
grant select, insert, delete, update (content, id, written_at, written_by) on letter_concepts to portal_app;
create policy reviewer_writes on letter_concepts for all to portal_app
  using (app_has_role('reviewer'))
  with check (app_has_role('reviewer') and written_by = app_person());

-- letters
grant select, insert on letters to portal_app;
create policy employer_own on letters for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on letters for select to portal_app using (app_kind() in ('staff', 'system'));
create policy system_publishes on letters for insert to portal_app with check (app_kind() = 'system');

-- lots
grant select, insert on lots to portal_app;
create policy budget_holder_adds on lots for insert to portal_app with check (app_has_role('budget_holder'));
create policy employer_own on lots for select to portal_app
  using (app_kind() = 'employer' and app_owns(application_id));
create policy staff_reads on lots for select to portal_app using (app_kind() in ('staff', 'system'));

-- message_reads
grant select, insert on message_reads to portal_app;
create policy employer_adds on message_reads for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and person_id = app_person()
    and exists (select from messages m where m.id = message_id));
create policy employer_own on message_reads for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on message_reads for select to portal_app
  using (app_kind() = 'system' or (app_kind() = 'staff' and exists (select from messages m where m.id = message_id)));

-- messages
grant select on messages to portal_app;
grant insert on messages to portal_engine;
create policy employer_own on messages for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on messages for select to portal_app using (app_kind() in ('staff', 'system'));

-- moves
grant select on moves to portal_app;
create policy everyone_reads on moves for select to portal_app using (app_kind() is not null);

-- organisations
grant select, insert, update, delete on organisations to portal_app;
create policy own on organisations for select to portal_app
  using (app_kind() in ('staff', 'system') or (app_kind() = 'employer' and id = app_organisation()));
create policy sign_in on organisations for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- people
grant select, insert, update, delete on people to portal_app;
create policy own on people for select to portal_app using (app_kind() in ('staff', 'system') or id = app_person());
create policy sign_in on people for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- person_checks
grant select, insert on person_checks to portal_app;
create policy handler_checks on person_checks for insert to portal_app
  with check (app_has_role('reviewer') and checked_by = app_person());
create policy staff_reads on person_checks for select to portal_app
  using (app_kind() = 'system' or app_has_role('reviewer', 'decider', 'auditor'));

-- person_number_openings
grant select on person_number_openings to portal_app;
grant insert on person_number_openings to portal_engine;
create policy staff_reads on person_number_openings for select to portal_app
  using (app_has_role('reviewer', 'decider', 'auditor'));

-- person_numbers
grant select (application_id, organisation_id, person_key, kept_at, destroy_on, destroyed_at), insert, delete,
  update (number) on person_numbers to portal_app;
grant update (destroy_on) on person_numbers to portal_engine;
create policy employer_keeps on person_numbers for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and app_owns(application_id));
create policy employer_own on person_numbers for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy employer_replaces on person_numbers for delete to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation()
    and exists (select from applications a where a.id = application_id and a.state = 'draft'));
create policy staff_reads on person_numbers for select to portal_app
  using (app_kind() = 'system' or app_has_role('reviewer', 'decider', 'auditor'));
create policy system_destroys on person_numbers for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system' and number is null);

-- proposals
grant select, insert, update (return_reason, returned_at, returned_by) on proposals to portal_app;
create policy decider_returns on proposals for update to portal_app
  using (app_has_role('decider'))
  with check (app_has_role('decider') and returned_by = app_person());
create policy reviewer_proposes on proposals for insert to portal_app
  with check (app_has_role('reviewer') and proposed_by = app_person() and returned_by is null);
create policy staff_reads on proposals for select to portal_app using (app_kind() in ('staff', 'system'));

-- questions
grant select, insert on questions to portal_app;
create policy employer_asks on questions for insert to portal_app
  with check (side = 'employer' and app_kind() = 'employer' and organisation_id = app_organisation()
    and person_id = app_person() and app_owns(application_id));
create policy employer_own on questions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy handler_asks on questions for insert to portal_app
  with check (side = 'ministry' and app_has_role('reviewer', 'decider') and person_id = app_person());
create policy staff_reads on questions for select to portal_app using (app_kind() in ('staff', 'system'));

-- rate_limits
grant select, insert, update, delete on rate_limits to portal_app;
create policy system_counts on rate_limits for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- rules_versions
grant select on rules_versions to portal_app;
create policy everyone_reads on rules_versions for select to portal_app using (app_kind() is not null);

-- saved_views
grant select, insert, update, delete on saved_views to portal_app;
create policy own on saved_views for all to portal_app
  using (app_kind() = 'staff' and person_id = app_person())
  with check (app_kind() = 'staff' and person_id = app_person());

-- sent_mails
grant select, insert on sent_mails to portal_app;
create policy employer_own on sent_mails for select to portal_app
  using (app_kind() = 'employer' and app_owns(application_id));
create policy staff_reads on sent_mails for select to portal_app using (app_kind() = 'staff');
create policy system_notes on sent_mails for insert to portal_app with check (app_kind() = 'system');
create policy system_reads on sent_mails for select to portal_app
  using (app_kind() = 'system' or app_has_role('auditor'));

-- sessions
grant select, insert, update, delete on sessions to portal_app;
create policy own on sessions for select to portal_app using (person_id = app_person() or app_has_role('auditor'));
create policy sign_in on sessions for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- staff_interests
grant select, insert, update, delete on staff_interests to portal_app;
create policy own on staff_interests for select to portal_app
  using (person_id = app_person() or app_has_role('auditor'));
create policy sign_in on staff_interests for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- staff_roles
grant select, insert, update, delete on staff_roles to portal_app;
create policy own on staff_roles for select to portal_app using (person_id = app_person() or app_has_role('auditor'));
create policy sign_in on staff_roles for all to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- suspensions
grant select, insert, update (ended_on, ended_by, asked_on) on suspensions to portal_app;
grant update (ended_on, ended_by) on suspensions to portal_engine;
create policy employer_own on suspensions for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy employer_stops_waiting on suspensions for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation() and ground = 'wait')
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and ended_by = app_person());
create policy employer_waits on suspensions for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and ground = 'wait'
    and started_by = app_person());
create policy reviewer_ends on suspensions for update to portal_app
  using (app_has_role('reviewer')) with check (app_has_role('reviewer') and ended_by = app_person());
create policy reviewer_suspends on suspensions for insert to portal_app
  with check (app_has_role('reviewer') and ground <> 'wait' and started_by = app_person());
create policy staff_reads on suspensions for select to portal_app using (app_kind() in ('staff', 'system'));
create policy system_asks on suspensions for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system' and ended_on is null);

-- trajectories
grant select, insert, update (person_key, requested_cents, track) on trajectories to portal_app;
create policy employer_completes on trajectories for update to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation());
create policy employer_files on trajectories for insert to portal_app
  with check (app_kind() = 'employer' and organisation_id = app_organisation()
    and app_owns(application_id));
create policy employer_own on trajectories for select to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation());
create policy staff_reads on trajectories for select to portal_app using (app_kind() in ('staff', 'system'));

-- undertakings
grant select, insert, delete on undertakings to portal_app;
create policy employer_own on undertakings for all to portal_app
  using (app_kind() = 'employer' and organisation_id = app_organisation())
  with check (app_kind() = 'employer' and organisation_id = app_organisation() and app_owns(application_id));
create policy handlers_read on undertakings for select to portal_app
  using (app_has_role('reviewer', 'decider', 'auditor'));

-- window_plans
grant select, insert, update on window_plans to portal_app;
create policy budget_holder_moves on window_plans for update to portal_app
  using (app_has_role('budget_holder'))
  with check (app_has_role('budget_holder') and (state <> 'proposed' or proposed_by = app_person())
    and (settled_by is null or settled_by = app_person()));
create policy budget_holder_writes on window_plans for insert to portal_app
  with check (app_has_role('budget_holder') and written_by = app_person());
create policy staff_reads on window_plans for select to portal_app using (app_has_role('budget_holder', 'auditor'));

-- windows
grant select on windows to portal_app;
grant insert on windows to portal_engine;
create policy everyone_reads on windows for select to portal_app using (app_kind() is not null);

-- work_items
grant select, update (attention) on work_items to portal_app;
grant insert, update on work_items to portal_engine;
create policy staff_reads on work_items for select to portal_app using (app_kind() in ('staff', 'system'));
create policy system_refreshes on work_items for update to portal_app
  using (app_kind() = 'system') with check (app_kind() = 'system');

-- Every function belongs to portal_engine, which cannot sign in. Only the owner of the tables and the roles below may
-- call it; triggers need no such right.
do $$
declare called regprocedure;
begin
  for called in
    select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d
      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('alter function %s owner to portal_engine', called);
    execute format('revoke execute on function %s from public', called);
    execute format('grant execute on function %s to current_user', called);
  end loop;
end $$;

-- Called by policies, column defaults and triggers for the role that writes.
grant execute on function portal_now(), legal_day(timestamptz), legal_today(), app_kind(), app_person(),
  app_organisation(), app_roles(), app_has_role(text[]), app_session(), app_represents(),
  app_branch(), lowest_level(), app_may_act(), app_owns(uuid), tied_applications() to portal_app;
-- Called by the web process with the rights of its actor.
grant execute on function easter(integer), is_ordinary_day(date), end_of_weeks(date, integer),
  last_day_to_decide(applications, date), reserve_ends_on(applications),
  is_on_reserve_list(applications), is_demo(),
  reserve_is_ending(applications), waits_by_consent(uuid),  reserved_below(text, integer), ceiling_for(text, integer, timestamptz), from_earmark(bigint, bigint, bigint),
  is_undecided(state), asked_for_listed(uuid), is_in_queue(uuid, state), lot_of(uuid, date), turn_of_lot(integer),
  event_body(events), chain_problems(text, text), broken_streams(), heads_at(timestamptz, text, integer),
  heads_between(timestamptz, timestamptz, text, integer) to portal_app;
-- Called by the web process with the rights of portal_engine: each of these checks the actor itself, or gives public
-- facts.
grant execute on function lock_ceilings(text[], integer), queue_before(uuid, text, integer, date, boolean),
  reserve_place(uuid), free_at_first_decision(uuid, text), claimed_now(), fold_claims(), employers_named(text, integer),
  handlers(), record_facts(uuid, jsonb), evaluation_counts(integer), published_grants(bigint, boolean, integer),
  letter_known(bytea), usual_duration(scheme), number_term(uuid),
  announce_number_opening(uuid, uuid, integer, text, text), open_person_number(uuid) to portal_app;

revoke create on schema public from portal_engine;
grant portal_engine to current_user with inherit false;
