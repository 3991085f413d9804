CREATE TABLE "copd_patient" (
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
	"diagnosed_on" date,
	"source" text NOT NULL,
	"risk_level" text,
	"note" text,
	"lost_on" date,
	"ended_on" date,
	"end_reason" text,
	"last_visit_on" date,
	"last_class" text,
	"last_step" text,
	"due_on" date NOT NULL,
	CONSTRAINT "copd_patient_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "copd_screening" (
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
	"systolic" smallint,
	"diastolic" smallint,
	"fasting_glucose" numeric(4, 1),
	"random_glucose" numeric(4, 1),
	"score" smallint,
	"ratio" numeric(4, 3),
	"factors" jsonb,
	"note" text,
	"finding" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "copd_screening_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "copd_visit" (
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
	"patient" uuid NOT NULL,
	"mode" text NOT NULL,
	"symptoms" jsonb,
	"emergency_signs" jsonb,
	"systolic" smallint,
	"diastolic" smallint,
	"heart_rate" smallint,
	"fasting_glucose" numeric(4, 1),
	"random_glucose" numeric(4, 1),
	"glycated_haemoglobin" numeric(4, 1),
	"height" numeric(4, 1),
	"weight" numeric(4, 1),
	"body_mass_index" numeric(4, 1),
	"foot_pulse" text,
	"cigarettes_per_day" smallint,
	"spirits_per_day" smallint,
	"exercise_per_week" smallint,
	"exercise_minutes" smallint,
	"salt" text,
	"staple_per_day" smallint,
	"mood" text,
	"follows_advice" text,
	"medication_compliance" text,
	"medicines" jsonb,
	"insulin" text,
	"adverse" text DEFAULT 'none' NOT NULL,
	"adverse_note" text,
	"hypoglycaemia" text,
	"complication" boolean DEFAULT false NOT NULL,
	"breathlessness" smallint,
	"assessment_test" smallint,
	"oxygen_saturation" smallint,
	"exacerbation" text,
	"inhalation" text,
	"smoking_advice" text,
	"vaccines" jsonb,
	"tests" text,
	"referred_to" text,
	"referral_reason" text,
	"referral_outcome" text,
	"agreed_on" date,
	"doctor" text,
	"at_goal" boolean,
	"class" text NOT NULL,
	"step" text NOT NULL,
	"unsatisfied_in_row" smallint NOT NULL,
	"due_on" date NOT NULL,
	"followed_on" date,
	CONSTRAINT "copd_visit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mental_emergency" (
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
	"patient" uuid NOT NULL,
	"kind" text NOT NULL,
	"behaviours" jsonb NOT NULL,
	"risk" smallint NOT NULL,
	"reporter" text,
	"police_told_at" text,
	"arrived_at" text,
	"disposal" text,
	"hospital" text,
	"ended_on" date,
	"visit_due_on" date,
	"note" text,
	CONSTRAINT "mental_emergency_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mental_patient" (
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
	"diagnosis" text NOT NULL,
	"source" text NOT NULL,
	"onset_on" date,
	"diagnosed_on" date NOT NULL,
	"diagnosed_by" text NOT NULL,
	"reported_on" date,
	"consent" text NOT NULL,
	"consent_by" text,
	"managed_from" date,
	"guardian" text,
	"guardian_relation" text,
	"guardian_phone" text,
	"guardian_agreed_on" date,
	"note" text,
	"lost_on" date,
	"loss_reason" text,
	"ended_on" date,
	"end_reason" text,
	"last_visit_on" date,
	"last_risk" smallint,
	"last_class" text,
	"last_step" text,
	"due_on" date,
	"in_hospital_since" date,
	CONSTRAINT "mental_patient_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mental_stay" (
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
	"patient" uuid NOT NULL,
	"hospital" text NOT NULL,
	"kind" text NOT NULL,
	"discharged_on" date,
	"outcome" text,
	"note" text,
	CONSTRAINT "mental_stay_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mental_subsidy" (
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
	"patient" uuid NOT NULL,
	"year" integer NOT NULL,
	"guardian" text NOT NULL,
	"amount" numeric(10, 2) NOT NULL,
	"received_by" text,
	CONSTRAINT "mental_subsidy_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "mental_visit" (
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
	"patient" uuid NOT NULL,
	"mode" text NOT NULL,
	"behaviours" jsonb NOT NULL,
	"symptoms" jsonb NOT NULL,
	"symptom_state" text NOT NULL,
	"insight" text NOT NULL,
	"social_function" text NOT NULL,
	"sleep" text,
	"diet" text,
	"self_care" text,
	"housework" text,
	"work" text,
	"learning" text,
	"contact" text,
	"incidents" smallint DEFAULT 0 NOT NULL,
	"confinement" text,
	"tests" text,
	"compliance" text NOT NULL,
	"reaction" text NOT NULL,
	"somatic" text NOT NULL,
	"effect" text NOT NULL,
	"medicines" jsonb,
	"rehabilitation" jsonb,
	"examination_answer" text,
	"referred_to" text,
	"agreed_on" date,
	"doctor" text,
	"risk" smallint NOT NULL,
	"class" text NOT NULL,
	"step" text NOT NULL,
	"due_on" date NOT NULL,
	"followed_on" date,
	CONSTRAINT "mental_visit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tuberculosis_patient" (
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
	"notified_at" text NOT NULL,
	"hospital" text NOT NULL,
	"notifiable_case" uuid,
	"bacteriology" text NOT NULL,
	"resistance" text NOT NULL,
	"treatment_kind" text NOT NULL,
	"started_on" date NOT NULL,
	"regimen" text,
	"note" text,
	"first_visit_due_at" text NOT NULL,
	"first_visit_due_on" date NOT NULL,
	"failed_at" jsonb NOT NULL,
	"report_up" boolean DEFAULT false NOT NULL,
	"reported_up_on" date,
	"first_visit_at" text,
	"first_visit_on" date,
	"first_visit_in_time" boolean,
	"supervisor" text,
	"supervisor_name" text,
	"own_room" boolean,
	"aired" boolean,
	"taught" jsonb,
	"planned_end_on" date NOT NULL,
	"last_visit_on" date,
	"last_step" text,
	"missed_doses" smallint DEFAULT 0 NOT NULL,
	"due_on" date,
	"closed_on" date,
	"outcome" text,
	"doses_due" smallint,
	"doses_taken" smallint,
	"regular" boolean,
	CONSTRAINT "tuberculosis_patient_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tuberculosis_suspect" (
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
	"symptoms" jsonb NOT NULL,
	"referred_to" text NOT NULL,
	"due_on" date NOT NULL,
	"followed_on" date,
	"arrived_on" date,
	"result" text,
	"note" text,
	CONSTRAINT "tuberculosis_suspect_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tuberculosis_visit" (
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
	"patient" uuid NOT NULL,
	"mode" text NOT NULL,
	"symptoms" jsonb NOT NULL,
	"cigarettes_per_day" smallint,
	"spirits_per_day" smallint,
	"missed_doses" smallint NOT NULL,
	"adverse" boolean NOT NULL,
	"adverse_note" text,
	"complication" boolean NOT NULL,
	"complication_note" text,
	"referred_to" text,
	"referral_result" text,
	"treatment" text,
	"doctor" text,
	"phase" text NOT NULL,
	"step" text NOT NULL,
	"due_on" date NOT NULL,
	"followed_on" date,
	CONSTRAINT "tuberculosis_visit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
ALTER TABLE "diabetes_screening" ADD COLUMN "score" smallint;--> statement-breakpoint
ALTER TABLE "diabetes_screening" ADD COLUMN "ratio" numeric(4, 3);--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "breathlessness" smallint;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "assessment_test" smallint;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "oxygen_saturation" smallint;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "exacerbation" text;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "inhalation" text;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "smoking_advice" text;--> statement-breakpoint
ALTER TABLE "diabetes_visit" ADD COLUMN "vaccines" jsonb;--> statement-breakpoint
ALTER TABLE "hypertension_screening" ADD COLUMN "score" smallint;--> statement-breakpoint
ALTER TABLE "hypertension_screening" ADD COLUMN "ratio" numeric(4, 3);--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "breathlessness" smallint;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "assessment_test" smallint;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "oxygen_saturation" smallint;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "exacerbation" text;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "inhalation" text;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "smoking_advice" text;--> statement-breakpoint
ALTER TABLE "hypertension_visit" ADD COLUMN "vaccines" jsonb;--> statement-breakpoint
CREATE INDEX "copd_patient_place" ON "copd_patient" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_patient_date" ON "copd_patient" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_patient_person" ON "copd_patient" USING btree ("person");--> statement-breakpoint
CREATE INDEX "copd_screening_place" ON "copd_screening" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_screening_date" ON "copd_screening" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_screening_person" ON "copd_screening" USING btree ("person");--> statement-breakpoint
CREATE INDEX "copd_visit_place" ON "copd_visit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_visit_date" ON "copd_visit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "copd_visit_person" ON "copd_visit" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mental_emergency_place" ON "mental_emergency" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_emergency_date" ON "mental_emergency" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_emergency_person" ON "mental_emergency" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mental_patient_place" ON "mental_patient" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_patient_date" ON "mental_patient" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_patient_person" ON "mental_patient" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mental_stay_place" ON "mental_stay" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_stay_date" ON "mental_stay" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_stay_person" ON "mental_stay" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mental_subsidy_place" ON "mental_subsidy" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_subsidy_date" ON "mental_subsidy" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_subsidy_person" ON "mental_subsidy" USING btree ("person");--> statement-breakpoint
CREATE INDEX "mental_visit_place" ON "mental_visit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_visit_date" ON "mental_visit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "mental_visit_person" ON "mental_visit" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tuberculosis_patient_place" ON "tuberculosis_patient" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_patient_date" ON "tuberculosis_patient" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_patient_person" ON "tuberculosis_patient" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tuberculosis_suspect_place" ON "tuberculosis_suspect" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_suspect_date" ON "tuberculosis_suspect" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_suspect_person" ON "tuberculosis_suspect" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tuberculosis_visit_place" ON "tuberculosis_visit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_visit_date" ON "tuberculosis_visit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_visit_person" ON "tuberculosis_visit" USING btree ("person");