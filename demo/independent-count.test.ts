import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { domains } from '@kangheng/domains/index.ts'
import { familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { demoCounty, loadDemo } from './index.ts'
import { rare, secondCounts } from './second-counts.ts'

/*
 * A second count of the same rows, written from the text of the norm and not from the house's measures: one statement for the end of a
 * period, by township. Nothing is shared with the engine but the tables.
 */
const house = buildHouse(domains, roles)
const vault = openVault(new Uint8Array(32).fill(42))
const county = demoCounty.code
let database: Database

before(async () => {
  setVault(vault)
  database = await openTestDatabase(house, [familyDoctorPolicies])
  await loadPlaces(database, county)
  await loadDemo({ database, house, county, vault }, { scale: 0.02, seed: 3, onProgress: () => {} })
  // Only what is counted a second time: the rest would take longer than all of these.
  const indicators = [...house.indicators.values()].filter(({ id }) => id in counts)
  await buildFigures(database, { county, indicators, horizon: horizonOf('2024-12', demoCounty.today) })
})
after(() => database.close())

/** Whoever lived in the township on the day. */
const residents = `select person, birth, left(division, 9) as township from residence_episode
  where kind = 'usual' and starts_on <= $1 and (ends_on is null or ends_on > $1)`

const managed = (
  disease: string,
) => `select p.*, r.township from ${disease}_patient p join (${residents}) r on r.person = p.person
  where p.voided_at is null and p.happened_on <= $1 and (p.ended_on is null or p.ended_on > $1)`

/** Patients whose last visit of the year before the day satisfies the condition; nobody who was lost by then. */
const controlled = (
  disease: string,
  condition: string,
) => `select m.township, count(*) as n from (${managed(disease)}) m
  join lateral (select * from ${disease}_visit v where v.patient = m.id and v.voided_at is null and v.happened_on <= $1
    order by v.happened_on desc limit 1) l on true
  where (l.happened_on + interval '1 year')::date > $1 and (m.lost_on is null or m.lost_on > $1) and ${condition} group by 1`

/** Managed to the norm in the calendar year of a 31 December. */
const standard = (disease: string, tests: string) => `select m.township, count(*) as n from (${managed(disease)}) m
  where (m.lost_on is null or m.lost_on > $1)
    and not exists (select 1 from generate_series(1, 4) q where q >= case when extract(year from m.happened_on) = extract(year from $1::date)
        then extract(quarter from m.happened_on) else 1 end
      and not exists (select 1 from ${disease}_visit v where v.patient = m.id and v.voided_at is null and v.mode <> 'phone'
        and date_trunc('year', v.happened_on) = date_trunc('year', $1::date) and extract(quarter from v.happened_on) = q))
    and not exists (select 1 from ${disease}_visit v where v.patient = m.id and v.voided_at is null and v.step <> 'routine' and v.due_on < $1
      and date_trunc('year', v.happened_on) = date_trunc('year', $1::date)
      and not exists (select 1 from ${disease}_visit n where n.patient = m.id and n.voided_at is null and n.happened_on > v.happened_on and n.happened_on <= v.due_on))
    and exists (select 1 from health_examination x where x.person = m.person and x.voided_at is null
      and x.happened_on between date_trunc('year', $1::date)::date and $1)
    ${tests} group by 1`

const pressure = `case when date_part('year', age(l.happened_on, (select birth from person where id = m.person))) >= 65
  then l.systolic < 150 and l.diastolic < 90 else l.systolic < 140 and l.diastolic < 90 end`
const enoughTests = `and (select count(v.fasting_glucose) from diabetes_visit v where v.patient = m.id and v.voided_at is null
  and date_trunc('year', v.happened_on) = date_trunc('year', $1::date)) >= 5 - case when extract(year from m.happened_on) = extract(year from $1::date)
  then extract(quarter from m.happened_on) else 1 end`
const completeForm = `x.exercise is not null and x.smoking is not null and x.drinking is not null and x.systolic_left is not null
  and x.diastolic_left is not null and x.height is not null and x.weight is not null and x.haemoglobin is not null and x.white_cells is not null
  and x.platelets is not null and x.urine_protein is not null and x.alanine_transaminase is not null and x.bilirubin is not null
  and x.creatinine is not null and x.urea is not null and x.fasting_glucose is not null and x.cholesterol is not null
  and x.triglycerides is not null and x.ecg is not null and x.ultrasound is not null and jsonb_array_length(x.guidance) > 0`
const older = (condition: string) => `select r.township, count(*) as n from (${residents}) r
  where r.birth <= ($1::date - interval '65 years')::date and exists (select 1 from health_examination x
    join health_record h on h.id = x.health_record and (h.closed_on is null or h.closed_on > $1)
    where x.person = r.person and x.voided_at is null and x.happened_on between date_trunc('year', $1::date)::date and $1 and ${condition}) group by 1`
const assessed = `(x.self_care_score is not null or exists (select 1 from older_assessment a where a.person = x.person and a.voided_at is null
  and a.happened_on between date_trunc('year', $1::date)::date and $1))`

/** Children born in the year up to the day whose first weeks a home visit fell into. */
const newborns = (condition: string) => `select left(b.division, 9) as township, count(*) as n from resident_birth b
  where b.voided_at is null and date_trunc('year', b.happened_on) = date_trunc('year', $1::date) and b.happened_on between $2 and $1 and exists (
    select 1 from child_health_newborn_visit v join child_health_child c on c.id = v.child where v.person = b.person and v.voided_at is null
      and v.happened_on <= b.happened_on + 28 and ${condition}) group by 1`
const underAge = (years: number) => `r.birth > ($1::date - interval '${years} years')::date`
/** Children whose last measurement within a year satisfies the condition. */
const growing = (condition: string) => `select r.township, count(*) as n from (${residents}) r
  join lateral (select * from child_health_check_up u where u.person = r.person and u.voided_at is null and u.happened_on <= $1
    order by u.happened_on desc limit 1) l on true
  where ${underAge(5)} and (l.happened_on + interval '1 year')::date > $1 and ${condition} group by 1`
/** The check-ups of the first three years: the age at which each becomes one, and the one after which it was missed. */
const threeYears = `(values (1, 0.85, 2), (3, 2, 5), (6, 5, 7.5), (8, 7.5, 11), (12, 11, 16), (18, 16, 22), (24, 22, 28), (30, 28, 34), (36, 34, 42)) a (age, since, missed)`
const months = (
  from: string,
  to: string,
) => `(extract(year from age(${to}, ${from})) * 12 + extract(month from age(${to}, ${from}))
  + (${to} - (${from} + make_interval(months => (extract(year from age(${to}, ${from})) * 12 + extract(month from age(${to}, ${from})))::int))::date)
    / ((${from} + make_interval(months => (extract(year from age(${to}, ${from})) * 12 + extract(month from age(${to}, ${from})))::int + 1))::date
      - (${from} + make_interval(months => (extract(year from age(${to}, ${from})) * 12 + extract(month from age(${to}, ${from})))::int))::date)::numeric)`
const systematic = `select r.township, count(*) as n from (select person, birth, starts_on, left(division, 9) as township from residence_episode
    where kind = 'usual' and starts_on <= $1 and (ends_on is null or ends_on > $1)) r
  where ${underAge(3)} and exists (select 1 from child_health_child c where c.person = r.person and c.voided_at is null)
    and exists (select 1 from (select person, happened_on from child_health_check_up where voided_at is null
        union all select person, happened_on from child_health_newborn_visit where voided_at is null) s
      where s.person = r.person and s.happened_on between date_trunc('year', $1::date)::date and $1)
    and not exists (select 1 from ${threeYears} where r.birth + (a.missed * 30.4375)::int between greatest(date_trunc('year', $1::date)::date, r.starts_on) and $1
      and not exists (select 1 from child_health_check_up u where u.person = r.person and u.voided_at is null
        and ${months('r.birth', 'u.happened_on')} >= a.since and ${months('r.birth', 'u.happened_on')} < a.missed)) group by 1`

/** Deliveries of the period, each with its pregnancy, that satisfy the condition. */
const mothers = (condition: string) => `select left(d.division, 9) as township, count(*) as n from maternal_delivery d
  join maternal_pregnancy p on p.id = d.pregnancy where d.voided_at is null and d.happened_on between $2 and $1 and ${condition} group by 1`
const antenatal = (more: string) =>
  `(select count(distinct v.happened_on) from maternal_antenatal_visit v where v.pregnancy = p.id and v.voided_at is null ${more})`
const early = `p.happened_on < p.last_period_on + 91 and ${antenatal('and v.happened_on < p.last_period_on + 91')} > 0`
const visitedBy = (
  last: string,
) => `exists (select 1 from maternal_postpartum_visit v where v.pregnancy = p.id and v.voided_at is null
  and v.kind = 'home' and v.happened_on <= ${last})`
const severe = `array['age-40','bmi-28','scar-severe','heart-moderate','diabetes-drugs','chronic-hypertension','placenta-praevia','anaemia-severe','platelets-30',
  'triplets','kidney-active','mental','cholestasis','heart-severe','breathing-failure','liver-failure','kidney-failure','diabetes-complications','anaemia-extreme',
  'lupus-active','mental-acute','tumour','eclampsia','hepatitis','syphilis','hiv','tuberculosis','severe-infection']`
const deaths = (
  condition: string,
) => `select left(x.division, 9) as township, count(*) as n from resident_death x join person p on p.id = x.person
  where x.voided_at is null and x.happened_on between $2 and $1 and ${condition} group by 1`

const counts: Readonly<Record<string, string>> = {
  ...secondCounts,
  'maternal-health.early-booking-rate': mothers(early),
  'maternal-health.systematic-rate': mothers(
    `${early} and ${antenatal('')} >= 5 and d.place in ('hospital', 'township') and ${visitedBy('d.happened_on + 28')}`,
  ),
  'maternal-health.postpartum-visit-rate': mothers(visitedBy('coalesce(d.discharged_on, d.happened_on + 3) + 7')),
  'maternal-health.caesarean-rate': mothers(`d.mode = 'caesarean'`),
  'maternal-health.high-risk-share': mothers(
    `exists (select 1 from maternal_antenatal_visit v where v.pregnancy = p.id and v.voided_at is null and v.risk_factors ?| ${severe})`,
  ),
  'maternal-health.under-five-mortality': deaths(`x.happened_on < (p.birth + interval '5 years')::date`),
  'child-health.newborn-visit-rate': newborns(
    `v.happened_on <= coalesce(c.discharged_on, b.happened_on + 3) + case when c.high_risk then 3 else 7 end`,
  ),
  'child-health.newborn-visit-rate-28-days': newborns('true'),
  'child-health.management-rate': `select r.township, count(*) as n from (${residents}) r where ${underAge(7)} and exists (
      select 1 from (select person, happened_on from child_health_check_up where voided_at is null
        union all select person, happened_on from child_health_newborn_visit where voided_at is null) s
      where s.person = r.person and s.happened_on between date_trunc('year', $1::date)::date and $1) group by 1`,
  'child-health.systematic-rate': systematic,
  'child-health.underweight-rate': growing('l.weight_score < -2'),
  'child-health.stunting-rate': growing('l.height_score < -2'),
  'child-health.anaemia-rate': `select left(u.division, 9) as township, count(distinct u.person) as n from child_health_check_up u
    where u.voided_at is null and u.age_months < 60 and u.haemoglobin < 110 and u.happened_on between $2 and $1 group by 1`,
  'hypertension.managed': `select township, count(*) as n from (${managed('hypertension')}) m group by 1`,
  'diabetes.managed': `select township, count(*) as n from (${managed('diabetes')}) m group by 1`,
  'hypertension.expected': `select township, round(count(*) * 0.275) as n from (${residents}) r
    where r.birth <= ($1::date - interval '18 years')::date group by 1`,
  'hypertension.control-rate': controlled('hypertension', pressure),
  'hypertension.strict-control-rate': controlled('hypertension', 'l.systolic < 140 and l.diastolic < 90'),
  'diabetes.control-rate': controlled('diabetes', 'l.fasting_glucose < 7.0'),
  'hypertension.standard-rate': standard('hypertension', ''),
  'diabetes.standard-rate': standard('diabetes', enoughTests),
  'older-people.management-rate': older(`${completeForm} and ${assessed}`),
}

/** Counts of events take the first day of the period as well. */
const parameters = (statement: string, period: string, day: string) =>
  statement.includes('$2') ? [day, period.length === 4 ? `${period}-01-01` : `${period}-01`] : [day]

for (const [indicator, statement] of Object.entries(counts))
  for (const [period, day] of [
    ['2024-12', '2024-12-31'],
    ['2025', '2025-12-31'],
  ] as const)
    test(`${indicator} of ${period} is what plain SQL counts, township by township`, async () => {
      // Figures of how things stand are those of the year's last month; those of events have one of the year.
      const stored = statement.includes('$2') || period.length > 4 ? period : `${period}-12`
      const figures = await database.query<{ place: string; numerator: string; value: string }>(
        `select place, numerator, value from figure where indicator = $1 and period = $2 and length(place) = 9 order by place`,
        [indicator, stored],
      )
      const wanted = new Map(
        (await database.query<{ township: string; n: string }>(statement, parameters(statement, period, day))).map(
          (row) => [row.township, Number(row.n)],
        ),
      )
      assert.equal(figures.length, 16)
      // So small a county has months without a birth, and years without the death of a child.
      const all = [...wanted.values()].reduce((sum, each) => sum + each, 0)
      const events = statement.includes('$2') && period.length > 4
      const few = indicator.endsWith('mortality') || rare.some((part) => indicator.startsWith(part))
      assert.ok(all > 0 || events || few)
      for (const { place, numerator, value } of figures)
        assert.equal(
          Number(indicator.endsWith('expected') ? value : numerator),
          wanted.get(place) ?? 0,
          `${indicator} ${place} ${period}`,
        )
    })
