CREATE TABLE "draw_seeds" (
	"draw_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"scheme" "scheme" NOT NULL,
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
	CONSTRAINT "draws_one_per_day" UNIQUE("scheme","day"),
	CONSTRAINT "draws_list_hash" CHECK ("draws"."list_hash" = encode(sha256(convert_to("draws"."list", 'UTF8')), 'hex')),
	CONSTRAINT "draws_seed_kept" CHECK ("draws"."seed_commitment" = encode(sha256(decode("draws"."seed", 'hex')), 'hex')),
	CONSTRAINT "draws_revealed_whole" CHECK (num_nonnulls("draws"."seed", "draws"."revealed_at", "draws"."revealed_by") in (0, 3)),
	CONSTRAINT "draws_revealed_by_another" CHECK ("draws"."revealed_by" <> "draws"."frozen_by")
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"draw_id" uuid NOT NULL,
	"lot" integer NOT NULL,
	CONSTRAINT "lots_once_per_draw" UNIQUE("draw_id","lot"),
	CONSTRAINT "lots_from_one" CHECK ("lots"."lot" >= 1)
);
--> statement-breakpoint
ALTER TABLE "draw_seeds" ADD CONSTRAINT "draw_seeds_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_revealed_by_people_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_undecided" ON "applications" USING btree ("scheme","rank_day","requested_cents") WHERE "applications"."state" in ('submitted', 'in_review', 'proposed');