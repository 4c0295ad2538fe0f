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
ALTER TABLE "windows" ADD COLUMN "line_id" text;--> statement-breakpoint
ALTER TABLE "windows" ADD COLUMN "announced_cents" bigint;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_rules_version_rules_versions_id_fk" FOREIGN KEY ("rules_version") REFERENCES "public"."rules_versions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_plans" ADD CONSTRAINT "window_plans_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "window_plans_state" ON "window_plans" USING btree ("state","written_at");--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_line_id_year_ceilings_line_id_year_fk" FOREIGN KEY ("line_id","year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "windows_line_year" ON "windows" USING btree ("line_id","year");--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_announced_whole" CHECK (num_nonnulls("windows"."line_id", "windows"."announced_cents") in (0, 2));