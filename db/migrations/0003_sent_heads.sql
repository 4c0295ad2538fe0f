CREATE TABLE "sent_heads" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"since" timestamp with time zone,
	"name" text NOT NULL,
	"streams" integer NOT NULL,
	"events" bigint NOT NULL,
	"root" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT portal_now() NOT NULL,
	CONSTRAINT "sent_heads_name_unique" UNIQUE("name"),
	CONSTRAINT "sent_heads_no_fork" UNIQUE NULLS NOT DISTINCT("since"),
	CONSTRAINT "sent_heads_root" CHECK ("sent_heads"."root" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "sent_heads_order" CHECK ("sent_heads"."since" < "sent_heads"."at")
);
--> statement-breakpoint
ALTER TABLE "sent_heads" ADD CONSTRAINT "sent_heads_since_sent_heads_at_fk" FOREIGN KEY ("since") REFERENCES "public"."sent_heads"("at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_events" CHECK ("anchors"."events" > 0);