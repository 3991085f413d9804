CREATE TABLE "figure_period" (
	"county" text collate "C" NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"definition_version" integer NOT NULL,
	"empty_value" numeric,
	"empty_denominator" numeric,
	"computed_at" timestamp with time zone NOT NULL,
	"closed_on" date,
	"at_month_end" boolean DEFAULT false NOT NULL,
	CONSTRAINT "figure_period_county_indicator_period_pk" PRIMARY KEY("county","indicator","period")
);
--> statement-breakpoint
CREATE TABLE "figure_place" (
	"county" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"parent" text collate "C" NOT NULL,
	CONSTRAINT "figure_place_county_place_pk" PRIMARY KEY("county","place")
);
--> statement-breakpoint
INSERT INTO "figure_place" ("county", "place", "parent")
SELECT left("code", 6), "code", "parent" FROM "division" WHERE length("code") = 12;--> statement-breakpoint
INSERT INTO "figure_period" ("county", "indicator", "period", "definition_version", "empty_value", "empty_denominator", "computed_at", "closed_on", "at_month_end")
SELECT "county", "indicator", "period", "definition_version", CASE WHEN "denominator" IS NULL THEN round(0::numeric, scale("value")) END,
  CASE WHEN "denominator" IS NOT NULL THEN 0 END, "computed_at", "closed_on", "at_month_end"
FROM "figure" WHERE "place" = "county";
