CREATE TABLE "hepatitis_b_card" (
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
	"notifiable_case" uuid NOT NULL,
	"surface_antigen" text NOT NULL,
	"first_symptoms" text,
	"alanine" numeric(7, 1),
	"core_antibody" text NOT NULL,
	"biopsy" text NOT NULL,
	"converted" text NOT NULL,
	CONSTRAINT "hepatitis_b_card_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tuberculosis_card" (
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
	"notifiable_case" uuid NOT NULL,
	"smear" text NOT NULL,
	"culture" text NOT NULL,
	"molecular" text NOT NULL,
	"resistance" text NOT NULL,
	"history_of_treatment" text NOT NULL,
	"source" text NOT NULL,
	"referred_to" text,
	CONSTRAINT "tuberculosis_card_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "fluorosis_survey" (
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
	"year" integer NOT NULL,
	"fluoride" numeric(5, 2) NOT NULL,
	"small_supply" boolean NOT NULL,
	"children" integer NOT NULL,
	"affected" integer NOT NULL,
	"water_within" boolean NOT NULL,
	"controlled" boolean NOT NULL,
	CONSTRAINT "fluorosis_survey_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "malaria_response" (
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
	"notifiable_case" uuid NOT NULL,
	"focus" text NOT NULL,
	"due_on" date NOT NULL,
	"in_time" boolean NOT NULL,
	"people_tested" integer NOT NULL,
	"people_positive" integer NOT NULL,
	"vectors" text,
	"spraying" text,
	CONSTRAINT "malaria_response_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "snail_survey" (
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
	"year" integer NOT NULL,
	"surveyed_area" integer NOT NULL,
	"snail_area" integer NOT NULL,
	"new_snail_area" integer NOT NULL,
	"controlled_area" integer NOT NULL,
	"snails_examined" integer NOT NULL,
	"infected_snails" integer NOT NULL,
	"workers" integer NOT NULL,
	CONSTRAINT "snail_survey_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "case_contact" (
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
	"notifiable_case" uuid NOT NULL,
	"disease" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"relation" text NOT NULL,
	"site" text NOT NULL,
	"last_contact_on" date NOT NULL,
	"observe_until" date NOT NULL,
	"first_observed_on" date,
	"last_observed_on" date,
	"observed_days" integer DEFAULT 0 NOT NULL,
	"symptoms_on" date,
	"symptoms" text,
	"became_case" uuid,
	"ended_on" date,
	"note" text,
	CONSTRAINT "case_contact_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "case_investigation" (
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
	"notifiable_case" uuid NOT NULL,
	"disease" text NOT NULL,
	"confidential" boolean NOT NULL,
	"questionnaire" text NOT NULL,
	"investigated_at" text NOT NULL,
	"due_at" text NOT NULL,
	"in_time" boolean NOT NULL,
	"onset_on" date NOT NULL,
	"isolated_on" date,
	"admitted_on" date,
	"severity" text NOT NULL,
	"exposed_from" date,
	"exposed_until" date,
	"infectious_from" date,
	"infectious_until" date,
	"infected_where" text NOT NULL,
	"exposure" text NOT NULL,
	"travel" text,
	"places" text,
	"vaccinated" text NOT NULL,
	"doses" integer,
	"last_dose_on" date,
	"similar_illness" text,
	"food" text,
	"water" text,
	"animals" text,
	"bites" text,
	"laboratory" text,
	"measures" text,
	CONSTRAINT "case_investigation_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "disease_cluster_case" (
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
	"disease_cluster" uuid NOT NULL,
	"notifiable_case" uuid NOT NULL,
	CONSTRAINT "disease_cluster_case_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "disease_cluster" (
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
	"disease" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"site" text,
	"definition" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"exposed" integer,
	"disease_signal" uuid,
	"cases" integer DEFAULT 0 NOT NULL,
	"first_onset_on" date,
	"last_onset_on" date,
	"quiet_until" date,
	"attack_rate" numeric(7, 2),
	"source" text,
	"route" text,
	"conclusion" text,
	"measures" text,
	"closed_on" date,
	CONSTRAINT "disease_cluster_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "contact_observation" (
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
	"case_contact" uuid NOT NULL,
	"temperature" numeric(3, 1),
	"symptomatic" boolean NOT NULL,
	"symptoms" text,
	CONSTRAINT "contact_observation_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "transmission_link" (
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
	"infector_case" uuid NOT NULL,
	"infectee_case" uuid NOT NULL,
	"disease" text NOT NULL,
	"basis" text NOT NULL,
	"exposed_on" date,
	"serial_interval" integer NOT NULL,
	CONSTRAINT "transmission_link_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "rabies_dose" (
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
	"rabies_exposure" uuid NOT NULL,
	"number" integer NOT NULL,
	"product" text NOT NULL,
	"lot" text NOT NULL,
	"days_late" integer NOT NULL,
	CONSTRAINT "rabies_dose_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "rabies_exposure" (
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
	"exposed_on" date NOT NULL,
	"animal" text NOT NULL,
	"animal_state" text NOT NULL,
	"contact" text NOT NULL,
	"body_site" text NOT NULL,
	"immunodeficient" boolean NOT NULL,
	"grade" text NOT NULL,
	"weight_kg" numeric(4, 1),
	"wound_treated" boolean NOT NULL,
	"earlier_course_on" date,
	"schedule" text,
	"doses_planned" integer NOT NULL,
	"doses_given" integer DEFAULT 0 NOT NULL,
	"first_dose_on" date,
	"last_dose_on" date,
	"next_dose" integer,
	"next_due_on" date,
	"needs_immunoglobulin" boolean NOT NULL,
	"immunoglobulin" text,
	"immunoglobulin_units" integer,
	"immunoglobulin_lot" text,
	"immunoglobulin_on" date,
	"end_reason" text,
	CONSTRAINT "rabies_exposure_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "hepatitis_b_card_place" ON "hepatitis_b_card" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "hepatitis_b_card_date" ON "hepatitis_b_card" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "hepatitis_b_card_person" ON "hepatitis_b_card" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tuberculosis_card_place" ON "tuberculosis_card" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_card_date" ON "tuberculosis_card" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tuberculosis_card_person" ON "tuberculosis_card" USING btree ("person");--> statement-breakpoint
CREATE INDEX "fluorosis_survey_place" ON "fluorosis_survey" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "fluorosis_survey_date" ON "fluorosis_survey" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "fluorosis_survey_person" ON "fluorosis_survey" USING btree ("person");--> statement-breakpoint
CREATE INDEX "malaria_response_place" ON "malaria_response" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "malaria_response_date" ON "malaria_response" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "malaria_response_person" ON "malaria_response" USING btree ("person");--> statement-breakpoint
CREATE INDEX "snail_survey_place" ON "snail_survey" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "snail_survey_date" ON "snail_survey" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "snail_survey_person" ON "snail_survey" USING btree ("person");--> statement-breakpoint
CREATE INDEX "case_contact_place" ON "case_contact" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "case_contact_date" ON "case_contact" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "case_contact_person" ON "case_contact" USING btree ("person");--> statement-breakpoint
CREATE INDEX "case_investigation_place" ON "case_investigation" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "case_investigation_date" ON "case_investigation" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "case_investigation_person" ON "case_investigation" USING btree ("person");--> statement-breakpoint
CREATE INDEX "disease_cluster_case_place" ON "disease_cluster_case" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "disease_cluster_case_date" ON "disease_cluster_case" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "disease_cluster_case_person" ON "disease_cluster_case" USING btree ("person");--> statement-breakpoint
CREATE INDEX "disease_cluster_place" ON "disease_cluster" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "disease_cluster_date" ON "disease_cluster" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "disease_cluster_person" ON "disease_cluster" USING btree ("person");--> statement-breakpoint
CREATE INDEX "contact_observation_place" ON "contact_observation" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "contact_observation_date" ON "contact_observation" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "contact_observation_person" ON "contact_observation" USING btree ("person");--> statement-breakpoint
CREATE INDEX "transmission_link_place" ON "transmission_link" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "transmission_link_date" ON "transmission_link" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "transmission_link_person" ON "transmission_link" USING btree ("person");--> statement-breakpoint
CREATE INDEX "rabies_dose_place" ON "rabies_dose" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "rabies_dose_date" ON "rabies_dose" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "rabies_dose_person" ON "rabies_dose" USING btree ("person");--> statement-breakpoint
CREATE INDEX "rabies_exposure_place" ON "rabies_exposure" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "rabies_exposure_date" ON "rabies_exposure" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "rabies_exposure_person" ON "rabies_exposure" USING btree ("person");