CREATE TABLE "immunization_certificate" (
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
	"revoked_on" date,
	"revoke_reason" text,
	CONSTRAINT "immunization_certificate_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_cold_alarm" (
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
	"equipment" uuid NOT NULL,
	"kind" text NOT NULL,
	"started_at" text collate "C" NOT NULL,
	"raised_at" text collate "C" NOT NULL,
	"ended_at" text collate "C",
	"extreme" numeric(4, 1) NOT NULL,
	"lots" integer DEFAULT 0 NOT NULL,
	"acknowledged_at" text collate "C",
	"timely" boolean DEFAULT false NOT NULL,
	"resolved_at" text collate "C",
	"cause" text,
	"measures" text,
	CONSTRAINT "immunization_cold_alarm_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_equipment" (
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
	"code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"logger" text collate "C",
	"ended_on" date,
	CONSTRAINT "immunization_equipment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_temperature" (
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
	"equipment" uuid NOT NULL,
	"readings" text,
	"count" integer DEFAULT 0 NOT NULL,
	"lowest" numeric(4, 1),
	"highest" numeric(4, 1),
	"mean" numeric(4, 1),
	"minutes_out" integer DEFAULT 0 NOT NULL,
	"complete" boolean DEFAULT false NOT NULL,
	CONSTRAINT "immunization_temperature_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_floating_child" (
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
	"came_from" text NOT NULL,
	"came_on" date NOT NULL,
	"found_by" text NOT NULL,
	"left_on" date,
	CONSTRAINT "immunization_floating_child_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_handover" (
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
	"side" text NOT NULL,
	"partner" uuid NOT NULL,
	"counterpart" text collate "C" NOT NULL,
	"sent_on" date,
	"doses" integer,
	"note" text,
	"ended_on" date,
	CONSTRAINT "immunization_handover_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_search_round" (
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
	"quarter" text collate "C" NOT NULL,
	"due_on" date NOT NULL,
	"searched_on" date,
	"villages" integer,
	"households" integer,
	"found" integer,
	"unregistered" integer,
	"zero_dose" integer,
	CONSTRAINT "immunization_search_round_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_school_check" (
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
	"enrolled" integer NOT NULL,
	"checked" integer DEFAULT 0 NOT NULL,
	"holding" integer DEFAULT 0 NOT NULL,
	"owing" integer DEFAULT 0 NOT NULL,
	"caught_up" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "immunization_school_check_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_school_child" (
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
	"check" uuid NOT NULL,
	"name" text NOT NULL,
	"birth" date NOT NULL,
	"class_name" text collate "C",
	"holding" boolean NOT NULL,
	"missing" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"open" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notified_on" date,
	"caught_up_on" date,
	CONSTRAINT "immunization_school_child_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_appointment" (
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
	"session" uuid NOT NULL,
	"held_on" date NOT NULL,
	"slot" text NOT NULL,
	"doses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reminded_at" text,
	"reminded_by" text,
	"cancel_reason" text,
	CONSTRAINT "immunization_appointment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_session" (
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
	"held_on" date NOT NULL,
	"opens_at" text NOT NULL,
	"closes_at" text NOT NULL,
	"slot_minutes" integer NOT NULL,
	"slot_capacity" integer NOT NULL,
	"cancel_reason" text,
	CONSTRAINT "immunization_session_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_visit" (
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
	"session" uuid NOT NULL,
	"appointment" uuid,
	"number" integer NOT NULL,
	"arrived_at" text collate "C" NOT NULL,
	"called_at" text collate "C",
	"passed_over" integer DEFAULT 0 NOT NULL,
	"temperature" numeric(3, 1),
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"assessment" text,
	"consent_by" text,
	"defer_until" date,
	"without_dose" text,
	"doses" integer DEFAULT 0 NOT NULL,
	"observed_from" text collate "C",
	"observe_until" text collate "C",
	"left_at" text collate "C",
	"left_early" text,
	"reaction" text,
	CONSTRAINT "immunization_visit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
ALTER TABLE "immunization_lot" ADD COLUMN "equipment" uuid;--> statement-breakpoint
ALTER TABLE "immunization_vaccination" ADD COLUMN "visit" uuid;--> statement-breakpoint
CREATE INDEX "immunization_certificate_place" ON "immunization_certificate" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_certificate_date" ON "immunization_certificate" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_certificate_person" ON "immunization_certificate" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_cold_alarm_place" ON "immunization_cold_alarm" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_cold_alarm_date" ON "immunization_cold_alarm" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_cold_alarm_person" ON "immunization_cold_alarm" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_equipment_place" ON "immunization_equipment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_equipment_date" ON "immunization_equipment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_equipment_person" ON "immunization_equipment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_temperature_place" ON "immunization_temperature" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_temperature_date" ON "immunization_temperature" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_temperature_person" ON "immunization_temperature" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_floating_child_place" ON "immunization_floating_child" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_floating_child_date" ON "immunization_floating_child" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_floating_child_person" ON "immunization_floating_child" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_handover_place" ON "immunization_handover" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_handover_date" ON "immunization_handover" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_handover_person" ON "immunization_handover" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_search_round_place" ON "immunization_search_round" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_search_round_date" ON "immunization_search_round" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_search_round_person" ON "immunization_search_round" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_school_check_place" ON "immunization_school_check" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_school_check_date" ON "immunization_school_check" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_school_check_person" ON "immunization_school_check" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_school_child_place" ON "immunization_school_child" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_school_child_date" ON "immunization_school_child" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_school_child_person" ON "immunization_school_child" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_appointment_place" ON "immunization_appointment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_appointment_date" ON "immunization_appointment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_appointment_person" ON "immunization_appointment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_session_place" ON "immunization_session" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_session_date" ON "immunization_session" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_session_person" ON "immunization_session" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_visit_place" ON "immunization_visit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_visit_date" ON "immunization_visit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_visit_person" ON "immunization_visit" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_vaccination_visit" ON "immunization_vaccination" USING btree ("visit");