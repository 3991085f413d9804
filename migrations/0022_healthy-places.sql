CREATE TABLE "red_flag_award" (
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
	"rule_set" uuid NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"flags" smallint NOT NULL,
	"flag_from" numeric(6, 2) NOT NULL,
	"lagging_below" numeric(6, 2) NOT NULL,
	"issued_on" date,
	CONSTRAINT "red_flag_award_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "red_flag_review" (
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
	"award" uuid NOT NULL,
	"name" text NOT NULL,
	"quarter" text collate "C" NOT NULL,
	"basis" text NOT NULL,
	"holders" text,
	"held_before" text,
	"ranking" text NOT NULL,
	"lagging" text,
	"comment" text,
	"published_on" date,
	CONSTRAINT "red_flag_review_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "red_flag_standing" (
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
	"review" uuid NOT NULL,
	"award" uuid NOT NULL,
	"name" text NOT NULL,
	"quarter" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"score" numeric(6, 2) NOT NULL,
	"rank" integer NOT NULL,
	"ranked_of" integer NOT NULL,
	"previous_rank" integer,
	"mark" text NOT NULL,
	"reasons" text,
	"consecutive" smallint DEFAULT 0 NOT NULL,
	"published_on" date,
	"answer" text,
	CONSTRAINT "red_flag_standing_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "section_work_matter" (
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
	"origin" text NOT NULL,
	"meeting" uuid,
	"number" text,
	"sender" text,
	"programme" text,
	"title" text NOT NULL,
	"set_by" text NOT NULL,
	"owner" text collate "C" NOT NULL,
	"owner_name" text NOT NULL,
	"responsible" text NOT NULL,
	"due_on" date NOT NULL,
	"letter_item" uuid,
	"indicator" text collate "C",
	"progress" smallint DEFAULT 0 NOT NULL,
	"last_note" text,
	"noted_on" date,
	"evidence" text,
	"reported_by" uuid,
	"finished_on" date,
	"confirmed_on" date,
	"opinion" text,
	"returned" integer DEFAULT 0 NOT NULL,
	"first_due_on" date,
	"reason" text,
	"withdrawn_on" date,
	CONSTRAINT "section_work_matter_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "section_work_meeting" (
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
	"subject" text NOT NULL,
	"chair" text NOT NULL,
	"section" text NOT NULL,
	"venue" text,
	"attendance" integer,
	"minutes" text,
	CONSTRAINT "section_work_meeting_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "section_work_note" (
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
	"matter" uuid NOT NULL,
	"title" text NOT NULL,
	"owner_name" text NOT NULL,
	"progress" smallint NOT NULL,
	"note" text NOT NULL,
	"obstacle" text,
	CONSTRAINT "section_work_note_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_application" (
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
	"standard" uuid NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"responsible" text NOT NULL,
	"self_checked_on" date,
	"score" numeric(5, 1),
	"mend_by" date,
	"named_on" date,
	"number" text,
	"recheck_due_on" date,
	"ended_on" date,
	"reason" text,
	CONSTRAINT "healthy_places_application_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_check" (
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
	"application" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"score" numeric(5, 1) NOT NULL,
	"passed" boolean NOT NULL,
	"decisive" text,
	"inspectors" text NOT NULL,
	"conclusion" text,
	CONSTRAINT "healthy_places_check_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_drive" (
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
	"participants" integer NOT NULL,
	"refuse" numeric(8, 2),
	"corners" integer,
	"ditches" integer,
	"breeding_sites" integer,
	"note" text,
	CONSTRAINT "healthy_places_drive_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_grid_place" (
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
	"grid" text collate "C" NOT NULL,
	"warden" text NOT NULL,
	"every_days" smallint NOT NULL,
	"next_patrol_on" date NOT NULL,
	"closed_on" date,
	CONSTRAINT "healthy_places_grid_place_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_patrol" (
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
	"place" uuid NOT NULL,
	"name" text NOT NULL,
	"warden" text NOT NULL,
	"problems" smallint NOT NULL,
	"note" text,
	CONSTRAINT "healthy_places_patrol_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_problem" (
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
	"place" uuid NOT NULL,
	"patrol" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"mend_by" date NOT NULL,
	"measures" text,
	"corrected_on" date,
	"rechecked_on" date,
	"opinion" text,
	"returned" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "healthy_places_problem_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_sanitation" (
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
	"households" integer NOT NULL,
	"sanitary_toilets" integer NOT NULL,
	"harmless_toilets" integer NOT NULL,
	"piped_water" integer NOT NULL,
	"public_toilets" integer,
	"replaced_on" date,
	"reason" text,
	CONSTRAINT "healthy_places_sanitation_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_shortfall" (
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
	"application" uuid NOT NULL,
	"check" uuid NOT NULL,
	"name" text NOT NULL,
	"code" text collate "C" NOT NULL,
	"requirement" text NOT NULL,
	"points" numeric(5, 1) NOT NULL,
	"why" text NOT NULL,
	"mend_by" date,
	"measures" text,
	"mended_on" date,
	CONSTRAINT "healthy_places_shortfall_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_standard_item" (
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
	"standard" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"part" text NOT NULL,
	"requirement" text NOT NULL,
	"points" numeric(5, 1) NOT NULL,
	"decisive" boolean DEFAULT false NOT NULL,
	CONSTRAINT "healthy_places_standard_item_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_standard" (
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
	"level" text NOT NULL,
	"year" smallint NOT NULL,
	"source" text NOT NULL,
	"pass_from" numeric(5, 1) NOT NULL,
	"valid_years" smallint NOT NULL,
	"requires" text,
	"issued_on" date,
	CONSTRAINT "healthy_places_standard_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_survey" (
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
	"point" uuid NOT NULL,
	"name" text NOT NULL,
	"vector" text NOT NULL,
	"rooms" integer,
	"positive_rooms" integer,
	"insects" integer,
	"egg_rooms" integer,
	"trace_rooms" integer,
	"metres" integer,
	"traces" integer,
	"dips" integer,
	"positive_dips" integer,
	"larvae" integer,
	"catches" integer,
	"landed" integer,
	"sites" integer,
	"positive_sites" integer,
	"facilities" integer,
	"good_facilities" integer,
	"exposed_food" boolean,
	"readings" text NOT NULL,
	"grade" text NOT NULL,
	"edition" text NOT NULL,
	CONSTRAINT "healthy_places_survey_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "healthy_places_vector_point" (
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
	"rodent" boolean NOT NULL,
	"mosquito" boolean NOT NULL,
	"fly" boolean NOT NULL,
	"cockroach" boolean NOT NULL,
	"closed_on" date,
	CONSTRAINT "healthy_places_vector_point_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "red_flag_award_place" ON "red_flag_award" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_award_date" ON "red_flag_award" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_award_person" ON "red_flag_award" USING btree ("person");--> statement-breakpoint
CREATE INDEX "red_flag_review_place" ON "red_flag_review" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_review_date" ON "red_flag_review" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_review_person" ON "red_flag_review" USING btree ("person");--> statement-breakpoint
CREATE INDEX "red_flag_standing_place" ON "red_flag_standing" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_standing_date" ON "red_flag_standing" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "red_flag_standing_person" ON "red_flag_standing" USING btree ("person");--> statement-breakpoint
CREATE INDEX "section_work_matter_place" ON "section_work_matter" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_matter_date" ON "section_work_matter" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_matter_person" ON "section_work_matter" USING btree ("person");--> statement-breakpoint
CREATE INDEX "section_work_meeting_place" ON "section_work_meeting" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_meeting_date" ON "section_work_meeting" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_meeting_person" ON "section_work_meeting" USING btree ("person");--> statement-breakpoint
CREATE INDEX "section_work_note_place" ON "section_work_note" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_note_date" ON "section_work_note" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "section_work_note_person" ON "section_work_note" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_application_place" ON "healthy_places_application" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_application_date" ON "healthy_places_application" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_application_person" ON "healthy_places_application" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_check_place" ON "healthy_places_check" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_check_date" ON "healthy_places_check" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_check_person" ON "healthy_places_check" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_drive_place" ON "healthy_places_drive" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_drive_date" ON "healthy_places_drive" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_drive_person" ON "healthy_places_drive" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_grid_place_place" ON "healthy_places_grid_place" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_grid_place_date" ON "healthy_places_grid_place" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_grid_place_person" ON "healthy_places_grid_place" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_patrol_place" ON "healthy_places_patrol" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_patrol_date" ON "healthy_places_patrol" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_patrol_person" ON "healthy_places_patrol" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_problem_place" ON "healthy_places_problem" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_problem_date" ON "healthy_places_problem" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_problem_person" ON "healthy_places_problem" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_sanitation_place" ON "healthy_places_sanitation" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_sanitation_date" ON "healthy_places_sanitation" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_sanitation_person" ON "healthy_places_sanitation" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_shortfall_place" ON "healthy_places_shortfall" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_shortfall_date" ON "healthy_places_shortfall" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_shortfall_person" ON "healthy_places_shortfall" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_item_place" ON "healthy_places_standard_item" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_item_date" ON "healthy_places_standard_item" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_item_person" ON "healthy_places_standard_item" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_place" ON "healthy_places_standard" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_date" ON "healthy_places_standard" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_standard_person" ON "healthy_places_standard" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_survey_place" ON "healthy_places_survey" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_survey_date" ON "healthy_places_survey" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_survey_person" ON "healthy_places_survey" USING btree ("person");--> statement-breakpoint
CREATE INDEX "healthy_places_vector_point_place" ON "healthy_places_vector_point" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_vector_point_date" ON "healthy_places_vector_point" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "healthy_places_vector_point_person" ON "healthy_places_vector_point" USING btree ("person");