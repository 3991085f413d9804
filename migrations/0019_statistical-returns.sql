CREATE TABLE "data_quality_score" (
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
	"line" text collate "C" NOT NULL,
	"line_name" text NOT NULL,
	"month" text collate "C" NOT NULL,
	"looked" integer NOT NULL,
	"errors" integer NOT NULL,
	"warnings" integer NOT NULL,
	"score" numeric NOT NULL,
	CONSTRAINT "data_quality_score_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "statistical_baseline" (
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
	"form" text collate "C" NOT NULL,
	"cell" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"value" numeric NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "statistical_baseline_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "statistical_form" (
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
	"form" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"edition" integer NOT NULL,
	"period_kind" text NOT NULL,
	"due_day" integer NOT NULL,
	"unit_kinds" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"content" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"issued_on" date,
	CONSTRAINT "statistical_form_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "statistical_return" (
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
	"form" text collate "C" NOT NULL,
	"form_name" text NOT NULL,
	"layout" uuid NOT NULL,
	"period" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"due_on" date NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"from_figures" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"explanations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"errors" integer,
	"warnings" integer,
	"sent" integer DEFAULT 0 NOT NULL,
	"first_sent_on" date,
	"sent_on" date,
	"sent_by" uuid,
	"returned" integer DEFAULT 0 NOT NULL,
	"returned_reason" text,
	"reviewed_on" date,
	"reviewed_by" uuid,
	"approved_on" date,
	"approved_by" uuid,
	"frozen_on" date,
	CONSTRAINT "statistical_return_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "statistical_return_version" (
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
	"return" uuid NOT NULL,
	"number" integer NOT NULL,
	"form_name" text NOT NULL,
	"period" text collate "C" NOT NULL,
	"unit_name" text NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"explanations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sent_by" uuid,
	CONSTRAINT "statistical_return_version_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "data_quality_score_place" ON "data_quality_score" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "data_quality_score_date" ON "data_quality_score" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "data_quality_score_person" ON "data_quality_score" USING btree ("person");--> statement-breakpoint
CREATE INDEX "statistical_baseline_place" ON "statistical_baseline" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_baseline_date" ON "statistical_baseline" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_baseline_person" ON "statistical_baseline" USING btree ("person");--> statement-breakpoint
CREATE INDEX "statistical_form_place" ON "statistical_form" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_form_date" ON "statistical_form" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_form_person" ON "statistical_form" USING btree ("person");--> statement-breakpoint
CREATE INDEX "statistical_return_place" ON "statistical_return" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_return_date" ON "statistical_return" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_return_person" ON "statistical_return" USING btree ("person");--> statement-breakpoint
CREATE INDEX "statistical_return_version_place" ON "statistical_return_version" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_return_version_date" ON "statistical_return_version" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "statistical_return_version_person" ON "statistical_return_version" USING btree ("person");