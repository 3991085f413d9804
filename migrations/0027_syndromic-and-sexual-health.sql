CREATE TABLE "sexual_health_counselling" (
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
	"client_group" text NOT NULL,
	"sex" text NOT NULL,
	"age_band" text NOT NULL,
	"tested" boolean NOT NULL,
	"result" text NOT NULL,
	"result_told" boolean NOT NULL,
	"referred" boolean NOT NULL,
	CONSTRAINT "sexual_health_counselling_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "sexual_health_intervention" (
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
	"client_group" text NOT NULL,
	"venue" text NOT NULL,
	"people_reached" integer NOT NULL,
	"condoms" integer NOT NULL,
	"leaflets" integer NOT NULL,
	"people_to_testing" integer NOT NULL,
	CONSTRAINT "sexual_health_intervention_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
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
CREATE INDEX "sexual_health_counselling_place" ON "sexual_health_counselling" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "sexual_health_counselling_date" ON "sexual_health_counselling" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "sexual_health_counselling_person" ON "sexual_health_counselling" USING btree ("person");--> statement-breakpoint
CREATE INDEX "sexual_health_intervention_place" ON "sexual_health_intervention" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "sexual_health_intervention_date" ON "sexual_health_intervention" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "sexual_health_intervention_person" ON "sexual_health_intervention" USING btree ("person");--> statement-breakpoint
CREATE INDEX "syndrome_count_place" ON "syndrome_count" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "syndrome_count_date" ON "syndrome_count" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "syndrome_count_person" ON "syndrome_count" USING btree ("person");