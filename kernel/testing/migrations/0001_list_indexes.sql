DROP INDEX "umbrella_loan_place";--> statement-breakpoint
CREATE INDEX "umbrella_loan_date" ON "umbrella_loan" USING btree ("county","happened_on","id");--> statement-breakpoint
CREATE INDEX "umbrella_loan_place" ON "umbrella_loan" USING btree ("county","division","happened_on","id");