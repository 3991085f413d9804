ALTER TABLE "extension_field" ADD COLUMN "option_titles" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "extension_field" ADD COLUMN "unit" jsonb;