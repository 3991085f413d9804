CREATE TABLE "older_assessment" (
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
	"eating" smallint NOT NULL,
	"grooming" smallint NOT NULL,
	"dressing" smallint NOT NULL,
	"toileting" smallint NOT NULL,
	"moving" smallint NOT NULL,
	"self_care_score" smallint NOT NULL,
	"self_care_grade" text NOT NULL,
	"own_health" text,
	"mood_screen" text,
	"depression_scale" text,
	"depression_score" smallint,
	"depression_grade" text,
	"cognition_screen" text,
	"education" text,
	"cognition_score" smallint,
	"cognition_impaired" boolean,
	"guidance" jsonb NOT NULL,
	"doctor" text,
	CONSTRAINT "older_assessment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "older_assessment_place" ON "older_assessment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "older_assessment_date" ON "older_assessment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "older_assessment_person" ON "older_assessment" USING btree ("person");