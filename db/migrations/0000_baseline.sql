CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE TYPE "public"."move_name" AS ENUM('submit', 'withdraw', 'take_up', 'request_completion', 'complete', 'intend_refusal', 'respond', 'lapse', 'propose', 'return', 'grant', 'grant_in_part', 'refuse', 'not_treat', 'reserve', 'call_up', 'end_reserve', 'reconsider', 'lower', 'grant_on_objection');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('grant', 'grant_in_part', 'refuse', 'not_treat');--> statement-breakpoint
CREATE TYPE "public"."state" AS ENUM('draft', 'submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list', 'granted', 'partly_granted', 'refused', 'not_treated', 'lowered', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."distribution" AS ENUM('day_rank_lot', 'window_lottery');--> statement-breakpoint
CREATE TYPE "public"."entry_kind" AS ENUM('commitment', 'release', 'objection');--> statement-breakpoint
CREATE TYPE "public"."scheme" AS ENUM('werkgeverssubsidie', 'startbaan');--> statement-breakpoint
CREATE TYPE "public"."track" AS ENUM('general', 'women');--> statement-breakpoint
CREATE TYPE "public"."media_type" AS ENUM('application/pdf', 'image/png', 'image/jpeg');--> statement-breakpoint
CREATE TYPE "public"."scan" AS ENUM('clean', 'unscanned', 'waiting', 'infected');--> statement-breakpoint
CREATE TYPE "public"."assurance" AS ENUM('loa2', 'loa2plus', 'loa3', 'loa4');--> statement-breakpoint
CREATE TYPE "public"."person_kind" AS ENUM('employer', 'staff');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('reviewer', 'decider', 'budget_holder', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."mail_outcome" AS ENUM('sent', 'refused');--> statement-breakpoint
CREATE SEQUENCE "public"."case_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"window_id" text NOT NULL,
	"branch_number" char(12),
	"scheme" "scheme" NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"rules_version" text NOT NULL,
	"state" "state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answers" text NOT NULL,
	"answers_version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"reference" text,
	"case_number" bigint,
	"submitted_at" timestamp with time zone,
	"rank_day" date,
	"due_on" date,
	"requested_cents" bigint,
	"awarded_cents" bigint,
	"reconsiders" boolean DEFAULT false NOT NULL,
	"reconsidered_on" date,
	"iban_key" text,
	"assignee_id" uuid,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "applications_reference_unique" UNIQUE("reference"),
	CONSTRAINT "applications_case_number_unique" UNIQUE("case_number"),
	CONSTRAINT "applications_filed_whole" CHECK ("applications"."state" = 'draft' or ("applications"."reference" is not null and "applications"."case_number" is not null and "applications"."submitted_at" is not null and "applications"."rank_day" is not null and "applications"."requested_cents" is not null)),
	CONSTRAINT "applications_award_within_request" CHECK ("applications"."awarded_cents" between 0 and "applications"."requested_cents")
);
--> statement-breakpoint
CREATE TABLE "bulk_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"day" date NOT NULL,
	"applications" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	"digest" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "bulk_grants_some" CHECK ("bulk_grants"."applications" > 0 and "bulk_grants"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"proposal_id" uuid NOT NULL,
	"outcome" "outcome" NOT NULL,
	"lines" jsonb NOT NULL,
	"amount_cents" bigint NOT NULL,
	"grounds" text[] NOT NULL,
	"explanation" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"decided_on" date NOT NULL,
	"bulk_id" uuid,
	CONSTRAINT "decisions_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "decisions_one_per_version" UNIQUE("application_id","application_version"),
	CONSTRAINT "decisions_four_eyes" CHECK ("decisions"."decided_by" <> "decisions"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"name" "move_name" NOT NULL,
	"from" "state" NOT NULL,
	"to" "state" NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "moves_name_from_role_pk" PRIMARY KEY("name","from","role")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"outcome" "outcome" NOT NULL,
	"lines" jsonb NOT NULL,
	"amount_cents" bigint NOT NULL,
	"grounds" text[] NOT NULL,
	"explanation" text NOT NULL,
	"attention" integer,
	"failed" integer,
	"manual_checks" text[] DEFAULT '{}' NOT NULL,
	"asked_on" date,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"returned_by" uuid,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	CONSTRAINT "proposals_by" UNIQUE("id","proposed_by"),
	CONSTRAINT "proposals_refusal_is_zero" CHECK (("proposals"."outcome" in ('refuse', 'not_treat')) = ("proposals"."amount_cents" = 0)),
	CONSTRAINT "proposals_returned_whole" CHECK (num_nonnulls("proposals"."returned_by", "proposals"."returned_at", "proposals"."return_reason") in (0, 3)),
	CONSTRAINT "proposals_manual_checks_known" CHECK (manual_checks <@ array['account_name', 'registration']),
	CONSTRAINT "proposals_returned_by_another" CHECK ("proposals"."returned_by" <> "proposals"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "trajectories" (
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"scheme" "scheme" NOT NULL,
	"track" "track" NOT NULL,
	"person_key" text NOT NULL,
	"requested_cents" bigint NOT NULL,
	CONSTRAINT "trajectories_application_id_number_pk" PRIMARY KEY("application_id","number"),
	CONSTRAINT "trajectories_requested_not_negative" CHECK ("trajectories"."requested_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "undertakings" (
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_own" boolean NOT NULL,
	CONSTRAINT "undertakings_application_id_key_pk" PRIMARY KEY("application_id","key")
);
--> statement-breakpoint
CREATE TABLE "budget_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"path" text[] NOT NULL,
	"position" integer NOT NULL,
	"scheme" "scheme",
	"earmark" "track",
	"municipal" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ceilings" (
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"ceiling_cents" bigint NOT NULL,
	"committed_cents" bigint DEFAULT 0 NOT NULL,
	"reserved_cents" bigint DEFAULT 0 NOT NULL,
	"owed_cents" bigint,
	"objection_cents" bigint DEFAULT 0 NOT NULL,
	"releases_on" date,
	"source" text NOT NULL,
	"decided_by" text NOT NULL,
	"published_on" date,
	"is_example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "ceilings_line_id_year_pk" PRIMARY KEY("line_id","year"),
	CONSTRAINT "ceilings_not_negative" CHECK ("ceilings"."ceiling_cents" >= 0 and "ceilings"."committed_cents" >= 0 and "ceilings"."reserved_cents" >= 0 and "ceilings"."objection_cents" >= 0),
	CONSTRAINT "ceilings_committed_within_ceiling" CHECK ("ceilings"."committed_cents" + "ceilings"."reserved_cents" <= greatest("ceilings"."ceiling_cents", "ceilings"."owed_cents"))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" "entry_kind" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"application_id" uuid NOT NULL,
	"decision_id" uuid,
	"trajectory" integer NOT NULL,
	"at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"budget_year" integer GENERATED ALWAYS AS (extract(year from legal_day("at"))::integer) STORED NOT NULL,
	"by_person_id" uuid,
	CONSTRAINT "ledger_entries_sign" CHECK (case "ledger_entries"."kind" when 'commitment' then "ledger_entries"."amount_cents" > 0 when 'release' then "ledger_entries"."amount_cents" < 0
        else "ledger_entries"."amount_cents" <> 0 end)
);
--> statement-breakpoint
CREATE TABLE "rules_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme" "scheme" NOT NULL,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "windows" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme" "scheme" NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"distribution" "distribution" NOT NULL,
	"decision_weeks" integer NOT NULL,
	"term_from" text NOT NULL,
	"reserve_until" date,
	"rules_version" text NOT NULL,
	"published_on" date NOT NULL,
	"source" text NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"announced_cents" bigint,
	CONSTRAINT "windows_ceiling" UNIQUE("id","line_id","year"),
	CONSTRAINT "windows_open_before_close" CHECK ("windows"."opens_at" < "windows"."closes_at"),
	CONSTRAINT "windows_term_from_known" CHECK (term_from in ('receipt', 'completeness', 'closing')),
	CONSTRAINT "windows_reserve_ends_after_closing" CHECK ("windows"."reserve_until" >= legal_day("windows"."closes_at"))
);
--> statement-breakpoint
CREATE TABLE "equated_days" (
	"day" date PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "equated_days_working_days" CHECK (extract(isodow from "equated_days"."day") <= 5),
	CONSTRAINT "equated_days_sourced" CHECK ("equated_days"."source" <> '')
);
--> statement-breakpoint
CREATE TABLE "ceiling_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"from_cents" bigint,
	"to_cents" bigint NOT NULL,
	"releases_on" date,
	"target_line_id" text,
	"target_year" integer,
	"figure" text,
	"reason" text NOT NULL,
	"publication" text NOT NULL,
	"published_on" date NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"rejected_by" uuid,
	"rejected_at" timestamp with time zone,
	CONSTRAINT "ceiling_changes_kind" CHECK (case "ceiling_changes"."kind" when 'set' then "ceiling_changes"."from_cents" is null when 'raise' then "ceiling_changes"."to_cents" > "ceiling_changes"."from_cents"
        when 'lower' then "ceiling_changes"."to_cents" < "ceiling_changes"."from_cents" when 'release' then "ceiling_changes"."to_cents" = "ceiling_changes"."from_cents"
        when 'transfer' then "ceiling_changes"."to_cents" < "ceiling_changes"."from_cents" when 'receive' then "ceiling_changes"."to_cents" > "ceiling_changes"."from_cents"
        when 'resolve' then "ceiling_changes"."from_cents" is not null else false end is true),
	CONSTRAINT "ceiling_changes_between_two" CHECK (num_nonnulls("ceiling_changes"."target_line_id", "ceiling_changes"."target_year") = case when "ceiling_changes"."kind" in ('transfer', 'receive') then 2 else 0 end
        and ("ceiling_changes"."target_line_id", "ceiling_changes"."target_year") is distinct from ("ceiling_changes"."line_id", "ceiling_changes"."year")),
	CONSTRAINT "ceiling_changes_not_negative" CHECK ("ceiling_changes"."to_cents" >= 0),
	CONSTRAINT "ceiling_changes_release" CHECK (("ceiling_changes"."kind" = 'release') = ("ceiling_changes"."releases_on" is not null)),
	CONSTRAINT "ceiling_changes_figure" CHECK (("ceiling_changes"."kind" = 'resolve') = coalesce("ceiling_changes"."figure" in ('printed', 'added_up'), false)),
	CONSTRAINT "ceiling_changes_reasoned" CHECK ("ceiling_changes"."reason" <> '' and "ceiling_changes"."publication" <> ''),
	CONSTRAINT "ceiling_changes_by_another" CHECK ("ceiling_changes"."confirmed_by" <> "ceiling_changes"."proposed_by"),
	CONSTRAINT "ceiling_changes_settled_whole" CHECK (num_nonnulls("ceiling_changes"."confirmed_by", "ceiling_changes"."confirmed_at") in (0, 2) and num_nonnulls("ceiling_changes"."rejected_by", "ceiling_changes"."rejected_at") in (0, 2)
        and num_nonnulls("ceiling_changes"."confirmed_by", "ceiling_changes"."rejected_by") <= 1)
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"amount_cents" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_versions" (
	"application_id" uuid NOT NULL,
	"answers_version" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"rank_day" date NOT NULL,
	"requested_cents" bigint NOT NULL,
	"superseded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "answer_versions_application_id_answers_version_pk" PRIMARY KEY("application_id","answers_version")
);
--> statement-breakpoint
CREATE TABLE "completion_answers" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "completion_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"items" jsonb NOT NULL,
	"shifts_rank" boolean GENERATED ALWAYS AS (items @> '[{"listed": true}]') STORED NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"rank_day" date NOT NULL,
	"ended_on" date,
	"end" text,
	CONSTRAINT "completion_requests_one_per_version" UNIQUE("application_id","application_version"),
	CONSTRAINT "completion_requests_deadline_ahead" CHECK ("completion_requests"."due_on" > "completion_requests"."asked_on"),
	CONSTRAINT "completion_requests_something_asked" CHECK (jsonb_array_length("completion_requests"."items") > 0),
	CONSTRAINT "completion_requests_ended_whole" CHECK (num_nonnulls("completion_requests"."ended_on", "completion_requests"."end") in (0, 2)),
	CONSTRAINT "completion_requests_end_known" CHECK ("end" in ('completed', 'lapsed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "agreed_declarations" (
	"application_id" uuid NOT NULL,
	"answers_version" integer NOT NULL,
	"name" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"agreed_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "agreed_declarations_application_id_answers_version_name_pk" PRIMARY KEY("application_id","answers_version","name")
);
--> statement-breakpoint
CREATE TABLE "contact_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"contacts" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_reads" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"placed_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "messages_once" UNIQUE("application_id","kind","about"),
	CONSTRAINT "messages_kind_known" CHECK ("kind" in ('receipt', 'completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'reserve', 'suspension', 'resumption', 'decision'))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "questions_side_known" CHECK ("side" in ('employer', 'ministry'))
);
--> statement-breakpoint
CREATE TABLE "default_notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "default_notices_application_id_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "delay_notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"expected_on" date NOT NULL,
	"reason" text NOT NULL,
	"told_by" uuid NOT NULL,
	"told_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "delay_notices_each_later" UNIQUE("application_id","expected_on"),
	CONSTRAINT "delay_notices_later" CHECK ("delay_notices"."expected_on" > "delay_notices"."due_on"),
	CONSTRAINT "delay_notices_reasoned" CHECK ("delay_notices"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "document_chunks" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "document_chunks_document_id_number_pk" PRIMARY KEY("document_id","number")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_version" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" "media_type" NOT NULL,
	"size_bytes" integer NOT NULL,
	"content_key" text NOT NULL,
	"scan" "scan" NOT NULL,
	"scanned_at" timestamp with time zone,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "documents_once" UNIQUE("application_id","kind","content_key"),
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('bank_statement', 'signed_plan', 'kvk_extract', 'other')),
	CONSTRAINT "documents_size" CHECK ("documents"."size_bytes" between 1 and 10485760)
);
--> statement-breakpoint
CREATE TABLE "draft_reminders" (
	"application_id" uuid NOT NULL,
	"days_before" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "draft_reminders_once" PRIMARY KEY("application_id","days_before"),
	CONSTRAINT "draft_reminders_before" CHECK ("draft_reminders"."days_before" > 0)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"recipient_key" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "invitations_once" UNIQUE("application_id","recipient_key")
);
--> statement-breakpoint
CREATE TABLE "kept_answers" (
	"person_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"part" text NOT NULL,
	"answers" text NOT NULL,
	"kept_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "kept_answers_person_id_application_id_part_pk" PRIMARY KEY("person_id","application_id","part")
);
--> statement-breakpoint
CREATE TABLE "draw_seeds" (
	"draw_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"scheme" "scheme" NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"day" date NOT NULL,
	"list" text NOT NULL,
	"list_hash" text NOT NULL,
	"seed_commitment" text NOT NULL,
	"seed" text,
	"frozen_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"frozen_by" uuid NOT NULL,
	"revealed_at" timestamp with time zone,
	"revealed_by" uuid,
	CONSTRAINT "draws_one_per_day" UNIQUE("line_id","year","day"),
	CONSTRAINT "draws_list_hash" CHECK ("draws"."list_hash" = encode(sha256(convert_to("draws"."list", 'UTF8')), 'hex')),
	CONSTRAINT "draws_seed_kept" CHECK ("draws"."seed_commitment" = encode(sha256(decode("draws"."seed", 'hex')), 'hex')),
	CONSTRAINT "draws_revealed_whole" CHECK (num_nonnulls("draws"."seed", "draws"."revealed_at", "draws"."revealed_by") in (0, 3)),
	CONSTRAINT "draws_revealed_by_another" CHECK ("draws"."revealed_by" <> "draws"."frozen_by")
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"application_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"lot" integer NOT NULL,
	CONSTRAINT "lots_application_id_draw_id_pk" PRIMARY KEY("application_id","draw_id"),
	CONSTRAINT "lots_once_per_draw" UNIQUE("draw_id","lot"),
	CONSTRAINT "lots_from_one" CHECK ("lots"."lot" >= 1)
);
--> statement-breakpoint
CREATE TABLE "evaluation_facts" (
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"route" text NOT NULL,
	"sector" text NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "evaluation_facts_application_id_number_pk" PRIMARY KEY("application_id","number")
);
--> statement-breakpoint
CREATE TABLE "anchors" (
	"day" date PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"streams" integer NOT NULL,
	"events" bigint NOT NULL,
	"root" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "anchors_root" CHECK ("anchors"."root" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "event_heads" (
	"stream" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"stream" text NOT NULL,
	"number" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"application_id" uuid,
	"application_version" integer,
	"payload" jsonb NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "events_stream_number_pk" PRIMARY KEY("stream","number"),
	CONSTRAINT "events_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "employer_words" (
	"word" text collate "C" NOT NULL,
	"organisation_id" uuid NOT NULL,
	"words" text collate "C" NOT NULL,
	CONSTRAINT "employer_words_word_organisation_id_pk" PRIMARY KEY("word","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kvk_number" char(8) NOT NULL,
	"legal_name" text NOT NULL,
	CONSTRAINT "organisations_kvk_number_unique" UNIQUE("kvk_number"),
	CONSTRAINT "organisations_kvk_number" CHECK ("organisations"."kvk_number" ~ '^[0-9]{8}$')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" "person_kind" NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'nl' NOT NULL,
	CONSTRAINT "people_by_provider" UNIQUE("issuer","subject"),
	CONSTRAINT "people_known_locale" CHECK ("people"."locale" in ('nl', 'en-NL'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"assurance" "assurance",
	"intermediary_kvk_number" char(8),
	"branch_number" char(12),
	"id_token" text,
	"authenticated_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sessions_level_of_employer" CHECK (("sessions"."organisation_id" is null) = ("sessions"."assurance" is null)),
	CONSTRAINT "sessions_represented" CHECK ("sessions"."organisation_id" is not null or ("sessions"."intermediary_kvk_number" is null and "sessions"."branch_number" is null)),
	CONSTRAINT "sessions_intermediary_kvk_number" CHECK ("sessions"."intermediary_kvk_number" ~ '^[0-9]{8}$'),
	CONSTRAINT "sessions_branch_number" CHECK ("sessions"."branch_number" ~ '^[0-9]{12}$')
);
--> statement-breakpoint
CREATE TABLE "staff_interests" (
	"person_id" uuid NOT NULL,
	"kvk_number" char(8) NOT NULL,
	CONSTRAINT "staff_interests_person_id_kvk_number_pk" PRIMARY KEY("person_id","kvk_number")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"person_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"duty" text GENERATED ALWAYS AS (case when role in ('reviewer', 'decider') then 'cases' when role = 'budget_holder' then 'budget' else 'audit' end) STORED NOT NULL,
	CONSTRAINT "staff_roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "intentions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"application_version" integer NOT NULL,
	"grounds" text[] NOT NULL,
	"explanation" text NOT NULL,
	"keep" integer[],
	"until_on" date NOT NULL,
	"intended_by" uuid NOT NULL,
	"intended_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"response" text,
	"responded_by" uuid,
	"responded_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "intentions_kind_known" CHECK ("intentions"."kind" in ('refusal', 'lowering')),
	CONSTRAINT "intentions_keep" CHECK (("intentions"."kind" = 'lowering') = ("intentions"."keep" is not null)),
	CONSTRAINT "intentions_reasoned" CHECK (cardinality("intentions"."grounds") > 0 and "intentions"."explanation" <> ''),
	CONSTRAINT "intentions_answered_whole" CHECK (num_nonnulls("intentions"."response", "intentions"."responded_by", "intentions"."responded_at") in (0, 3)),
	CONSTRAINT "intentions_one_end" CHECK (num_nonnulls("intentions"."responded_at", "intentions"."lapsed_at") <= 1),
	CONSTRAINT "intentions_drop_lowering" CHECK ("intentions"."dropped_at" is null or "intentions"."kind" = 'lowering')
);
--> statement-breakpoint
CREATE TABLE "letter_concepts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "letter_concepts_one_of_a_kind" UNIQUE("application_id","kind"),
	CONSTRAINT "letter_concepts_kind_known" CHECK (kind in ('completion_request', 'intended_refusal', 'intended_lowering', 'delay_notice', 'default_notice', 'suspension'))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"published_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"published_on" date NOT NULL,
	"object_until" date,
	CONSTRAINT "letters_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "letters_once" UNIQUE("application_id","kind","about"),
	CONSTRAINT "letters_hash" CHECK ("letters"."sha256" = sha256("letters"."content")),
	CONSTRAINT "letters_object_later" CHECK ("letters"."object_until" > "letters"."published_on")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sent_mails" (
	"application_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"recipient_key" text NOT NULL,
	"outcome" "mail_outcome" NOT NULL,
	"at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "sent_mails_once" PRIMARY KEY("application_id","occasion","recipient_key")
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"started_on" date NOT NULL,
	"resumes_on" date NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"ended_on" date,
	"ended_by" uuid,
	CONSTRAINT "suspensions_ground_known" CHECK (ground in ('wait', 'consent', 'applicant', 'force_majeure', 'foreign_information')),
	CONSTRAINT "suspensions_reasoned" CHECK ("suspensions"."reason" <> ''),
	CONSTRAINT "suspensions_ahead" CHECK ("suspensions"."resumes_on" > "suspensions"."started_on"),
	CONSTRAINT "suspensions_ended_whole" CHECK (num_nonnulls("suspensions"."ended_on", "suspensions"."ended_by") in (0, 2)),
	CONSTRAINT "suspensions_ended_between" CHECK ("suspensions"."ended_on" between "suspensions"."started_on" and "suspensions"."resumes_on")
);
--> statement-breakpoint
CREATE TABLE "window_plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"scheme" "scheme" NOT NULL,
	"year" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"distribution" "distribution" NOT NULL,
	"decision_weeks" integer NOT NULL,
	"term_from" text NOT NULL,
	"reserve_until" date,
	"rules_version" text NOT NULL,
	"line_id" text NOT NULL,
	"ceiling_cents" bigint NOT NULL,
	"publication" text NOT NULL,
	"published_on" date NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"window_id" text,
	CONSTRAINT "window_plans_window_id_unique" UNIQUE("window_id"),
	CONSTRAINT "window_plans_state_known" CHECK ("window_plans"."state" in ('draft', 'proposed', 'published', 'dropped')),
	CONSTRAINT "window_plans_open_before_close" CHECK ("window_plans"."opens_at" < "window_plans"."closes_at"),
	CONSTRAINT "window_plans_weeks" CHECK ("window_plans"."decision_weeks" between 1 and 52),
	CONSTRAINT "window_plans_made_known" CHECK ("window_plans"."publication" <> ''),
	CONSTRAINT "window_plans_by_another" CHECK ("window_plans"."state" <> 'published' or "window_plans"."settled_by" <> "window_plans"."proposed_by"),
	CONSTRAINT "window_plans_whole" CHECK (("window_plans"."state" in ('proposed', 'published')) = (num_nonnulls("window_plans"."proposed_by", "window_plans"."proposed_at") = 2)
        and num_nonnulls("window_plans"."proposed_by", "window_plans"."proposed_at") in (0, 2)
        and ("window_plans"."state" in ('published', 'dropped')) = (num_nonnulls("window_plans"."settled_by", "window_plans"."settled_at") = 2)
        and num_nonnulls("window_plans"."settled_by", "window_plans"."settled_at") in (0, 2)
        and ("window_plans"."state" = 'published') = ("window_plans"."window_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT portal_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_visits" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"decides" boolean NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"seen_event" integer NOT NULL,
	"before_at" timestamp with time zone,
	"before_event" integer,
	CONSTRAINT "case_visits_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "saved_views_person_id_name_pk" PRIMARY KEY("person_id","name")
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"case_number" bigint NOT NULL,
	"organisation_id" uuid NOT NULL,
	"window_id" text NOT NULL,
	"state" text NOT NULL,
	"assignee_id" uuid NOT NULL,
	"employer" text NOT NULL,
	"rank_day" date NOT NULL,
	"due_on" date NOT NULL,
	"requested_cents" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"trajectories" integer DEFAULT 0 NOT NULL,
	"women" integer DEFAULT 0 NOT NULL,
	"attention" text[] DEFAULT '{}' NOT NULL,
	"has_attention" boolean GENERATED ALWAYS AS (cardinality(attention) > 0) STORED NOT NULL,
	CONSTRAINT "work_items_reference_unique" UNIQUE("reference"),
	CONSTRAINT "work_items_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_window_ceiling" FOREIGN KEY ("window_id","line_id","year") REFERENCES "public"."windows"("id","line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_grants" ADD CONSTRAINT "bulk_grants_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_grants" ADD CONSTRAINT "bulk_grants_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_bulk_id_bulk_grants_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_grants"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_proposed_by_proposals_id_proposed_by_fk" FOREIGN KEY ("proposal_id","proposed_by") REFERENCES "public"."proposals"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trajectories" ADD CONSTRAINT "trajectories_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undertakings" ADD CONSTRAINT "undertakings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_parent_id_budget_lines_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceilings" ADD CONSTRAINT "ceilings_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equated_days" ADD CONSTRAINT "equated_days_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_rejected_by_people_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_target" FOREIGN KEY ("target_line_id","target_year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_versions" ADD CONSTRAINT "answer_versions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_answers" ADD CONSTRAINT "completion_answers_request_id_completion_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."completion_requests"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreed_declarations" ADD CONSTRAINT "agreed_declarations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreed_declarations" ADD CONSTRAINT "agreed_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_notices" ADD CONSTRAINT "default_notices_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_notices" ADD CONSTRAINT "delay_notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delay_notices" ADD CONSTRAINT "delay_notices_told_by_people_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_reminders" ADD CONSTRAINT "draft_reminders_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_seeds" ADD CONSTRAINT "draw_seeds_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_revealed_by_people_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_facts" ADD CONSTRAINT "evaluation_facts_of_trajectory" FOREIGN KEY ("application_id","number") REFERENCES "public"."trajectories"("application_id","number") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_words" ADD CONSTRAINT "employer_words_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_interests" ADD CONSTRAINT "staff_interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_intended_by_people_id_fk" FOREIGN KEY ("intended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intentions" ADD CONSTRAINT "intentions_responded_by_people_id_fk" FOREIGN KEY ("responded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_concepts" ADD CONSTRAINT "letter_concepts_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_mails" ADD CONSTRAINT "sent_mails_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live_per_window" ON "applications" USING btree ("organisation_id","window_id") WHERE "applications"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "applications_window" ON "applications" USING btree ("window_id");--> statement-breakpoint
CREATE INDEX "applications_rank" ON "applications" USING btree ("line_id","year","rank_day","case_number") WHERE "applications"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "applications_work" ON "applications" USING btree ("state","rank_day","case_number") WHERE "applications"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "applications_undecided" ON "applications" USING btree ("line_id","year","rank_day","requested_cents") WHERE "applications"."state" in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list');--> statement-breakpoint
CREATE INDEX "applications_due" ON "applications" USING btree ("due_on","case_number") WHERE "applications"."state" in ('submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list');--> statement-breakpoint
CREATE INDEX "applications_reconsidered" ON "applications" USING btree ("line_id","year","rank_day") WHERE "applications"."reconsiders";--> statement-breakpoint
CREATE INDEX "applications_granted" ON "applications" USING btree ("case_number") WHERE "applications"."awarded_cents" > 0;--> statement-breakpoint
CREATE INDEX "applications_iban" ON "applications" USING btree ("iban_key") WHERE "applications"."iban_key" is not null;--> statement-breakpoint
CREATE INDEX "applications_assignee" ON "applications" USING btree ("assignee_id") WHERE "applications"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "bulk_grants_day" ON "bulk_grants" USING btree ("line_id","year","day");--> statement-breakpoint
CREATE INDEX "decisions_day" ON "decisions" USING btree ("decided_on");--> statement-breakpoint
CREATE INDEX "decisions_bulk" ON "decisions" USING btree ("bulk_id") WHERE "decisions"."bulk_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_per_version" ON "proposals" USING btree ("application_id","application_version") WHERE "proposals"."returned_by" is null;--> statement-breakpoint
CREATE INDEX "trajectories_person" ON "trajectories" USING btree ("person_key");--> statement-breakpoint
CREATE INDEX "undertakings_key" ON "undertakings" USING btree ("key");--> statement-breakpoint
CREATE INDEX "ledger_entries_line_year" ON "ledger_entries" USING btree ("line_id","year");--> statement-breakpoint
CREATE INDEX "ledger_entries_budget_year" ON "ledger_entries" USING btree ("budget_year","line_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_application" ON "ledger_entries" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_decision" ON "ledger_entries" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "windows_line_year" ON "windows" USING btree ("line_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "ceiling_changes_one_open" ON "ceiling_changes" USING btree ("line_id","year") WHERE "ceiling_changes"."confirmed_by" is null and "ceiling_changes"."rejected_by" is null;--> statement-breakpoint
CREATE INDEX "ceiling_changes_line_year" ON "ceiling_changes" USING btree ("line_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_requests_one_open" ON "completion_requests" USING btree ("application_id") WHERE "completion_requests"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "completion_requests_open" ON "completion_requests" USING btree ("due_on") WHERE "completion_requests"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "completion_requests_lapsed" ON "completion_requests" USING btree ("ended_on") WHERE "end" = 'lapsed';--> statement-breakpoint
CREATE INDEX "contact_changes_application" ON "contact_changes" USING btree ("application_id","changed_at");--> statement-breakpoint
CREATE INDEX "messages_organisation" ON "messages" USING btree ("organisation_id","placed_at");--> statement-breakpoint
CREATE INDEX "questions_application" ON "questions" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "default_notices_received" ON "default_notices" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "delay_notices_application" ON "delay_notices" USING btree ("application_id","told_at");--> statement-breakpoint
CREATE INDEX "documents_uploader" ON "documents" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "documents_waiting" ON "documents" USING btree ("uploaded_at") WHERE "documents"."scan" = 'waiting';--> statement-breakpoint
CREATE INDEX "kept_answers_application" ON "kept_answers" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "kept_answers_moment" ON "kept_answers" USING btree ("kept_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_one_per_move" ON "events" USING btree ("application_id","application_version") WHERE "events"."application_version" is not null;--> statement-breakpoint
CREATE INDEX "events_application" ON "events" USING btree ("application_id","number");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","at","id");--> statement-breakpoint
CREATE INDEX "events_person" ON "events" USING btree ("person_id","at","id") WHERE "events"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "employer_words_organisation" ON "employer_words" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "intentions_one_per_version" ON "intentions" USING btree ("application_id","application_version") WHERE "intentions"."kind" = 'refusal';--> statement-breakpoint
CREATE UNIQUE INDEX "intentions_one_open" ON "intentions" USING btree ("application_id") WHERE "intentions"."responded_at" is null and "intentions"."lapsed_at" is null and "intentions"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "intentions_until" ON "intentions" USING btree ("until_on","id") WHERE "intentions"."responded_at" is null and "intentions"."lapsed_at" is null and "intentions"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "intentions_heard" ON "intentions" USING btree ("until_on","id") WHERE "intentions"."kind" = 'lowering' and "intentions"."dropped_at" is null and ("intentions"."responded_at" is not null or "intentions"."lapsed_at" is not null);--> statement-breakpoint
CREATE INDEX "letters_application" ON "letters" USING btree ("application_id","published_at");--> statement-breakpoint
CREATE INDEX "letters_objection" ON "letters" USING btree ("object_until","id") WHERE "letters"."object_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_one_open" ON "suspensions" USING btree ("application_id") WHERE "suspensions"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "suspensions_application" ON "suspensions" USING btree ("application_id","started_at");--> statement-breakpoint
CREATE INDEX "suspensions_resumes" ON "suspensions" USING btree ("resumes_on","id") WHERE "suspensions"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "window_plans_state" ON "window_plans" USING btree ("state","written_at");--> statement-breakpoint
CREATE INDEX "case_notes_application" ON "case_notes" USING btree ("application_id","written_at");--> statement-breakpoint
CREATE INDEX "case_visits_person" ON "case_visits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "work_items_organisation" ON "work_items" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "work_items_rank" ON "work_items" USING btree ("window_id","state","rank_day","case_number");--> statement-breakpoint
CREATE INDEX "work_items_due" ON "work_items" USING btree ("window_id","state","due_on","case_number");--> statement-breakpoint
CREATE INDEX "work_items_amount" ON "work_items" USING btree ("window_id","state","requested_cents","case_number");--> statement-breakpoint
CREATE INDEX "work_items_employer" ON "work_items" USING btree ("window_id","state","employer","case_number");--> statement-breakpoint
CREATE INDEX "work_items_change" ON "work_items" USING btree ("window_id","state","changed_at","case_number");--> statement-breakpoint
CREATE INDEX "work_items_attention" ON "work_items" USING btree ("window_id","state","rank_day","case_number") WHERE "work_items"."has_attention";--> statement-breakpoint
CREATE INDEX "work_items_assignee_rank" ON "work_items" USING btree ("assignee_id","state","rank_day","case_number");--> statement-breakpoint
CREATE INDEX "work_items_assignee_due" ON "work_items" USING btree ("assignee_id","state","due_on","case_number");--> statement-breakpoint
CREATE INDEX "work_items_assignee_change" ON "work_items" USING btree ("assignee_id","state","changed_at","case_number");--> statement-breakpoint
-- One duty a person: cases, budget or audit. Drizzle has no words for an exclusion.
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_one_duty" EXCLUDE USING gist ("person_id" WITH =, "duty" WITH <>);--> statement-breakpoint
-- The days that royal decrees equated with a holiday so far; budget holders add what comes.
INSERT INTO "equated_days" ("day", "source")
  SELECT day, 'Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag'
  FROM unnest('{2023-04-28,2023-05-19,2024-05-10,2024-12-27,2025-05-30}'::date[]) day
  UNION ALL
  SELECT day, 'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag'
  FROM unnest('{2026-01-02,2026-05-15,2027-05-07,2028-04-28,2028-05-26}'::date[]) day;
