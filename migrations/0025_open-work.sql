CREATE TABLE "open_work" (
	"county" text collate "C" NOT NULL,
	"task" text NOT NULL,
	"id" uuid NOT NULL,
	"record" text NOT NULL,
	"record_id" uuid,
	"person" uuid,
	"division" text collate "C" NOT NULL,
	"institution" text collate "C",
	"due_on" date NOT NULL,
	CONSTRAINT "open_work_county_task_id_pk" PRIMARY KEY("county","task","id")
);
--> statement-breakpoint
CREATE TABLE "stored_task" (
	"county" text collate "C" NOT NULL,
	"task" text NOT NULL,
	"statement" text NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_task_county_task_pk" PRIMARY KEY("county","task")
);
--> statement-breakpoint
CREATE INDEX "open_work_place" ON "open_work" USING btree ("division","due_on");--> statement-breakpoint
CREATE INDEX "open_work_person" ON "open_work" USING btree ("person");