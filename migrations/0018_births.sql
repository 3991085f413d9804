CREATE TABLE "birth_defect_card" (
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
	"newborn" uuid,
	"number" smallint NOT NULL,
	"sex" text NOT NULL,
	"weeks" smallint NOT NULL,
	"weight" smallint,
	"place" text NOT NULL,
	"outcome" text NOT NULL,
	"defects" jsonb NOT NULL,
	"other_code" text,
	"description" text,
	"basis" text NOT NULL,
	"certainty" text NOT NULL,
	"diagnosed_on" date NOT NULL,
	"confirmed_on" date,
	"family_history" text,
	"exposures" text,
	"doctor" text,
	"reported_on" date NOT NULL,
	"report_due_on" date NOT NULL,
	"review_due_on" date NOT NULL,
	"reviewed_on" date,
	"return_reason" text,
	"treatment" text,
	"treated_on" date,
	"found_at" text NOT NULL,
	"counted" boolean NOT NULL,
	CONSTRAINT "birth_defect_card_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "birth_defect_folic_acid" (
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
	"stage" text NOT NULL,
	"bottles" smallint NOT NULL,
	"ask_on" date NOT NULL,
	"asked_on" date,
	"taking" text,
	CONSTRAINT "birth_defect_folic_acid_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "birth_defect_prenatal_screening" (
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
	"pregnancy" uuid NOT NULL,
	"kind" text NOT NULL,
	"weeks" smallint NOT NULL,
	"answer" text NOT NULL,
	"tested_on" date,
	"result" text,
	"due_on" date,
	"diagnosis_answer" text,
	"diagnosis_method" text,
	"diagnosis_result" text,
	"diagnosed_on" date,
	CONSTRAINT "birth_defect_prenatal_screening_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_subsidy" (
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
	"delivery" uuid NOT NULL,
	"delivered_on" date NOT NULL,
	"place" text NOT NULL,
	"cost" numeric(10, 2) NOT NULL,
	"reimbursed" numeric(10, 2) NOT NULL,
	"amount" numeric(10, 2) NOT NULL,
	"account_end" text,
	"due_on" date NOT NULL,
	"checked_on" date,
	"checked_by" uuid,
	"decline_reason" text,
	"paid_on" date,
	"received_by" text,
	CONSTRAINT "delivery_subsidy_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mch_return" (
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
	"network" text NOT NULL,
	"quarter" text NOT NULL,
	"due_on" date NOT NULL,
	"counts" jsonb,
	"events" integer,
	"births" integer,
	"unreported" integer,
	"explanation" text,
	"compiled_on" date,
	"submitted_on" date,
	"reviewed_on" date,
	"return_reason" text,
	CONSTRAINT "mch_return_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mch_survey" (
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
	"network" text NOT NULL,
	"quarter" text NOT NULL,
	"found" integer NOT NULL,
	"registered" integer NOT NULL,
	"missed_rate" numeric(5, 2),
	"sources" text NOT NULL,
	"remedy" text,
	CONSTRAINT "mch_survey_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "obstetric_drill" (
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
	"scenario" text NOT NULL,
	"participants" smallint NOT NULL,
	"minutes" smallint,
	"problems" text,
	"improvements" text,
	CONSTRAINT "obstetric_drill_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "obstetric_finding" (
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
	"kind" text NOT NULL,
	"deliveries" integer NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"answer_by" date NOT NULL,
	"answer" text,
	"answered_on" date,
	"closed_on" date,
	"conclusion" text,
	CONSTRAINT "obstetric_finding_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "obstetric_permit" (
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
	"number" text collate "C" NOT NULL,
	"items" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"renew_from" date NOT NULL,
	"ended_on" date,
	"end_reason" text,
	"authority" text NOT NULL,
	"head" text,
	CONSTRAINT "obstetric_permit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "obstetric_rescue" (
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
	"reason" text NOT NULL,
	"received_by" text collate "C" NOT NULL,
	"called_at" text NOT NULL,
	"received_at" text,
	"minutes" integer,
	"outcome" text,
	"note" text,
	CONSTRAINT "obstetric_rescue_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "obstetric_staff" (
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
	"number" text collate "C" NOT NULL,
	"items" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"renew_from" date NOT NULL,
	"ended_on" date,
	"end_reason" text,
	"name" text NOT NULL,
	"profession" text NOT NULL,
	CONSTRAINT "obstetric_staff_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
ALTER TABLE "maternal_delivery" ADD COLUMN "unit" text collate "C";--> statement-breakpoint
CREATE INDEX "birth_defect_card_place" ON "birth_defect_card" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_card_date" ON "birth_defect_card" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_card_person" ON "birth_defect_card" USING btree ("person");--> statement-breakpoint
CREATE INDEX "birth_defect_folic_acid_place" ON "birth_defect_folic_acid" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_folic_acid_date" ON "birth_defect_folic_acid" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_folic_acid_person" ON "birth_defect_folic_acid" USING btree ("person");--> statement-breakpoint
CREATE INDEX "birth_defect_prenatal_screening_place" ON "birth_defect_prenatal_screening" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_prenatal_screening_date" ON "birth_defect_prenatal_screening" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "birth_defect_prenatal_screening_person" ON "birth_defect_prenatal_screening" USING btree ("person");--> statement-breakpoint
CREATE INDEX "delivery_subsidy_place" ON "delivery_subsidy" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "delivery_subsidy_date" ON "delivery_subsidy" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "delivery_subsidy_person" ON "delivery_subsidy" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mch_return_place" ON "mch_return" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mch_return_date" ON "mch_return" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mch_return_person" ON "mch_return" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mch_survey_place" ON "mch_survey" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mch_survey_date" ON "mch_survey" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mch_survey_person" ON "mch_survey" USING btree ("person");--> statement-breakpoint
CREATE INDEX "obstetric_drill_place" ON "obstetric_drill" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_drill_date" ON "obstetric_drill" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_drill_person" ON "obstetric_drill" USING btree ("person");--> statement-breakpoint
CREATE INDEX "obstetric_finding_place" ON "obstetric_finding" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_finding_date" ON "obstetric_finding" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_finding_person" ON "obstetric_finding" USING btree ("person");--> statement-breakpoint
CREATE INDEX "obstetric_permit_place" ON "obstetric_permit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_permit_date" ON "obstetric_permit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_permit_person" ON "obstetric_permit" USING btree ("person");--> statement-breakpoint
CREATE INDEX "obstetric_rescue_place" ON "obstetric_rescue" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_rescue_date" ON "obstetric_rescue" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_rescue_person" ON "obstetric_rescue" USING btree ("person");--> statement-breakpoint
CREATE INDEX "obstetric_staff_place" ON "obstetric_staff" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_staff_date" ON "obstetric_staff" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "obstetric_staff_person" ON "obstetric_staff" USING btree ("person");