ALTER TABLE "ceiling_changes" DROP CONSTRAINT "ceiling_changes_kind";--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD COLUMN "target_line_id" text;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD COLUMN "target_year" integer;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_target" FOREIGN KEY ("target_line_id","target_year") REFERENCES "public"."ceilings"("line_id","year") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_between_two" CHECK (num_nonnulls("ceiling_changes"."target_line_id", "ceiling_changes"."target_year") = case when "ceiling_changes"."kind" in ('transfer', 'receive') then 2 else 0 end
        and ("ceiling_changes"."target_line_id", "ceiling_changes"."target_year") is distinct from ("ceiling_changes"."line_id", "ceiling_changes"."year"));--> statement-breakpoint
ALTER TABLE "ceiling_changes" ADD CONSTRAINT "ceiling_changes_kind" CHECK (case "ceiling_changes"."kind" when 'set' then "ceiling_changes"."from_cents" is null when 'raise' then "ceiling_changes"."to_cents" > "ceiling_changes"."from_cents"
        when 'lower' then "ceiling_changes"."to_cents" < "ceiling_changes"."from_cents" when 'release' then "ceiling_changes"."to_cents" = "ceiling_changes"."from_cents"
        when 'transfer' then "ceiling_changes"."to_cents" < "ceiling_changes"."from_cents" when 'receive' then "ceiling_changes"."to_cents" > "ceiling_changes"."from_cents"
        when 'resolve' then "ceiling_changes"."from_cents" is not null else false end is true);