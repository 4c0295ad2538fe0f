CREATE TABLE "kept_answers" (
	"person_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"part" text NOT NULL,
	"answers" text NOT NULL,
	"kept_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "kept_answers_person_id_application_id_part_pk" PRIMARY KEY("person_id","application_id","part")
);
--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_answers_application" ON "kept_answers" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "kept_answers_moment" ON "kept_answers" USING btree ("kept_at");