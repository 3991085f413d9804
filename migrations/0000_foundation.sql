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
CREATE UNIQUE INDEX "account_username" ON "account" USING btree ("county","username");--> statement-breakpoint
CREATE INDEX "reading_log_person" ON "reading_log" USING btree ("county","person","at");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("county","account");--> statement-breakpoint
CREATE INDEX "figure_revision_of" ON "figure_revision" USING btree ("county","indicator","place","period");--> statement-breakpoint
CREATE INDEX "figure_place" ON "figure" USING btree ("county","place","period");--> statement-breakpoint
CREATE INDEX "duplicate_division" ON "duplicate_candidate" USING btree ("county","division","state");--> statement-breakpoint
CREATE INDEX "household_division" ON "household" USING btree ("county","division","number");--> statement-breakpoint
CREATE INDEX "person_identifier_person" ON "person_identifier" USING btree ("county","person");--> statement-breakpoint
CREATE UNIQUE INDEX "person_document" ON "person" USING btree ("county","document_key");--> statement-breakpoint
CREATE INDEX "person_division_name" ON "person" USING btree ("county","division","name");--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree ("county","name");--> statement-breakpoint
CREATE INDEX "person_pinyin" ON "person" USING btree ("county","pinyin");--> statement-breakpoint
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
CREATE INDEX "journal_division" ON "journal" USING btree ("county","division","at");