DROP INDEX "umbrella_loan_place";--> statement-breakpoint
DROP INDEX "umbrella_loan_date";--> statement-breakpoint
DROP INDEX "umbrella_loan_person";--> statement-breakpoint
CREATE INDEX "umbrella_loan_place" ON "umbrella_loan" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "umbrella_loan_date" ON "umbrella_loan" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "umbrella_loan_person" ON "umbrella_loan" USING btree ("person");