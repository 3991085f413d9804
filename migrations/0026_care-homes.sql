CREATE TABLE "care_home" (
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
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"beds" smallint NOT NULL,
	"nursing_beds" smallint,
	"link" text NOT NULL,
	"partner" text collate "C",
	"linked_from" date,
	"linked_until" date,
	"closed_on" date,
	CONSTRAINT "care_home_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "care_home_plan" (
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
	"stay" uuid NOT NULL,
	"needs" jsonb NOT NULL,
	"goals" text NOT NULL,
	"doctor" text NOT NULL,
	"valid_until" date NOT NULL,
	CONSTRAINT "care_home_plan_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "care_home_round" (
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
	"stay" uuid NOT NULL,
	"services" jsonb NOT NULL,
	"systolic" smallint,
	"diastolic" smallint,
	"glucose" numeric(3, 1),
	"finding" text,
	"advice" text,
	"doctor" text,
	"referred_to" text,
	"referral_reason" text,
	"result" text,
	"result_on" date,
	"due_on" date NOT NULL,
	CONSTRAINT "care_home_round_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "care_home_stay" (
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
	"home" uuid NOT NULL,
	"self_care_grade" text NOT NULL,
	"doctor" text,
	"ended_on" date,
	"end_reason" text,
	"plan_until" date,
	"last_round_on" date,
	"round_due_on" date,
	CONSTRAINT "care_home_stay_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "care_home_place" ON "care_home" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_date" ON "care_home" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_person" ON "care_home" USING btree ("person");--> statement-breakpoint
CREATE INDEX "care_home_plan_place" ON "care_home_plan" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_plan_date" ON "care_home_plan" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_plan_person" ON "care_home_plan" USING btree ("person");--> statement-breakpoint
CREATE INDEX "care_home_round_place" ON "care_home_round" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_round_date" ON "care_home_round" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_round_person" ON "care_home_round" USING btree ("person");--> statement-breakpoint
CREATE INDEX "care_home_stay_place" ON "care_home_stay" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_stay_date" ON "care_home_stay" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "care_home_stay_person" ON "care_home_stay" USING btree ("person");