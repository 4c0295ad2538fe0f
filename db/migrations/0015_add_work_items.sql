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
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_items_organisation" ON "work_items" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "work_items_rank" ON "work_items" USING btree ("window_id","state","rank_day","case_number");--> statement-breakpoint
CREATE INDEX "work_items_due" ON "work_items" USING btree ("window_id","state","due_on","case_number");--> statement-breakpoint
CREATE INDEX "work_items_amount" ON "work_items" USING btree ("window_id","state","requested_cents","case_number");--> statement-breakpoint
CREATE INDEX "work_items_employer" ON "work_items" USING btree ("window_id","state","employer","case_number");--> statement-breakpoint
CREATE INDEX "work_items_change" ON "work_items" USING btree ("window_id","state","changed_at","case_number");--> statement-breakpoint
CREATE INDEX "work_items_attention" ON "work_items" USING btree ("window_id","state","rank_day","case_number") WHERE "work_items"."has_attention";--> statement-breakpoint
CREATE INDEX "work_items_assignee_rank" ON "work_items" USING btree ("assignee_id","state","rank_day","case_number");--> statement-breakpoint
CREATE INDEX "work_items_assignee_due" ON "work_items" USING btree ("assignee_id","state","due_on","case_number");--> statement-breakpoint
CREATE INDEX "work_items_assignee_change" ON "work_items" USING btree ("assignee_id","state","changed_at","case_number");