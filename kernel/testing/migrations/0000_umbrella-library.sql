CREATE TABLE "umbrella_loan" (
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
	"umbrella" text NOT NULL,
	"due_on" date NOT NULL,
	"returned_on" date,
	"deposit" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "umbrella_loan_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "umbrella_loan_place" ON "umbrella_loan" USING btree ("county","division","happened_on");--> statement-breakpoint
CREATE INDEX "umbrella_loan_person" ON "umbrella_loan" USING btree ("county","person");