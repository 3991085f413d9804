CREATE TABLE "syndrome_count" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"institution" text collate "C",
	"person" uuid,
	"happened_on" date NOT NULL,
	"state" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_reason" text,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"syndrome" text NOT NULL,
	"unit" text NOT NULL,
	"count" integer NOT NULL,
	"total" integer,
	"upper" integer,
	"alarm" text NOT NULL,
	CONSTRAINT "syndrome_count_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "syndrome_count_place" ON "syndrome_count" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "syndrome_count_date" ON "syndrome_count" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "syndrome_count_person" ON "syndrome_count" USING btree ("person");