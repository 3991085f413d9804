CREATE TABLE "figure_decision" (
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
	"document" text collate "C" NOT NULL,
	"document_title" text NOT NULL,
	"finding" text collate "C" NOT NULL,
	"claim" text NOT NULL,
	"sentence" text NOT NULL,
	"reason" text,
	CONSTRAINT "figure_decision_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "figure_mapping" (
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
	"subject" text NOT NULL,
	"unit" text NOT NULL,
	"indicator" text,
	"indicator_title" text,
	CONSTRAINT "figure_mapping_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "figure_decision_place" ON "figure_decision" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_decision_date" ON "figure_decision" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_decision_person" ON "figure_decision" USING btree ("person");--> statement-breakpoint
CREATE INDEX "figure_mapping_place" ON "figure_mapping" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_mapping_date" ON "figure_mapping" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_mapping_person" ON "figure_mapping" USING btree ("person");