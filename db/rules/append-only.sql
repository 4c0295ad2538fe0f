-- Rows that are written once and never change, not even by the owner of the table.
create or replace function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;

create trigger agreed_declarations_append_only before update or delete on agreed_declarations
  for each row execute function refuse_change();
create trigger anchors_append_only before update or delete on anchors for each row execute function refuse_change();
create trigger sent_heads_append_only before update or delete on sent_heads for each row execute function refuse_change();
create trigger answer_versions_append_only before update or delete on answer_versions
  for each row execute function refuse_change();
create trigger budget_lines_append_only before delete or update of id, parent_id, path on budget_lines
  for each row execute function refuse_change();
create trigger bulk_grants_append_only before update or delete on bulk_grants
  for each row execute function refuse_change();
create trigger case_notes_append_only before update or delete on case_notes
  for each row execute function refuse_change();
create trigger contact_changes_append_only before update or delete on contact_changes
  for each row execute function refuse_change();
create trigger decisions_append_only before update or delete on decisions
  for each row execute function refuse_change();
create trigger default_notices_append_only before update or delete on default_notices
  for each row execute function refuse_change();
create trigger delay_notices_append_only before update or delete on delay_notices
  for each row execute function refuse_change();
create trigger draft_reminders_append_only before update or delete on draft_reminders
  for each row execute function refuse_change();
create trigger draw_seeds_append_only before update or delete on draw_seeds
  for each row execute function refuse_change();
create trigger events_append_only before update or delete on events for each row execute function refuse_change();
create trigger invitations_append_only before update or delete on invitations
  for each row execute function refuse_change();
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each row execute function refuse_change();
create trigger letters_append_only before update or delete on letters for each row execute function refuse_change();
create trigger lots_append_only before update or delete on lots for each row execute function refuse_change();
create trigger message_reads_append_only before update or delete on message_reads
  for each row execute function refuse_change();
create trigger messages_append_only before update or delete on messages for each row execute function refuse_change();
create trigger questions_append_only before update or delete on questions
  for each row execute function refuse_change();
create trigger rules_versions_immutable before update or delete on rules_versions
  for each row execute function refuse_change();
create trigger sent_mails_append_only before update or delete on sent_mails
  for each row execute function refuse_change();
create trigger windows_immutable before update or delete on windows for each row execute function refuse_change();
