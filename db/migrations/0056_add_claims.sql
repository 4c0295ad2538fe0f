CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"scheme" "scheme" NOT NULL,
	"year" integer NOT NULL,
	"amount_cents" bigint NOT NULL
);
