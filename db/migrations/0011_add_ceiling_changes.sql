CREATE TABLE "ceiling_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"line_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"from_cents" bigint,
	"to_cents" bigint NOT NULL,
	"releases_on" date,
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
        when 'resolve' then "ceiling_changes"."from_cents" is not null else false end is true),
	CONSTRAINT "ceiling_changes_not_negative" CHECK ("ceiling_changes"."to_cents" >= 0),
	CONSTRAINT "ceiling_changes_release" CHECK (("ceiling_changes"."kind" = 'release') = ("ceiling_changes"."releases_on" is not null)),
	CONSTRAINT "ceiling_changes_figure" CHECK (("ceiling_changes"."kind" = 'resolve') = coalesce("ceiling_changes"."figure" in ('printed', 'added_up'), false)),
	CONSTRAINT "ceiling_changes_reasoned" CHECK ("ceiling_changes"."reason" <> '' and "ceiling_changes"."publication" <> ''),
	CONSTRAINT "ceiling_changes_by_another" CHECK ("ceiling_changes"."confirmed_by" <> "ceiling_changes"."proposed_by"),
	CONSTRAINT "ceiling_changes_settled_whole" CHECK (num_nonnulls("ceiling_changes"."confirmed_by", "ceiling_changes"."confirmed_at") in (0, 2) and num_nonnulls("ceiling_changes"."rejected_by", "ceiling_changes"."rejected_at") in (0, 2)
        and num_nonnulls("ceiling_changes"."confirmed_by", "ceiling_changes"."rejected_by") <= 1)
);
--> statement-breakpoint
ALTER TABLE "ceilings" DROP CONSTRAINT "ceilings_not_negative";--> statement-breakpoint
ALTER TABLE "ceilings" DROP CONSTRAINT "ceilings_committed_within_ceiling";--> statement-breakpoint
ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_sign";--> statement-breakpoint
ALTER TABLE "ceilings" ADD COLUMN "owed_cents" bigint;--> statement-breakpoint
ALTER TABLE "ceilings" ADD COLUMN "objection_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_line_id_budget_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_lines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_rejected_by_people_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ceiling_changes_one_open" ON "ceiling_changes" USING btree ("line_id","year") WHERE "ceiling_changes"."confirmed_by" is null and "ceiling_changes"."rejected_by" is null;--> statement-breakpoint
CREATE INDEX "ceiling_changes_line_year" ON "ceiling_changes" USING btree ("line_id","year");--> statement-breakpoint
ALTER TABLE "ceilings" ADD CONSTRAINT "ceilings_not_negative" CHECK ("ceilings"."ceiling_cents" >= 0 and "ceilings"."committed_cents" >= 0 and "ceilings"."reserved_cents" >= 0 and "ceilings"."objection_cents" >= 0);--> statement-breakpoint
ALTER TABLE "ceilings" ADD CONSTRAINT "ceilings_committed_within_ceiling" CHECK ("ceilings"."committed_cents" + "ceilings"."reserved_cents" <= greatest("ceilings"."ceiling_cents", "ceilings"."owed_cents"));--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_sign" CHECK (case "ledger_entries"."kind" when 'commitment' then "ledger_entries"."amount_cents" > 0 when 'release' then "ledger_entries"."amount_cents" < 0
        else "ledger_entries"."amount_cents" <> 0 end);