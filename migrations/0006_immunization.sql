CREATE TABLE "immunization_adverse_event" (
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
	"lot_number" text collate "C",
	"severity" text NOT NULL,
	"symptoms" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"report_by" timestamp with time zone NOT NULL,
	"reported_at" timestamp with time zone,
	"conclusion" text,
	CONSTRAINT "immunization_adverse_event_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_card" (
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
	"plan" jsonb NOT NULL,
	"wanted_from" date,
	CONSTRAINT "immunization_card_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_exclusion" (
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
	"series" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"until" date,
	"note" text NOT NULL,
	CONSTRAINT "immunization_exclusion_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_lot" (
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
	"vaccine" text collate "C" NOT NULL,
	"lot_number" text collate "C" NOT NULL,
	"manufacturer" text NOT NULL,
	"expires_on" date NOT NULL,
	"received" integer NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"discarded" integer DEFAULT 0 NOT NULL,
	"stopped_on" date,
	"stopped_reason" text,
	CONSTRAINT "immunization_lot_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "immunization_vaccination" (
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
	"vaccine" text collate "C" NOT NULL,
	"dose" text collate "C",
	"second_dose" text collate "C",
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lot" uuid,
	"lot_number" text collate "C",
	"manufacturer" text,
	"expires_on" date,
	"site" text,
	"route" text,
	"vaccinator" text,
	"within_24_hours" boolean DEFAULT false NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"despite" text,
	CONSTRAINT "immunization_vaccination_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "immunization_adverse_event_place" ON "immunization_adverse_event" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_adverse_event_date" ON "immunization_adverse_event" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_adverse_event_person" ON "immunization_adverse_event" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_card_place" ON "immunization_card" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_card_date" ON "immunization_card" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_card_person" ON "immunization_card" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_exclusion_place" ON "immunization_exclusion" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_exclusion_date" ON "immunization_exclusion" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_exclusion_person" ON "immunization_exclusion" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_lot_place" ON "immunization_lot" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_lot_date" ON "immunization_lot" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_lot_person" ON "immunization_lot" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_vaccination_place" ON "immunization_vaccination" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_vaccination_date" ON "immunization_vaccination" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "immunization_vaccination_person" ON "immunization_vaccination" USING btree ("person");--> statement-breakpoint
CREATE INDEX "immunization_vaccination_lot" ON "immunization_vaccination" USING btree ("lot_number","vaccine");