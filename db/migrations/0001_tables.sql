CREATE TYPE "public"."move_name" AS ENUM('submit', 'withdraw', 'take_up', 'request_completion', 'complete', 'intend_refusal', 'respond', 'lapse', 'propose', 'return', 'grant', 'grant_in_part', 'refuse', 'not_treat', 'reserve', 'call_up', 'lower', 'grant_on_objection');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('grant', 'grant_in_part', 'refuse', 'not_treat');--> statement-breakpoint
CREATE TYPE "public"."state" AS ENUM('draft', 'submitted', 'completion_requested', 'in_review', 'refusal_intended', 'proposed', 'reserve_list', 'granted', 'partly_granted', 'refused', 'not_treated', 'lowered', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."distribution" AS ENUM('day_rank_lot', 'window_lottery');--> statement-breakpoint
CREATE TYPE "public"."entry_kind" AS ENUM('commitment', 'release', 'objection');--> statement-breakpoint
CREATE TYPE "public"."scheme" AS ENUM('werkgeverssubsidie', 'startbaan');--> statement-breakpoint
CREATE TYPE "public"."track" AS ENUM('general', 'women');--> statement-breakpoint
CREATE TYPE "public"."assurance" AS ENUM('EH2', 'EH2+', 'EH3', 'EH4');--> statement-breakpoint
CREATE TYPE "public"."person_kind" AS ENUM('employer', 'staff');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('reviewer', 'decider', 'budget_holder', 'auditor');--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"window_id" text NOT NULL,
	"scheme" "scheme" NOT NULL,
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
	"requested_cents" bigint,
	"awarded_cents" bigint,
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
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	"returned_by" uuid,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	CONSTRAINT "proposals_one_per_version" UNIQUE("application_id","application_version"),
	CONSTRAINT "proposals_by" UNIQUE("id","proposed_by"),
	CONSTRAINT "proposals_refusal_is_zero" CHECK (("proposals"."outcome" in ('refuse', 'not_treat')) = ("proposals"."amount_cents" = 0)),
	CONSTRAINT "proposals_returned_whole" CHECK (num_nonnulls("proposals"."returned_by", "proposals"."returned_at", "proposals"."return_reason") in (0, 3)),
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
	"releases_on" date,
	"source" text NOT NULL,
	"decided_by" text NOT NULL,
	"published_on" date,
	"is_example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "ceilings_line_id_year_pk" PRIMARY KEY("line_id","year"),
	CONSTRAINT "ceilings_not_negative" CHECK ("ceilings"."ceiling_cents" >= 0 and "ceilings"."committed_cents" >= 0 and "ceilings"."reserved_cents" >= 0),
	CONSTRAINT "ceilings_committed_within_ceiling" CHECK ("ceilings"."committed_cents" + "ceilings"."reserved_cents" <= "ceilings"."ceiling_cents")
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
	"by_person_id" uuid,
	CONSTRAINT "ledger_entries_sign" CHECK (("ledger_entries"."kind" = 'release') = ("ledger_entries"."amount_cents" < 0) and "ledger_entries"."amount_cents" <> 0)
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
	"year" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"distribution" "distribution" NOT NULL,
	"decision_weeks" integer NOT NULL,
	"rules_version" text NOT NULL,
	"published_on" date NOT NULL,
	"source" text NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "windows_open_before_close" CHECK ("windows"."opens_at" < "windows"."closes_at")
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
CREATE TABLE "employments" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "employments_person_id_organisation_id_pk" PRIMARY KEY("person_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"valid_until" timestamp with time zone,
	CONSTRAINT "mandates_person_id_organisation_id_pk" PRIMARY KEY("person_id","organisation_id")
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
	CONSTRAINT "people_by_provider" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"assurance" "assurance",
	"id_token" text,
	"authenticated_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
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
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_proposed_by_proposals_id_proposed_by_fk" FOREIGN KEY ("proposal_id","proposed_by") REFERENCES "public"."proposals"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trajectories" ADD CONSTRAINT "trajectories_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_parent_id_budget_lines_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceilings" ADD CONSTRAINT "ceilings_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_interests" ADD CONSTRAINT "staff_interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live_per_window" ON "applications" USING btree ("organisation_id","window_id") WHERE "applications"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "applications_window" ON "applications" USING btree ("window_id");--> statement-breakpoint
CREATE INDEX "applications_rank" ON "applications" USING btree ("scheme","rank_day","case_number") WHERE "applications"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "applications_work" ON "applications" USING btree ("state","rank_day","case_number") WHERE "applications"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "applications_iban" ON "applications" USING btree ("iban_key") WHERE "applications"."iban_key" is not null;--> statement-breakpoint
CREATE INDEX "applications_assignee" ON "applications" USING btree ("assignee_id") WHERE "applications"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "decisions_day" ON "decisions" USING btree ("decided_on");--> statement-breakpoint
CREATE INDEX "trajectories_person" ON "trajectories" USING btree ("person_key");--> statement-breakpoint
CREATE INDEX "ledger_entries_line_year" ON "ledger_entries" USING btree ("line_id","year");--> statement-breakpoint
CREATE INDEX "ledger_entries_application" ON "ledger_entries" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_decision" ON "ledger_entries" USING btree ("decision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_one_per_move" ON "events" USING btree ("application_id","application_version") WHERE "events"."application_version" is not null;--> statement-breakpoint
CREATE INDEX "events_application" ON "events" USING btree ("application_id","number");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "employments_organisation" ON "employments" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "mandates_organisation" ON "mandates" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");