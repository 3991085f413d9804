CREATE TABLE "account" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"username" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"division" text collate "C" NOT NULL,
	"institution" text collate "C",
	"person" uuid,
	"password_hash" text NOT NULL,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"totp_cipher" "bytea",
	"totp_pending_cipher" "bytea",
	"totp_step" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "reading_log" (
	"county" text collate "C" NOT NULL,
	"seq" bigserial NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account" uuid NOT NULL,
	"account_name" text NOT NULL,
	"role" text NOT NULL,
	"person" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"what" text NOT NULL,
	"reason" text,
	CONSTRAINT "reading_log_county_seq_pk" PRIMARY KEY("county","seq")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"county" text collate "C" NOT NULL,
	"account" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"address" text,
	"device" text,
	"pending_second_factor" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_file" (
	"county" text collate "C" NOT NULL,
	"job" uuid NOT NULL,
	"piece" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_file_county_job_piece_pk" PRIMARY KEY("county","job","piece")
);
--> statement-breakpoint
CREATE TABLE "import_job" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"register" text NOT NULL,
	"file_name" text NOT NULL,
	"file_digest" text collate "C" NOT NULL,
	"division" text collate "C" NOT NULL,
	"account" uuid NOT NULL,
	"account_name" text NOT NULL,
	"role" text NOT NULL,
	"imported_on" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sheets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"applied" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" jsonb,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_job_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"county" text collate "C" NOT NULL,
	"job" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"division" text collate "C" NOT NULL,
	"sheet" text NOT NULL,
	"row" integer NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"values" "bytea" NOT NULL,
	"original" "bytea",
	"hidden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_row_county_job_seq_pk" PRIMARY KEY("county","job","seq")
);
--> statement-breakpoint
CREATE TABLE "aggregate_value" (
	"county" text collate "C" NOT NULL,
	"item" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"value" numeric NOT NULL,
	"source" text NOT NULL,
	"state" text DEFAULT 'entered' NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entered_by" uuid,
	"approved_by" uuid,
	CONSTRAINT "aggregate_value_county_item_period_place_pk" PRIMARY KEY("county","item","period","place")
);
--> statement-breakpoint
CREATE TABLE "closed_period" (
	"county" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" uuid,
	CONSTRAINT "closed_period_county_period_pk" PRIMARY KEY("county","period")
);
--> statement-breakpoint
CREATE TABLE "figure_revision" (
	"county" text collate "C" NOT NULL,
	"seq" bigserial NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"old_value" numeric,
	"new_value" numeric,
	"old_numerator" numeric,
	"new_numerator" numeric,
	"old_denominator" numeric,
	"new_denominator" numeric,
	"reason" text NOT NULL,
	"revised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revised_by" uuid,
	CONSTRAINT "figure_revision_county_seq_pk" PRIMARY KEY("county","seq")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"county" text collate "C" NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"definition_version" integer NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"rank" integer,
	"ranked_of" integer,
	"status" text DEFAULT 'provisional' NOT NULL,
	"completeness" integer DEFAULT 100 NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"closed_on" date,
	CONSTRAINT "figure_county_indicator_period_place_pk" PRIMARY KEY("county","indicator","period","place")
);
--> statement-breakpoint
CREATE TABLE "measure_base" (
	"county" text collate "C" NOT NULL,
	"measure" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"month" date NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "measure_base_county_measure_place_month_pk" PRIMARY KEY("county","measure","place","month")
);
--> statement-breakpoint
CREATE TABLE "measure_value" (
	"county" text collate "C" NOT NULL,
	"measure" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "measure_value_county_measure_period_place_pk" PRIMARY KEY("county","measure","period","place")
);
--> statement-breakpoint
CREATE TABLE "stale_place" (
	"county" text collate "C" NOT NULL,
	"relation" text NOT NULL,
	"place" text collate "C" NOT NULL,
	"from_month" text collate "C" NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stale_place_county_relation_place_from_month_pk" PRIMARY KEY("county","relation","place","from_month")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"county" text collate "C" NOT NULL,
	"indicator" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"year" integer NOT NULL,
	"value" numeric NOT NULL,
	"months" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	CONSTRAINT "target_county_indicator_place_year_pk" PRIMARY KEY("county","indicator","place","year")
);
--> statement-breakpoint
CREATE TABLE "user_indicator" (
	"county" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "user_indicator_county_id_version_pk" PRIMARY KEY("county","id","version")
);
--> statement-breakpoint
CREATE TABLE "duplicate_candidate" (
	"county" text collate "C" NOT NULL,
	"first" uuid NOT NULL,
	"second" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"reasons" jsonb NOT NULL,
	"score" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "duplicate_candidate_county_first_second_pk" PRIMARY KEY("county","first","second")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"head_name" text NOT NULL,
	"village_group" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "household_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "person_identifier" (
	"county" text collate "C" NOT NULL,
	"person" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"system" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"cipher" "bytea" NOT NULL,
	CONSTRAINT "person_identifier_county_system_key_pk" PRIMARY KEY("county","system","key")
);
--> statement-breakpoint
CREATE TABLE "person_merge" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"kept" uuid NOT NULL,
	"absorbed" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_by" uuid NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "person_merge_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"pinyin" text collate "C" NOT NULL,
	"sex" text NOT NULL,
	"birth" date NOT NULL,
	"ethnic" text,
	"document_kind" text NOT NULL,
	"document_cipher" "bytea",
	"document_key" text collate "C",
	"phone_cipher" "bytea",
	"address_cipher" "bytea",
	"village_group" text,
	"household" uuid,
	"relation" text,
	"registration" text,
	"mother_name" text,
	"state" text DEFAULT 'resident' NOT NULL,
	"died_on" date,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "person_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "residence_episode" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"person" uuid NOT NULL,
	"division" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"start_reason" text NOT NULL,
	"end_reason" text,
	"sex" text NOT NULL,
	"birth" date NOT NULL,
	CONSTRAINT "residence_episode_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "division" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"parent" text collate "C",
	"level" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"english_name" text NOT NULL,
	"x" integer,
	"y" integer
);
--> statement-breakpoint
CREATE TABLE "institution" (
	"county" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"english_name" text NOT NULL,
	"kind" text NOT NULL,
	"division" text collate "C" NOT NULL,
	"depends_on" text collate "C",
	"ownership" text DEFAULT 'public' NOT NULL,
	"beds" integer DEFAULT 0 NOT NULL,
	"equipment" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "institution_county_code_pk" PRIMARY KEY("county","code")
);
--> statement-breakpoint
CREATE TABLE "place_ancestor" (
	"county" text collate "C" NOT NULL,
	"leaf" text collate "C" NOT NULL,
	"ancestor" text collate "C" NOT NULL,
	"distance" integer NOT NULL,
	CONSTRAINT "place_ancestor_county_leaf_ancestor_pk" PRIMARY KEY("county","leaf","ancestor")
);
--> statement-breakpoint
CREATE TABLE "extension_field" (
	"county" text collate "C" NOT NULL,
	"record" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "extension_field_county_record_key_version_pk" PRIMARY KEY("county","record","key","version")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"county" text collate "C" NOT NULL,
	"seq" bigserial NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone,
	"account" uuid,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"record" text NOT NULL,
	"record_id" uuid,
	"person" uuid,
	"division" text collate "C" NOT NULL,
	"input" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"digest" text NOT NULL,
	"transaction" bigint DEFAULT pg_current_xact_id()::text::bigint NOT NULL,
	CONSTRAINT "journal_county_seq_pk" PRIMARY KEY("county","seq")
);
--> statement-breakpoint
CREATE TABLE "journal_seal" (
	"county" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"from_transaction" bigint NOT NULL,
	"to_transaction" bigint NOT NULL,
	"entries" integer NOT NULL,
	"root" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "journal_seal_county_number_pk" PRIMARY KEY("county","number")
);
--> statement-breakpoint
CREATE TABLE "resident_arrival" (
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
	"reason" text NOT NULL,
	"stay" text NOT NULL,
	"registration_moves" boolean NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_arrival_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_birth" (
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
	"sex" text NOT NULL,
	"mother" uuid,
	"mother_name" text NOT NULL,
	"birth_weight" integer,
	"gestational_weeks" integer,
	"plurality" integer DEFAULT 1 NOT NULL,
	"delivered_at" text NOT NULL,
	"certificate" text collate "C",
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_birth_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_correction" (
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
	"facts" jsonb NOT NULL,
	"evidence" text NOT NULL,
	CONSTRAINT "resident_correction_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_death" (
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
	"place" text NOT NULL,
	"cause_code" text collate "C",
	"cause" text,
	"certificate" text collate "C",
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_death_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_departure" (
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
	"destination" text NOT NULL,
	"reason" text NOT NULL,
	"stay" text NOT NULL,
	"registration_moves" boolean NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_departure_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_duplicate" (
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
	"other" uuid NOT NULL,
	"merge" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "resident_duplicate_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_household_change" (
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
	"household" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_household" uuid,
	"members" integer NOT NULL,
	CONSTRAINT "resident_household_change_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_move" (
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
	"to_division" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"registration_moves" boolean NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_move_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "resident_registration" (
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
	"registered" boolean NOT NULL,
	"usual" boolean NOT NULL,
	"source" text NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "resident_registration_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_contract" (
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
	"team" uuid NOT NULL,
	"doctor" uuid NOT NULL,
	"package" uuid NOT NULL,
	"household" uuid,
	"years" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"agreed_ends_on" date NOT NULL,
	"grade" text NOT NULL,
	"fee" numeric(10, 2) NOT NULL,
	"items_due" integer NOT NULL,
	"renews" uuid,
	"end_reason" text,
	"end_note" text,
	CONSTRAINT "family_doctor_contract_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_delivery" (
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
	"contract" uuid NOT NULL,
	"item" text NOT NULL,
	"service" text NOT NULL,
	"counts" boolean NOT NULL,
	"year_ends_on" date NOT NULL,
	"evidence_record" text NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "family_doctor_delivery_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "key_population_membership" (
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
	"group" text NOT NULL,
	"ends_on" date,
	"source" text NOT NULL,
	"source_id" uuid,
	"end_reason" text,
	CONSTRAINT "key_population_membership_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_member" (
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
	"team" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"account" uuid,
	"left_on" date,
	CONSTRAINT "family_doctor_member_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_package" (
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
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"grade" text NOT NULL,
	"fee" numeric(10, 2) NOT NULL,
	"groups" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"retired_on" date,
	CONSTRAINT "family_doctor_package_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_service" (
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
	"contract" uuid NOT NULL,
	"doctor" uuid NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"note" text,
	CONSTRAINT "family_doctor_service_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "family_doctor_team" (
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
	"villages" jsonb NOT NULL,
	"county_hospital" text collate "C",
	"city_hospital" text,
	"dissolved_on" date,
	CONSTRAINT "family_doctor_team_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_basic_form" (
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
	"health_record" uuid NOT NULL,
	"registered_here" boolean,
	"blood_type" text,
	"rhesus" text,
	"education" text,
	"occupation" text,
	"marriage" text,
	"payments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"allergies" jsonb,
	"other_allergy" text,
	"exposures" jsonb,
	"diseases" jsonb,
	"operations" jsonb,
	"injuries" jsonb,
	"transfusions" jsonb,
	"family_history" jsonb,
	"hereditary" text,
	"disabilities" jsonb,
	"kitchen_vent" text,
	"fuel" text,
	"water" text,
	"toilet" text,
	"livestock" text,
	CONSTRAINT "health_basic_form_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_examination" (
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
	"health_record" uuid NOT NULL,
	"symptoms" jsonb NOT NULL,
	"temperature" numeric(3, 1),
	"pulse" integer,
	"breathing" integer,
	"systolic_left" integer,
	"diastolic_left" integer,
	"systolic_right" integer,
	"diastolic_right" integer,
	"height" numeric(4, 1),
	"weight" numeric(4, 1),
	"waist" numeric(4, 1),
	"body_mass_index" numeric(4, 1),
	"self_care_score" integer,
	"exercise" text,
	"smoking" text,
	"cigarettes_per_day" integer,
	"drinking" text,
	"haemoglobin" integer,
	"white_cells" numeric(5, 2),
	"platelets" integer,
	"urine_protein" text,
	"urine_glucose" text,
	"fasting_glucose" numeric(4, 1),
	"alanine_transaminase" numeric(6, 1),
	"aspartate_transaminase" numeric(6, 1),
	"bilirubin" numeric(5, 1),
	"creatinine" numeric(6, 1),
	"urea" numeric(5, 2),
	"cholesterol" numeric(4, 2),
	"triglycerides" numeric(4, 2),
	"low_density" numeric(4, 2),
	"high_density" numeric(4, 2),
	"ecg" text,
	"ultrasound" text,
	"problems" jsonb NOT NULL,
	"abnormalities" text,
	"guidance" jsonb NOT NULL,
	"risk_controls" jsonb NOT NULL,
	CONSTRAINT "health_examination_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_card" (
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
	CONSTRAINT "health_card_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_record" (
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
	"medium" text NOT NULL,
	"resident_group" text NOT NULL,
	"responsible_doctor" text,
	"contact_name" text,
	"contact_relation" text,
	"compliant_since" date,
	"closed_on" date,
	"close_reason" text,
	CONSTRAINT "health_record_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "health_record_use" (
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
	"health_record" uuid NOT NULL,
	"kind" text NOT NULL,
	"evidence_record" text,
	"evidence_id" uuid,
	"note" text,
	CONSTRAINT "health_record_use_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_entry" (
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
	"relief_household" uuid NOT NULL,
	"standing" text NOT NULL,
	"disposition" text,
	"disposition_on" date,
	"reason" text,
	"note" text,
	"duplicate_of" uuid,
	"removed_on" date,
	CONSTRAINT "poverty_entry_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_household" (
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
	"household" uuid NOT NULL,
	"number" text collate "C" NOT NULL,
	"head_name" text NOT NULL,
	"standing" text NOT NULL,
	"monitored_as" text,
	"causes" jsonb NOT NULL,
	"removed_on" date,
	CONSTRAINT "poverty_household_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_illness" (
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
	"class" text NOT NULL,
	"found_by" text NOT NULL,
	"ended_on" date,
	CONSTRAINT "poverty_illness_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_link" (
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
	"relief_household" uuid NOT NULL,
	"official" text NOT NULL,
	"unit" text NOT NULL,
	"account" uuid,
	"ends_on" date,
	CONSTRAINT "poverty_link_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_treatment" (
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
	"illness" uuid NOT NULL,
	"disease" text NOT NULL,
	"hospital" text collate "C" NOT NULL,
	"treated_on" date,
	"closed_on" date,
	"outcome" text,
	"total_cost" numeric(12, 2) DEFAULT '0' NOT NULL,
	"insurance_paid" numeric(12, 2) DEFAULT '0' NOT NULL,
	"aid_paid" numeric(12, 2) DEFAULT '0' NOT NULL,
	CONSTRAINT "poverty_treatment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "poverty_visit" (
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
	"relief_household" uuid NOT NULL,
	"official" text NOT NULL,
	"purpose" text NOT NULL,
	"aid" numeric(10, 2) DEFAULT '0' NOT NULL,
	"note" text,
	CONSTRAINT "poverty_visit_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "report_section" (
	"county" text collate "C" NOT NULL,
	"report" uuid NOT NULL,
	"id" text NOT NULL,
	"place" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"owner_zh" text NOT NULL,
	"owner_en" text NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"blocks" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "report_section_county_report_id_pk" PRIMARY KEY("county","report","id")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"number" text,
	"issued_on" date,
	"signed_by" text,
	"frozen" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "report_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"county" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"place" text collate "C" NOT NULL,
	"account" uuid NOT NULL,
	"account_name" text NOT NULL,
	"title" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"state" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "account_username" ON "account" USING btree ("county","username");--> statement-breakpoint
CREATE INDEX "reading_log_person" ON "reading_log" USING btree ("county","person","at");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("county","account");--> statement-breakpoint
CREATE INDEX "import_job_started" ON "import_job" USING btree ("county","started_at");--> statement-breakpoint
CREATE INDEX "import_row_outcome" ON "import_row" USING btree ("county","job","outcome","seq");--> statement-breakpoint
CREATE INDEX "figure_revision_of" ON "figure_revision" USING btree ("county","indicator","place","period");--> statement-breakpoint
CREATE INDEX "duplicate_division" ON "duplicate_candidate" USING btree ("county","division","state");--> statement-breakpoint
CREATE INDEX "household_division" ON "household" USING btree ("county","division","number");--> statement-breakpoint
CREATE INDEX "person_identifier_person" ON "person_identifier" USING btree ("county","person");--> statement-breakpoint
CREATE UNIQUE INDEX "person_document" ON "person" USING btree ("county","document_key");--> statement-breakpoint
CREATE INDEX "person_division_name" ON "person" USING btree ("county","division","name","id");--> statement-breakpoint
CREATE INDEX "person_division_pinyin" ON "person" USING btree ("county","division","pinyin","id");--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree ("county","name","id");--> statement-breakpoint
CREATE INDEX "person_pinyin" ON "person" USING btree ("county","pinyin","id");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("county","household");--> statement-breakpoint
CREATE INDEX "person_birth_name" ON "person" USING btree ("county","birth","name");--> statement-breakpoint
CREATE INDEX "residence_person" ON "residence_episode" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "residence_division" ON "residence_episode" USING btree ("county","division","starts_on");--> statement-breakpoint
CREATE INDEX "institution_division" ON "institution" USING btree ("county","division");--> statement-breakpoint
CREATE INDEX "place_ancestor_of" ON "place_ancestor" USING btree ("county","ancestor");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_request" ON "journal" USING btree ("county","request_id");--> statement-breakpoint
CREATE INDEX "journal_record" ON "journal" USING btree ("county","record_id");--> statement-breakpoint
CREATE INDEX "journal_person" ON "journal" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "journal_transaction" ON "journal" USING btree ("county","transaction");--> statement-breakpoint
CREATE INDEX "journal_division" ON "journal" USING btree ("county","division","at");--> statement-breakpoint
CREATE INDEX "resident_arrival_place" ON "resident_arrival" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_arrival_date" ON "resident_arrival" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_arrival_person" ON "resident_arrival" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_birth_place" ON "resident_birth" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_birth_date" ON "resident_birth" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_birth_person" ON "resident_birth" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_correction_place" ON "resident_correction" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_correction_date" ON "resident_correction" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_correction_person" ON "resident_correction" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_death_place" ON "resident_death" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_death_date" ON "resident_death" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_death_person" ON "resident_death" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_departure_place" ON "resident_departure" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_departure_date" ON "resident_departure" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_departure_person" ON "resident_departure" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_duplicate_place" ON "resident_duplicate" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_duplicate_date" ON "resident_duplicate" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_duplicate_person" ON "resident_duplicate" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_household_change_place" ON "resident_household_change" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_household_change_date" ON "resident_household_change" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_household_change_person" ON "resident_household_change" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_move_place" ON "resident_move" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_move_date" ON "resident_move" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_move_person" ON "resident_move" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "resident_registration_place" ON "resident_registration" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_registration_date" ON "resident_registration" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_registration_person" ON "resident_registration" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_place" ON "family_doctor_contract" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_date" ON "family_doctor_contract" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_person" ON "family_doctor_contract" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_doctor" ON "family_doctor_contract" USING btree ("county","doctor","ends_on");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_renews" ON "family_doctor_contract" USING btree ("county","renews");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_place" ON "family_doctor_delivery" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_date" ON "family_doctor_delivery" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_person" ON "family_doctor_delivery" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_contract" ON "family_doctor_delivery" USING btree ("county","contract");--> statement-breakpoint
CREATE INDEX "key_population_membership_place" ON "key_population_membership" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "key_population_membership_date" ON "key_population_membership" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "key_population_membership_person" ON "key_population_membership" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_member_place" ON "family_doctor_member" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_member_date" ON "family_doctor_member" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_member_person" ON "family_doctor_member" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_package_place" ON "family_doctor_package" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_package_date" ON "family_doctor_package" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_package_person" ON "family_doctor_package" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_service_place" ON "family_doctor_service" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_service_date" ON "family_doctor_service" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_service_person" ON "family_doctor_service" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "family_doctor_team_place" ON "family_doctor_team" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_team_date" ON "family_doctor_team" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_team_person" ON "family_doctor_team" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "health_basic_form_place" ON "health_basic_form" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_basic_form_date" ON "health_basic_form" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_basic_form_person" ON "health_basic_form" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "health_examination_place" ON "health_examination" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_examination_date" ON "health_examination" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_examination_person" ON "health_examination" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "health_card_place" ON "health_card" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_card_date" ON "health_card" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_card_person" ON "health_card" USING btree ("county","person");--> statement-breakpoint
CREATE UNIQUE INDEX "health_record_number" ON "health_record" USING btree ("county","number");--> statement-breakpoint
CREATE INDEX "health_record_place" ON "health_record" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_date" ON "health_record" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_person" ON "health_record" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "health_record_use_place" ON "health_record_use" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_use_date" ON "health_record_use" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_use_person" ON "health_record_use" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_entry_place" ON "poverty_entry" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_entry_date" ON "poverty_entry" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_entry_person" ON "poverty_entry" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_household_place" ON "poverty_household" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_household_date" ON "poverty_household" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_household_person" ON "poverty_household" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_illness_place" ON "poverty_illness" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_illness_date" ON "poverty_illness" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_illness_person" ON "poverty_illness" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_link_place" ON "poverty_link" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_link_date" ON "poverty_link" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_link_person" ON "poverty_link" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_treatment_place" ON "poverty_treatment" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_treatment_date" ON "poverty_treatment" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_treatment_person" ON "poverty_treatment" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "poverty_visit_place" ON "poverty_visit" USING btree ("county","division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_visit_date" ON "poverty_visit" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_visit_person" ON "poverty_visit" USING btree ("county","person");--> statement-breakpoint
CREATE INDEX "report_place" ON "report" USING btree ("county","place","kind","period");