CREATE TABLE "appraisal_entry" (
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
	"sheet" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"fact" text NOT NULL,
	"title" text NOT NULL,
	"value" numeric NOT NULL,
	"evidence" text NOT NULL,
	"entered_by" uuid,
	"signed_by" uuid,
	"signed_on" date,
	CONSTRAINT "appraisal_entry_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_objection" (
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
	"sheet" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"item" text NOT NULL,
	"title" text NOT NULL,
	"scored" numeric NOT NULL,
	"reason" text NOT NULL,
	"evidence" text,
	"decide_by" date NOT NULL,
	"decided_on" date,
	"decision" text,
	"points" numeric,
	CONSTRAINT "appraisal_objection_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_round" (
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
	"unit_kind" text NOT NULL,
	"period" text collate "C" NOT NULL,
	"seed" text,
	"computed_on" date,
	"announced_on" date,
	"objection_until" date,
	"published_on" date,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "appraisal_round_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_rule_set" (
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
	"unit_kind" text NOT NULL,
	"year" integer NOT NULL,
	"edition" integer NOT NULL,
	"content" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"based_on" uuid,
	"issued_on" date,
	CONSTRAINT "appraisal_rule_set_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_sample" (
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
	"sheet" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"item" text NOT NULL,
	"question" text NOT NULL,
	"number" integer NOT NULL,
	"record" text NOT NULL,
	"subject" uuid NOT NULL,
	"finding" text,
	"judged_on" date,
	CONSTRAINT "appraisal_sample_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_sheet" (
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
	"round" uuid NOT NULL,
	"unit" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"places" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"readings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"base" numeric,
	"bonus" numeric,
	"reachable" numeric,
	"total" numeric,
	"veto" text,
	"grade" text,
	"rank" integer,
	"ranked_of" integer,
	"awaiting" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "appraisal_sheet_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "basic_services_allotment" (
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
	"budget" uuid NOT NULL,
	"year" integer NOT NULL,
	"unit" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"residents" integer NOT NULL,
	"advance" numeric(16, 2) NOT NULL,
	"workload" numeric,
	"by_residents" numeric(16, 2),
	"by_workload" numeric(16, 2),
	"entitled" numeric(16, 2),
	"score" numeric,
	"kept" numeric,
	"cut" numeric(16, 2),
	"reward" numeric(16, 2),
	"final" numeric(16, 2),
	"for_villages" numeric(16, 2),
	"clearing" numeric(16, 2),
	CONSTRAINT "basic_services_allotment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "basic_services_budget" (
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
	"per_head" numeric(16, 2) NOT NULL,
	"residents_at" text collate "C" NOT NULL,
	"residents" integer NOT NULL,
	"total" numeric(16, 2) NOT NULL,
	"advance_share" integer NOT NULL,
	"workload_share" integer NOT NULL,
	"village_share" integer NOT NULL,
	"method" text NOT NULL,
	"bands" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ahead_from" numeric NOT NULL,
	"round" uuid,
	"advanced_on" date,
	"cleared_on" date,
	CONSTRAINT "basic_services_budget_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "basic_services_payment" (
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
	"allotment" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(16, 2) NOT NULL,
	"due_on" date NOT NULL,
	"voucher" text,
	"paid_on" date,
	CONSTRAINT "basic_services_payment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "supervision_letter" (
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
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"unit" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"gravity" text NOT NULL,
	"cause" text NOT NULL,
	"matter" text NOT NULL,
	"title" text NOT NULL,
	"indicator" text collate "C",
	"period" text collate "C",
	"facts" text NOT NULL,
	"demands" text NOT NULL,
	"answer_by" date NOT NULL,
	"previous" uuid,
	"measures" text,
	"evidence" text,
	"answered_on" date,
	"answered_by" text,
	"recheck_by" date,
	"rechecked_on" date,
	"opinion" text,
	"returned" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "supervision_letter_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "target_letter_change" (
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
	"item" uuid NOT NULL,
	"party_name" text NOT NULL,
	"title" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "target_letter_change_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "target_letter_item" (
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
	"letter" uuid NOT NULL,
	"year" integer NOT NULL,
	"party_name" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"indicator" text collate "C",
	"place" text collate "C",
	"value" numeric,
	"months" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"method" text,
	"due_on" date,
	"evidence" text,
	"reported_on" date,
	"checked_on" date,
	"opinion" text,
	CONSTRAINT "target_letter_item_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "target_letter" (
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
	"level" text NOT NULL,
	"party" text collate "C" NOT NULL,
	"party_name" text NOT NULL,
	"responsible" text NOT NULL,
	"issued_on" date,
	"signed_on" date,
	"signed_by" uuid,
	CONSTRAINT "target_letter_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "appraisal_entry_place" ON "appraisal_entry" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_entry_date" ON "appraisal_entry" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_entry_person" ON "appraisal_entry" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appraisal_objection_place" ON "appraisal_objection" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_objection_date" ON "appraisal_objection" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_objection_person" ON "appraisal_objection" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appraisal_round_place" ON "appraisal_round" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_round_date" ON "appraisal_round" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_round_person" ON "appraisal_round" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appraisal_rule_set_place" ON "appraisal_rule_set" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_rule_set_date" ON "appraisal_rule_set" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_rule_set_person" ON "appraisal_rule_set" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appraisal_sample_place" ON "appraisal_sample" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_sample_date" ON "appraisal_sample" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_sample_person" ON "appraisal_sample" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appraisal_sheet_place" ON "appraisal_sheet" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_sheet_date" ON "appraisal_sheet" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "appraisal_sheet_person" ON "appraisal_sheet" USING btree ("person");--> statement-breakpoint
CREATE INDEX "basic_services_allotment_place" ON "basic_services_allotment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_allotment_date" ON "basic_services_allotment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_allotment_person" ON "basic_services_allotment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "basic_services_budget_place" ON "basic_services_budget" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_budget_date" ON "basic_services_budget" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_budget_person" ON "basic_services_budget" USING btree ("person");--> statement-breakpoint
CREATE INDEX "basic_services_payment_place" ON "basic_services_payment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_payment_date" ON "basic_services_payment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "basic_services_payment_person" ON "basic_services_payment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "supervision_letter_place" ON "supervision_letter" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_letter_date" ON "supervision_letter" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "supervision_letter_person" ON "supervision_letter" USING btree ("person");--> statement-breakpoint
CREATE INDEX "target_letter_change_place" ON "target_letter_change" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_change_date" ON "target_letter_change" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_change_person" ON "target_letter_change" USING btree ("person");--> statement-breakpoint
CREATE INDEX "target_letter_item_place" ON "target_letter_item" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_item_date" ON "target_letter_item" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_item_person" ON "target_letter_item" USING btree ("person");--> statement-breakpoint
CREATE INDEX "target_letter_place" ON "target_letter" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_date" ON "target_letter" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "target_letter_person" ON "target_letter" USING btree ("person");