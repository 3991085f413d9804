CREATE TABLE "immunization_recall_notice" (
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
	"vaccination" uuid NOT NULL,
	"vaccine" text collate "C" NOT NULL,
	"lot_number" text collate "C" NOT NULL,
	"way" text NOT NULL,
	"note" text,
	"told_by" text NOT NULL,
	CONSTRAINT "immunization_recall_notice_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "immunization_recall_notice_place" ON "immunization_recall_notice" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_recall_notice_date" ON "immunization_recall_notice" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_recall_notice_person" ON "immunization_recall_notice" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_recall_notice_lot" ON "immunization_recall_notice" USING btree ("lot_number","vaccine");