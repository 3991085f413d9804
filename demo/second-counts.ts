/*
 * Statements of the second count (see independent-count.test.ts) for mental disorder, tuberculosis, COPD, causes of death, screening, vaccination, birth defects and deliveries. As far
 * as rows allow they begin from what was written down (days, moments, codes, doses), and not from the columns that the lines of business derive of it.
 * $1 is the last day of the period, $2 the first one of a count of events.
 */

const residents = `select person, left(division, 9) as township from residence_episode
  where kind = 'usual' and starts_on <= $1 and (ends_on is null or ends_on > $1)`

/** Rows of a table that happened in the period, by the township of their division or institution. */
const events = (table: string, condition = 'true', place = 't.division', day = 't.happened_on', n = 'count(*)') =>
  `select left(${place}, 9) as township, ${n} as n from ${table} t where t.voided_at is null and ${day} between $2 and $1 and ${condition} group by 1`
/** The township of a health centre's code; other institutions belong to the county alone. */
const centre = `case when left(t.institution, 1) = 'C' then substr(t.institution, 2) end`

const mental = (
  condition: string,
) => `select r.township, count(*) as n from mental_patient p join (${residents}) r on r.person = p.person
  where p.voided_at is null and p.happened_on <= $1 and (p.ended_on is null or p.ended_on > $1) and ${condition} group by 1`
/** The patient's last visit of the year before the day. */
const lastVisit = (
  condition: string,
) => `exists (select 1 from (select * from mental_visit v where v.patient = p.id and v.voided_at is null
  and v.happened_on <= $1 order by v.happened_on desc limit 1) l where (l.happened_on + interval '1 year')::date > $1 and ${condition})`

const managed = `select p.*, r.township from copd_patient p join (${residents}) r on r.person = p.person
  where p.voided_at is null and p.happened_on <= $1 and (p.ended_on is null or p.ended_on > $1)`

/** Minutes between two moments written as text. */
const minutes = (from: string, to: string) => `extract(epoch from (${to}::timestamp - ${from}::timestamp)) / 60`
const category = (...ranges: readonly string[]) =>
  `(${ranges.map((range) => `left(t.underlying, 3) between '${range.slice(0, 3)}' and '${range.slice(-3)}'`).join(' or ')})`
const vague = [
  ...['R00-R99', 'A40-A41', 'E86-E87', 'I46-I46', 'I49-I51', 'I26-I26', 'J80-J81', 'J96-J96', 'K72-K72', 'N17-N17'],
  ...['N19-N19', 'D65-D65', 'G93-G93', 'C26-C26', 'C39-C39', 'C76-C80', 'C97-C97', 'D37-D48', 'Y10-Y34'],
  ...['X59-X59', 'V99-V99', 'Y87-Y87'],
]

const firstTest = (programmes: string, condition = 'true') =>
  events('screening_course', `t.programme in (${programmes}) and ${condition}`)
const suspicious = `t.first_result in ('blood-suspicious', 'blood-unfit', 'hearing-refer')`
const born = `t.weeks >= 28 and t.place in ('hospital', 'township')`

/** What plain SQL counts of each indicator: the numerator, or the value of a quantity. */
export const secondCounts: Readonly<Record<string, string>> = {
  'severe-mental-disorder.registered': mental('true'),
  'severe-mental-disorder.managed': mental('p.managed_from <= $1'),
  'severe-mental-disorder.meeting-rate':
    mental(`exists (select 1 from mental_visit v where v.patient = p.id and v.voided_at is null
    and v.mode <> 'phone' and v.happened_on <= $1 and (v.happened_on + interval '1 year')::date > $1)`),
  'severe-mental-disorder.medication-rate': mental(lastVisit(`l.compliance in ('regular', 'irregular')`)),
  'severe-mental-disorder.high-risk': mental(lastVisit('l.risk >= 3')),
  'severe-mental-disorder.amount': events('mental_subsidy', 'true', 't.division', 't.happened_on', 'sum(t.amount)'),
  'tuberculosis.notified': events('tuberculosis_patient'),
  'tuberculosis.first-visit-rate': events(
    'tuberculosis_patient',
    `${minutes('t.notified_at', 't.first_visit_at')} <= 72 * 60`,
  ),
  'tuberculosis.regular-rate': events(
    'tuberculosis_patient',
    `t.outcome in ('cured', 'completed', 'failed') and t.doses_taken * 10 >= t.doses_due * 9`,
    ...(['t.division', 't.closed_on'] as const),
  ),
  'tuberculosis.success-rate': events(
    'tuberculosis_patient',
    `t.outcome in ('cured', 'completed')`,
    ...(['t.division', `(t.happened_on + interval '1 year')::date`] as const),
  ),
  'copd.managed': `select township, count(*) as n from (${managed}) m group by 1`,
  'copd.control-rate': `select m.township, count(*) as n from (${managed}) m
    join lateral (select * from copd_visit v where v.patient = m.id and v.voided_at is null and v.happened_on <= $1
      order by v.happened_on desc limit 1) l on true
    where (l.happened_on + interval '1 year')::date > $1 and (m.lost_on is null or m.lost_on > $1) and l.exacerbation = 'none' group by 1`,
  'cause-of-death.timely-rate': events('death_certificate', 't.reported_on <= t.happened_on + 7'),
  'cause-of-death.vague-rate': events('death_certificate', category(...vague)),
  'cause-of-death.mortality-malignant-neoplasm': events('death_certificate', category('C00-C97')),
  'cause-of-death.mortality-injury': events('death_certificate', category('V01-Y89')),
  'cause-of-death.certified-rate': events('death_certificate'),
  'screening.metabolic-rate': events(
    'resident_birth',
    `exists (select 1 from screening_course c where c.person = t.person and c.programme = 'metabolic' and c.voided_at is null)`,
  ),
  'screening.newborn-recall-rate': firstTest(
    `'metabolic', 'hearing'`,
    `${suspicious} and exists (select 1 from screening_entry e where e.course = t.id and e.voided_at is null and e.result is not null)`,
  ),
  'screening.cervical-early-rate': firstTest(
    `'cervical'`,
    `t.last_result in ('cin-high', 'cervix-in-situ', 'cervix-microinvasive')`,
  ),
  'screening.cervical-coverage': `select left(t.division, 9) as township, count(distinct t.person) as n from screening_course t
    where t.voided_at is null and t.programme = 'cervical' and t.happened_on <= $1 and (t.happened_on + interval '5 years')::date > $1 group by 1`,
  'immunization.attendance': events(
    'immunization_appointment',
    `t.state = 'arrived'`,
    ...([centre, 't.held_on'] as const),
  ),
  'immunization.observation-rate': events(
    'immunization_visit',
    `t.state = 'left' and ${minutes('t.observed_from', 't.left_at')} >= 30`,
    centre,
  ),
  'immunization.cold-alarm-timeliness': events(
    'immunization_cold_alarm',
    `${minutes('t.raised_at', 't.acknowledged_at')} <= 30`,
    centre,
  ),
  'birth-defects.rate': events('birth_defect_card', `${born} and t.diagnosed_on <= t.happened_on + 7`),
  'birth-defects.bottles': events('birth_defect_folic_acid', 'true', 't.division', 't.happened_on', 'sum(t.bottles)'),
  'birth-defects.screening-rate': `select left(t.division, 9) as township, count(distinct t.person) as n from birth_defect_prenatal_screening t
    where t.voided_at is null and t.result is not null and t.tested_on between $2 and $1 group by 1`,
  'delivery-subsidy.amount': events('delivery_subsidy', `t.state = 'paid'`, 't.division', 't.paid_on', 'sum(t.amount)'),
  'delivery-subsidy.coverage': events(
    'maternal_delivery',
    `exists (select 1 from delivery_subsidy s where s.delivery = t.id and s.voided_at is null and s.paid_on is not null)`,
  ),
  'obstetric-units.units': `select ${centre} as township, count(*) as n from obstetric_permit t where t.voided_at is null
    and t.items ? 'midwifery' and t.happened_on <= $1 and least(t.ended_on - 1, t.valid_until) >= $1 group by 1`,
  // The last report of each village up to the day, by its own year and not by when the next one came.
  'healthy-places.toilet-coverage': `select left(division, 9) as township, sum(sanitary_toilets) as n from (
      select distinct on (division) division, sanitary_toilets from healthy_places_sanitation
      where voided_at is null and happened_on <= $1 order by division, year desc) t group by 1`,
  'healthy-places.rodent-rate': events(
    'healthy_places_survey',
    `t.vector = 'rodent'`,
    ...(['t.division', 't.happened_on', 'sum(t.positive_rooms)'] as const),
  ),
  'healthy-places.provincial-villages': `select left(t.division, 9) as township, count(*) as n from healthy_places_application t
    where t.voided_at is null and t.kind = 'sanitary-village' and t.level = 'provincial' and t.number is not null and t.named_on <= $1
      and t.state in ('named', 'suspended') group by 1`,
  'healthy-places.in-time-rate': events(
    'healthy_places_problem',
    `t.state <> 'found' and t.corrected_on - t.mend_by <= 0`,
    ...(['t.division', 't.mend_by'] as const),
  ),
  'healthy-places.refuse': events(
    'healthy_places_drive',
    'true',
    ...(['t.division', 't.happened_on', 'sum(t.refuse)'] as const),
  ),
  'section-work.overdue': `select left(t.division, 9) as township, count(*) as n from section_work_matter t
    where t.voided_at is null and t.state <> 'withdrawn' and t.due_on < $1 and (t.finished_on is null or t.finished_on > $1) group by 1`,
}

/** Lines whose events are so few in a small county that a year can be without one. */
export const rare = [
  'tuberculosis.',
  'birth-defects.',
  'immunization.cold',
  'screening.cervical-early',
  'severe-mental-disorder.high-risk',
  'severe-mental-disorder.amount',
  'section-work.overdue',
]
