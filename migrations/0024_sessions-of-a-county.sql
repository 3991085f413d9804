ALTER TABLE "session" DROP CONSTRAINT "session_pkey";--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_county_token_hash_pk" PRIMARY KEY("county","token_hash");
