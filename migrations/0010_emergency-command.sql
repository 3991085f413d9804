CREATE TABLE "emergency_drill" (
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
	"title" text NOT NULL,
	"participants" integer,
	"score" integer,
	"findings" text,
	"improve_due_on" date,
	"improved" text,
	CONSTRAINT "emergency_drill_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_duty" (
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
	"on_duty" text NOT NULL,
	"leader" text NOT NULL,
	"phone" text NOT NULL,
	"calls" integer,
	"handover" text,
	CONSTRAINT "emergency_duty_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_event" (
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
	"title" text NOT NULL,
	"address" text,
	"disease_signal" uuid,
	"discovered_at" text NOT NULL,
	"reported_at" text NOT NULL,
	"cases" integer NOT NULL,
	"deaths" integer NOT NULL,
	"critical" integer NOT NULL,
	"exposed" integer,
	"grade" text,
	"grade_source" text,
	"level" text,
	"responded_at" text,
	"ended_at" text,
	"response_hours" numeric(8, 1),
	"duration_hours" numeric(8, 1),
	"next_report_due_at" text,
	"next_report_due_on" date,
	"next_report" text,
	"causes" text,
	"lessons" text,
	"closed_on" date,
	"dismissal" text,
	CONSTRAINT "emergency_event_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_plan" (
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
	"title" text NOT NULL,
	"edition" text NOT NULL,
	"duties" jsonb NOT NULL,
	"review_due_on" date NOT NULL,
	"withdrawn_on" date,
	CONSTRAINT "emergency_plan_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_stock" (
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
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"received" numeric(12, 1) NOT NULL,
	"quantity" numeric(12, 1) NOT NULL,
	"least" numeric(12, 1) NOT NULL,
	"expires_on" date,
	"store" text,
	"disposed_on" date,
	CONSTRAINT "emergency_stock_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_team" (
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
	"name" text NOT NULL,
	"leader" text NOT NULL,
	"phone" text NOT NULL,
	"members" integer NOT NULL,
	"trained_on" date,
	"disbanded_on" date,
	CONSTRAINT "emergency_team_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_dispatch" (
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
	"emergency_event" uuid NOT NULL,
	"kind" text NOT NULL,
	"emergency_stock" uuid,
	"emergency_team" uuid,
	"what" text NOT NULL,
	"quantity" numeric(12, 1) NOT NULL,
	"unit" text NOT NULL,
	"sent_at" text NOT NULL,
	"returned" numeric(12, 1),
	"returned_at" text,
	CONSTRAINT "emergency_dispatch_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_entry" (
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
	"emergency_event" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"content" text NOT NULL,
	"new_cases" integer,
	"needs" text,
	CONSTRAINT "emergency_entry_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_report" (
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
	"emergency_event" uuid NOT NULL,
	"kind" text NOT NULL,
	"serial" integer NOT NULL,
	"content" text NOT NULL,
	"cases" integer NOT NULL,
	"deaths" integer NOT NULL,
	"told_to" jsonb NOT NULL,
	"due_at" text NOT NULL,
	"sent_at" text NOT NULL,
	"in_time" boolean NOT NULL,
	CONSTRAINT "emergency_report_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "emergency_task" (
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
	"emergency_event" uuid NOT NULL,
	"duty" text NOT NULL,
	"emergency_team" uuid,
	"assignee" text NOT NULL,
	"given_at" text NOT NULL,
	"due_at" text NOT NULL,
	"due_on" date NOT NULL,
	"accepted_at" text,
	"done_at" text,
	"in_time" boolean,
	"result" text,
	CONSTRAINT "emergency_task_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "disaster_relief" (
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
	"emergency_event" uuid NOT NULL,
	"disinfected_area" integer NOT NULL,
	"water_samples" integer NOT NULL,
	"water_passed" integer NOT NULL,
	"food_checks" integer NOT NULL,
	"shelters" integer NOT NULL,
	"treated" integer NOT NULL,
	"staff" integer NOT NULL,
	"note" text,
	CONSTRAINT "disaster_relief_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "medical_support" (
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
	"title" text NOT NULL,
	"until_on" date NOT NULL,
	"venue" text NOT NULL,
	"expected" integer NOT NULL,
	"vehicles" integer NOT NULL,
	"staff" integer NOT NULL,
	"inspectors" integer NOT NULL,
	"plan" text,
	"treated" integer,
	"transferred" integer,
	"foodborne" integer,
	CONSTRAINT "medical_support_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "emergency_drill_place" ON "emergency_drill" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_drill_date" ON "emergency_drill" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_drill_person" ON "emergency_drill" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_duty_place" ON "emergency_duty" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_duty_date" ON "emergency_duty" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_duty_person" ON "emergency_duty" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_event_place" ON "emergency_event" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_event_date" ON "emergency_event" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_event_person" ON "emergency_event" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_plan_place" ON "emergency_plan" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_plan_date" ON "emergency_plan" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_plan_person" ON "emergency_plan" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_stock_place" ON "emergency_stock" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_stock_date" ON "emergency_stock" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_stock_person" ON "emergency_stock" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_team_place" ON "emergency_team" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_team_date" ON "emergency_team" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_team_person" ON "emergency_team" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_dispatch_place" ON "emergency_dispatch" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_dispatch_date" ON "emergency_dispatch" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_dispatch_person" ON "emergency_dispatch" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_entry_place" ON "emergency_entry" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_entry_date" ON "emergency_entry" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_entry_person" ON "emergency_entry" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_report_place" ON "emergency_report" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_report_date" ON "emergency_report" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_report_person" ON "emergency_report" USING btree ("person");--> statement-breakpoint
CREATE INDEX "emergency_task_place" ON "emergency_task" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_task_date" ON "emergency_task" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "emergency_task_person" ON "emergency_task" USING btree ("person");--> statement-breakpoint
CREATE INDEX "disaster_relief_place" ON "disaster_relief" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "disaster_relief_date" ON "disaster_relief" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "disaster_relief_person" ON "disaster_relief" USING btree ("person");--> statement-breakpoint
CREATE INDEX "medical_support_place" ON "medical_support" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "medical_support_date" ON "medical_support" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "medical_support_person" ON "medical_support" USING btree ("person");