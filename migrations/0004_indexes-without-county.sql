DROP INDEX "person_identifier_person";--> statement-breakpoint
DROP INDEX "person_document";--> statement-breakpoint
DROP INDEX "person_division_name";--> statement-breakpoint
DROP INDEX "person_division_pinyin";--> statement-breakpoint
DROP INDEX "person_name";--> statement-breakpoint
DROP INDEX "person_pinyin";--> statement-breakpoint
DROP INDEX "person_household";--> statement-breakpoint
DROP INDEX "person_birth_name";--> statement-breakpoint
DROP INDEX "residence_person";--> statement-breakpoint
DROP INDEX "residence_division";--> statement-breakpoint
DROP INDEX "resident_arrival_place";--> statement-breakpoint
DROP INDEX "resident_arrival_date";--> statement-breakpoint
DROP INDEX "resident_arrival_person";--> statement-breakpoint
DROP INDEX "resident_birth_place";--> statement-breakpoint
DROP INDEX "resident_birth_date";--> statement-breakpoint
DROP INDEX "resident_birth_person";--> statement-breakpoint
DROP INDEX "resident_correction_place";--> statement-breakpoint
DROP INDEX "resident_correction_date";--> statement-breakpoint
DROP INDEX "resident_correction_person";--> statement-breakpoint
DROP INDEX "resident_death_place";--> statement-breakpoint
DROP INDEX "resident_death_date";--> statement-breakpoint
DROP INDEX "resident_death_person";--> statement-breakpoint
DROP INDEX "resident_departure_place";--> statement-breakpoint
DROP INDEX "resident_departure_date";--> statement-breakpoint
DROP INDEX "resident_departure_person";--> statement-breakpoint
DROP INDEX "resident_duplicate_place";--> statement-breakpoint
DROP INDEX "resident_duplicate_date";--> statement-breakpoint
DROP INDEX "resident_duplicate_person";--> statement-breakpoint
DROP INDEX "resident_household_change_place";--> statement-breakpoint
DROP INDEX "resident_household_change_date";--> statement-breakpoint
DROP INDEX "resident_household_change_person";--> statement-breakpoint
DROP INDEX "resident_move_place";--> statement-breakpoint
DROP INDEX "resident_move_date";--> statement-breakpoint
DROP INDEX "resident_move_person";--> statement-breakpoint
DROP INDEX "resident_registration_place";--> statement-breakpoint
DROP INDEX "resident_registration_date";--> statement-breakpoint
DROP INDEX "resident_registration_person";--> statement-breakpoint
DROP INDEX "family_doctor_contract_place";--> statement-breakpoint
DROP INDEX "family_doctor_contract_date";--> statement-breakpoint
DROP INDEX "family_doctor_contract_person";--> statement-breakpoint
DROP INDEX "family_doctor_contract_doctor";--> statement-breakpoint
DROP INDEX "family_doctor_contract_renews";--> statement-breakpoint
DROP INDEX "family_doctor_delivery_place";--> statement-breakpoint
DROP INDEX "family_doctor_delivery_date";--> statement-breakpoint
DROP INDEX "family_doctor_delivery_person";--> statement-breakpoint
DROP INDEX "family_doctor_delivery_contract";--> statement-breakpoint
DROP INDEX "key_population_membership_place";--> statement-breakpoint
DROP INDEX "key_population_membership_date";--> statement-breakpoint
DROP INDEX "key_population_membership_person";--> statement-breakpoint
DROP INDEX "family_doctor_member_place";--> statement-breakpoint
DROP INDEX "family_doctor_member_date";--> statement-breakpoint
DROP INDEX "family_doctor_member_person";--> statement-breakpoint
DROP INDEX "family_doctor_package_place";--> statement-breakpoint
DROP INDEX "family_doctor_package_date";--> statement-breakpoint
DROP INDEX "family_doctor_package_person";--> statement-breakpoint
DROP INDEX "family_doctor_service_place";--> statement-breakpoint
DROP INDEX "family_doctor_service_date";--> statement-breakpoint
DROP INDEX "family_doctor_service_person";--> statement-breakpoint
DROP INDEX "family_doctor_team_place";--> statement-breakpoint
DROP INDEX "family_doctor_team_date";--> statement-breakpoint
DROP INDEX "family_doctor_team_person";--> statement-breakpoint
DROP INDEX "health_basic_form_place";--> statement-breakpoint
DROP INDEX "health_basic_form_date";--> statement-breakpoint
DROP INDEX "health_basic_form_person";--> statement-breakpoint
DROP INDEX "health_examination_place";--> statement-breakpoint
DROP INDEX "health_examination_date";--> statement-breakpoint
DROP INDEX "health_examination_person";--> statement-breakpoint
DROP INDEX "health_card_place";--> statement-breakpoint
DROP INDEX "health_card_date";--> statement-breakpoint
DROP INDEX "health_card_person";--> statement-breakpoint
DROP INDEX "health_record_number";--> statement-breakpoint
DROP INDEX "health_record_place";--> statement-breakpoint
DROP INDEX "health_record_date";--> statement-breakpoint
DROP INDEX "health_record_person";--> statement-breakpoint
DROP INDEX "health_record_use_place";--> statement-breakpoint
DROP INDEX "health_record_use_date";--> statement-breakpoint
DROP INDEX "health_record_use_person";--> statement-breakpoint
DROP INDEX "poverty_entry_place";--> statement-breakpoint
DROP INDEX "poverty_entry_date";--> statement-breakpoint
DROP INDEX "poverty_entry_person";--> statement-breakpoint
DROP INDEX "poverty_household_place";--> statement-breakpoint
DROP INDEX "poverty_household_date";--> statement-breakpoint
DROP INDEX "poverty_household_person";--> statement-breakpoint
DROP INDEX "poverty_illness_place";--> statement-breakpoint
DROP INDEX "poverty_illness_date";--> statement-breakpoint
DROP INDEX "poverty_illness_person";--> statement-breakpoint
DROP INDEX "poverty_link_place";--> statement-breakpoint
DROP INDEX "poverty_link_date";--> statement-breakpoint
DROP INDEX "poverty_link_person";--> statement-breakpoint
DROP INDEX "poverty_treatment_place";--> statement-breakpoint
DROP INDEX "poverty_treatment_date";--> statement-breakpoint
DROP INDEX "poverty_treatment_person";--> statement-breakpoint
DROP INDEX "poverty_visit_place";--> statement-breakpoint
DROP INDEX "poverty_visit_date";--> statement-breakpoint
DROP INDEX "poverty_visit_person";--> statement-breakpoint
CREATE INDEX "person_identifier_person" ON "person_identifier" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "person_document" ON "person" USING btree ("document_key","county");--> statement-breakpoint
CREATE INDEX "person_division_name" ON "person" USING btree ("division","name","id");--> statement-breakpoint
CREATE INDEX "person_division_pinyin" ON "person" USING btree ("division","pinyin","id");--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "person_pinyin" ON "person" USING btree ("pinyin","id");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("household");--> statement-breakpoint
CREATE INDEX "person_birth_name" ON "person" USING btree ("birth","name");--> statement-breakpoint
CREATE INDEX "residence_person" ON "residence_episode" USING btree ("person");--> statement-breakpoint
CREATE INDEX "residence_division" ON "residence_episode" USING btree ("division","starts_on");--> statement-breakpoint
CREATE INDEX "resident_arrival_place" ON "resident_arrival" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_arrival_date" ON "resident_arrival" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_arrival_person" ON "resident_arrival" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_birth_place" ON "resident_birth" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_birth_date" ON "resident_birth" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_birth_person" ON "resident_birth" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_correction_place" ON "resident_correction" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_correction_date" ON "resident_correction" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_correction_person" ON "resident_correction" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_death_place" ON "resident_death" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_death_date" ON "resident_death" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_death_person" ON "resident_death" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_departure_place" ON "resident_departure" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_departure_date" ON "resident_departure" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_departure_person" ON "resident_departure" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_duplicate_place" ON "resident_duplicate" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_duplicate_date" ON "resident_duplicate" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_duplicate_person" ON "resident_duplicate" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_household_change_place" ON "resident_household_change" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_household_change_date" ON "resident_household_change" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_household_change_person" ON "resident_household_change" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_move_place" ON "resident_move" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_move_date" ON "resident_move" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_move_person" ON "resident_move" USING btree ("person");--> statement-breakpoint
CREATE INDEX "resident_registration_place" ON "resident_registration" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_registration_date" ON "resident_registration" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "resident_registration_person" ON "resident_registration" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_place" ON "family_doctor_contract" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_date" ON "family_doctor_contract" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_person" ON "family_doctor_contract" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_doctor" ON "family_doctor_contract" USING btree ("doctor","ends_on");--> statement-breakpoint
CREATE INDEX "family_doctor_contract_renews" ON "family_doctor_contract" USING btree ("renews");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_place" ON "family_doctor_delivery" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_date" ON "family_doctor_delivery" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_person" ON "family_doctor_delivery" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_delivery_contract" ON "family_doctor_delivery" USING btree ("contract");--> statement-breakpoint
CREATE INDEX "key_population_membership_place" ON "key_population_membership" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "key_population_membership_date" ON "key_population_membership" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "key_population_membership_person" ON "key_population_membership" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_member_place" ON "family_doctor_member" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_member_date" ON "family_doctor_member" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_member_person" ON "family_doctor_member" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_package_place" ON "family_doctor_package" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_package_date" ON "family_doctor_package" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_package_person" ON "family_doctor_package" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_service_place" ON "family_doctor_service" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_service_date" ON "family_doctor_service" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_service_person" ON "family_doctor_service" USING btree ("person");--> statement-breakpoint
CREATE INDEX "family_doctor_team_place" ON "family_doctor_team" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_team_date" ON "family_doctor_team" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "family_doctor_team_person" ON "family_doctor_team" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_basic_form_place" ON "health_basic_form" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_basic_form_date" ON "health_basic_form" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_basic_form_person" ON "health_basic_form" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_examination_place" ON "health_examination" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_examination_date" ON "health_examination" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_examination_person" ON "health_examination" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_card_place" ON "health_card" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_card_date" ON "health_card" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_card_person" ON "health_card" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "health_record_number" ON "health_record" USING btree ("number","county");--> statement-breakpoint
CREATE INDEX "health_record_place" ON "health_record" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_date" ON "health_record" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_person" ON "health_record" USING btree ("person");--> statement-breakpoint
CREATE INDEX "health_record_use_place" ON "health_record_use" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_use_date" ON "health_record_use" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "health_record_use_person" ON "health_record_use" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_entry_place" ON "poverty_entry" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_entry_date" ON "poverty_entry" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_entry_person" ON "poverty_entry" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_household_place" ON "poverty_household" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_household_date" ON "poverty_household" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_household_person" ON "poverty_household" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_illness_place" ON "poverty_illness" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_illness_date" ON "poverty_illness" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_illness_person" ON "poverty_illness" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_link_place" ON "poverty_link" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_link_date" ON "poverty_link" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_link_person" ON "poverty_link" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_treatment_place" ON "poverty_treatment" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_treatment_date" ON "poverty_treatment" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_treatment_person" ON "poverty_treatment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "poverty_visit_place" ON "poverty_visit" USING btree ("division","happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_visit_date" ON "poverty_visit" USING btree ("happened_on","id");--> statement-breakpoint
CREATE INDEX "poverty_visit_person" ON "poverty_visit" USING btree ("person");