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
DROP INDEX "events_at";--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","at","id");--> statement-breakpoint
CREATE INDEX "events_person" ON "events" USING btree ("person_id","at","id") WHERE "events"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","id");