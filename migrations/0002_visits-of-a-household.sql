-- The next visit of a household is found by its visits.
CREATE INDEX "poverty_visit_household" ON "poverty_visit" USING btree ("county","relief_household","happened_on");
