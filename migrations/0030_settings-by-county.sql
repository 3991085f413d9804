ALTER TABLE "setting" ADD COLUMN "county" text collate "C";--> statement-breakpoint
UPDATE "setting" SET "county" = (SELECT "value" #>> '{}' FROM "setting" "known" WHERE "known"."key" = 'county');--> statement-breakpoint
DELETE FROM "setting" WHERE "county" IS NULL;--> statement-breakpoint
ALTER TABLE "setting" ALTER COLUMN "county" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "setting" DROP CONSTRAINT "setting_pkey";--> statement-breakpoint
ALTER TABLE "setting" ADD CONSTRAINT "setting_county_key_pk" PRIMARY KEY("county","key");
