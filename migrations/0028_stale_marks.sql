CREATE TABLE "figure_computation" (
	"county" text collate "C" NOT NULL,
	"number" bigint NOT NULL,
	CONSTRAINT "figure_computation_county_pk" PRIMARY KEY("county")
);
--> statement-breakpoint
CREATE TABLE "stale_mark" (
	"county" text collate "C" NOT NULL,
	"id" bigserial NOT NULL,
	"relation" text NOT NULL,
	"person" uuid,
	"place" text collate "C",
	"from_month" text collate "C" NOT NULL,
	CONSTRAINT "stale_mark_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
INSERT INTO "stale_mark" ("county", "relation", "place", "from_month") SELECT "county", "relation", "place", "from_month" FROM "stale_place";
--> statement-breakpoint
DROP TABLE "stale_place" CASCADE;