CREATE TABLE "equated_days" (
	"day" date PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "equated_days_working_days" CHECK (extract(isodow from "equated_days"."day") <= 5),
	CONSTRAINT "equated_days_sourced" CHECK ("equated_days"."source" <> '')
);
--> statement-breakpoint
ALTER TABLE "equated_days" ADD CONSTRAINT "equated_days_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "completion_requests_lapsed" ON "completion_requests" USING btree ("ended_on") WHERE "end" = 'lapsed';--> statement-breakpoint
CREATE INDEX "letters_objection" ON "letters" USING btree ("object_until","id") WHERE "letters"."object_until" is not null;