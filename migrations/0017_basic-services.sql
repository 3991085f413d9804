CREATE TABLE "attachment" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"record" text NOT NULL,
	"record_id" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"person" uuid,
	"caption" text,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" text collate "C" NOT NULL,
	"content" "bytea" NOT NULL,
	"attached_by" uuid,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_education_activity" (
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
	"plan" uuid,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"title" text NOT NULL,
	"venue" text,
	"speaker" text,
	"quantity" integer,
	"participants" integer,
	"certificates" integer,
	"area" numeric(4, 1),
	"taken_down_on" date,
	CONSTRAINT "health_education_activity_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_education_literacy" (
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
	"serial" text NOT NULL,
	"sex" text NOT NULL,
	"age_group" text NOT NULL,
	"score" numeric(5, 1) NOT NULL,
	"full_marks" smallint NOT NULL,
	"literate" boolean NOT NULL,
	CONSTRAINT "health_education_literacy_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_education_plan" (
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
	"year" smallint NOT NULL,
	"print" smallint NOT NULL,
	"audio_video" smallint NOT NULL,
	"board" smallint NOT NULL,
	"lecture" smallint NOT NULL,
	"consultation" smallint NOT NULL,
	"note" text,
	CONSTRAINT "health_education_plan_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "physical_examination_attendance" (
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
	"stop" uuid NOT NULL,
	"campaign" uuid NOT NULL,
	"list_number" integer,
	"household" text,
	"called_groups" jsonb NOT NULL,
	"barcode" text collate "C",
	"stations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"examination" uuid,
	"finding" text,
	"reported_on" date,
	"advice" text,
	CONSTRAINT "physical_examination_attendance_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "physical_examination_campaign" (
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
	"title" text NOT NULL,
	"vehicle" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"called_groups" jsonb NOT NULL,
	CONSTRAINT "physical_examination_campaign_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "physical_examination_result" (
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
	"attendance" uuid NOT NULL,
	"sample" text collate "C" NOT NULL,
	"item" text NOT NULL,
	"value" numeric(9, 2),
	"degree" text,
	"low" numeric(7, 2),
	"high" numeric(7, 2),
	"flag" text NOT NULL,
	"measured_at" text collate "C" NOT NULL,
	"device" text,
	"original" text NOT NULL,
	"notify_by" text,
	"notified_at" text,
	"notified_whom" text,
	"handling" text,
	CONSTRAINT "physical_examination_result_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "physical_examination_stop" (
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
	"campaign" uuid NOT NULL,
	"visits_on" date NOT NULL,
	"village" text collate "C" NOT NULL,
	"meeting_place" text,
	"called" integer,
	CONSTRAINT "physical_examination_stop_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "supervision_finding" (
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
	"patrol" uuid,
	"site" uuid,
	"field" text NOT NULL,
	"description" text NOT NULL,
	"found_at" text NOT NULL,
	"reported_at" text,
	"reported_to" text,
	"answer" text,
	"answered_on" date,
	CONSTRAINT "supervision_finding_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "supervision_patrol" (
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
	"site" uuid NOT NULL,
	"field" text NOT NULL,
	"content" text NOT NULL,
	"assistant" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "supervision_patrol_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "supervision_site" (
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
	"field" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"closed_on" date,
	CONSTRAINT "supervision_site_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tcm_capability" (
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
	"zone" text NOT NULL,
	"techniques" jsonb NOT NULL,
	"kinds" smallint NOT NULL,
	"practitioners" smallint NOT NULL,
	"dispensary" boolean NOT NULL,
	"ended_on" date,
	CONSTRAINT "tcm_capability_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tcm_child_service" (
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
	"technique" text NOT NULL,
	"living_guided" boolean NOT NULL,
	"next_on" date,
	"doctor" text,
	CONSTRAINT "tcm_child_service_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "tcm_constitution" (
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
	"answers" jsonb NOT NULL,
	"scores" jsonb NOT NULL,
	"main_constitution" text,
	"found" jsonb NOT NULL,
	"tendencies" jsonb NOT NULL,
	"guidance" jsonb NOT NULL,
	"advice" text,
	"doctor" text,
	CONSTRAINT "tcm_constitution_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "attachment_record" ON "attachment" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "health_education_activity_place" ON "health_education_activity" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_activity_date" ON "health_education_activity" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_activity_person" ON "health_education_activity" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_education_literacy_place" ON "health_education_literacy" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_literacy_date" ON "health_education_literacy" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_literacy_person" ON "health_education_literacy" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_education_plan_place" ON "health_education_plan" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_plan_date" ON "health_education_plan" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_education_plan_person" ON "health_education_plan" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "physical_examination_barcode" ON "physical_examination_attendance" USING btree ("barcode","county");--> statement-breakpoint
CREATE INDEX "physical_examination_attendance_place" ON "physical_examination_attendance" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_attendance_date" ON "physical_examination_attendance" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_attendance_person" ON "physical_examination_attendance" USING btree ("person");--> statement-breakpoint
CREATE INDEX "physical_examination_attendance_stop" ON "physical_examination_attendance" USING btree ("stop");--> statement-breakpoint
CREATE INDEX "physical_examination_campaign_place" ON "physical_examination_campaign" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_campaign_date" ON "physical_examination_campaign" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_campaign_person" ON "physical_examination_campaign" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "physical_examination_result_once" ON "physical_examination_result" USING btree ("sample","item","measured_at","county");--> statement-breakpoint
CREATE INDEX "physical_examination_result_place" ON "physical_examination_result" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_result_date" ON "physical_examination_result" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_result_person" ON "physical_examination_result" USING btree ("person");--> statement-breakpoint
CREATE INDEX "physical_examination_result_attendance" ON "physical_examination_result" USING btree ("attendance");--> statement-breakpoint
CREATE INDEX "physical_examination_stop_place" ON "physical_examination_stop" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_stop_date" ON "physical_examination_stop" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "physical_examination_stop_person" ON "physical_examination_stop" USING btree ("person");--> statement-breakpoint
CREATE INDEX "supervision_finding_place" ON "supervision_finding" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_finding_date" ON "supervision_finding" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_finding_person" ON "supervision_finding" USING btree ("person");--> statement-breakpoint
CREATE INDEX "supervision_patrol_place" ON "supervision_patrol" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_patrol_date" ON "supervision_patrol" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_patrol_person" ON "supervision_patrol" USING btree ("person");--> statement-breakpoint
CREATE INDEX "supervision_site_place" ON "supervision_site" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_site_date" ON "supervision_site" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_site_person" ON "supervision_site" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tcm_capability_place" ON "tcm_capability" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_capability_date" ON "tcm_capability" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_capability_person" ON "tcm_capability" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tcm_child_service_place" ON "tcm_child_service" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_child_service_date" ON "tcm_child_service" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_child_service_person" ON "tcm_child_service" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tcm_constitution_place" ON "tcm_constitution" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_constitution_date" ON "tcm_constitution" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "tcm_constitution_person" ON "tcm_constitution" USING btree ("person");