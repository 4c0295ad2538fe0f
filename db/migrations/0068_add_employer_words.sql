CREATE TABLE "employer_words" (
	"word" text collate "C" NOT NULL,
	"organisation_id" uuid NOT NULL,
	"words" text collate "C" NOT NULL,
	CONSTRAINT "employer_words_word_organisation_id_pk" PRIMARY KEY("word","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "employer_words" ADD CONSTRAINT "employer_words_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "employer_words_organisation" ON "employer_words" USING btree ("organisation_id");