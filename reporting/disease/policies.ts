import { sexualHealthCard } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { APPLICATION_ROLE, COUNTY_ROLE } from '@kangheng/kernel/access/policies.ts'

const BOTH = `${APPLICATION_ROLE}, ${COUNTY_ROLE}`
const MINE = `(select kangheng.sees('${sexualHealthCard.id}'))`
const IN_COUNTY = `county = (select kangheng.county()) collate "C"`

/**
 * The bulletins of communicable disease hold totals of HIV and sexually transmitted diseases: disease control writes and sees them from the beginning, the
 * bureau reads them when they are issued, and nobody else does.
 */
export const diseaseBulletinPolicies = `
drop policy if exists kangheng_disease on "report";
drop policy if exists kangheng_disease_seen on "report";
drop policy if exists kangheng_disease_new on "report";
drop policy if exists kangheng_disease_changed on "report";
drop policy if exists kangheng_disease on "report_section";
drop policy if exists kangheng_disease_seen on "report_section";
create policy kangheng_disease on "report" for all to ${BOTH}
  using (${IN_COUNTY} and kind = 'disease-bulletin' and ${MINE})
  with check (${IN_COUNTY} and kind = 'disease-bulletin' and ${MINE});
create policy kangheng_disease_seen on "report" as restrictive for select to ${BOTH}
  using (kind <> 'disease-bulletin' or state = 'issued' or ${MINE});
create policy kangheng_disease_new on "report" as restrictive for insert to ${BOTH}
  with check (kind <> 'disease-bulletin' or ${MINE});
create policy kangheng_disease_changed on "report" as restrictive for update to ${BOTH}
  using (kind <> 'disease-bulletin' or ${MINE});
create policy kangheng_disease on "report_section" for all to ${BOTH}
  using (${IN_COUNTY} and ${MINE} and report in (select id from report where kind = 'disease-bulletin'))
  with check (${IN_COUNTY} and ${MINE} and report in (select id from report where kind = 'disease-bulletin'));
create policy kangheng_disease_seen on "report_section" as restrictive for all to ${BOTH}
  using (report in (select id from report))
  with check (report in (select id from report));`
