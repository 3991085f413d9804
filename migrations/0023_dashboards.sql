CREATE TABLE "dashboard_delivery" (
	"county" text collate "C" NOT NULL,
	"subscription" uuid NOT NULL,
	"due_at" text collate "C" NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "dashboard_delivery_county_subscription_due_at_pk" PRIMARY KEY("county","subscription","due_at")
);
--> statement-breakpoint
CREATE TABLE "dashboard_subscription" (
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
	"dashboard" uuid NOT NULL,
	"dashboard_title" text NOT NULL,
	"address_cipher" "bytea" NOT NULL,
	"format" text NOT NULL,
	"rhythm" text NOT NULL,
	"on_day" integer NOT NULL,
	"hour" integer NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "dashboard_subscription_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "dashboard" (
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
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"owner_name" text NOT NULL,
	"shared_with" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cells" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "dashboard_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "figure_note" (
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
	"indicator" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"note" text NOT NULL,
	"author_name" text NOT NULL,
	"office" text collate "C" NOT NULL,
	CONSTRAINT "figure_note_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "dashboard_subscription_place" ON "dashboard_subscription" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "dashboard_subscription_date" ON "dashboard_subscription" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "dashboard_subscription_person" ON "dashboard_subscription" USING btree ("person");--> statement-breakpoint
CREATE INDEX "dashboard_place" ON "dashboard" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "dashboard_date" ON "dashboard" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "dashboard_person" ON "dashboard" USING btree ("person");--> statement-breakpoint
CREATE INDEX "figure_note_place" ON "figure_note" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_note_date" ON "figure_note" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "figure_note_person" ON "figure_note" USING btree ("person");