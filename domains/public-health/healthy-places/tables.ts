import { boolean, date, integer, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

const points = (name: string) => numeric(name, { precision: 5, scale: 1 })

/** Standards: one row for each edition, never changed once issued. `happenedOn` is the day of the first draft. */
export const standards = recordTable('healthy_places_standard', {
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  level: text('level').notNull(),
  year: smallint('year').notNull(),
  source: text('source').notNull(),
  /** Least score of 100 with which a check is passed. */
  passFrom: points('pass_from').notNull(),
  /** Years until what was named is checked again. */
  validYears: smallint('valid_years').notNull(),
  /** Level at which the same must have been named before. */
  requires: text('requires'),
  issuedOn: date('issued_on'),
})

/** Items of standards. */
export const standardItems = recordTable('healthy_places_standard_item', {
  standard: uuid('standard').notNull(),
  code: codeText('code').notNull(),
  part: text('part').notNull(),
  requirement: text('requirement').notNull(),
  points: points('points').notNull(),
  /** Whoever loses points here does not pass, whatever the score. */
  decisive: boolean('decisive').notNull().default(false),
})

/** Applications and what became of them. `happenedOn` is the day of the application; the division is the applicant’s. */
export const applications = recordTable('healthy_places_application', {
  name: text('name').notNull(),
  standard: uuid('standard').notNull(),
  kind: text('kind').notNull(),
  level: text('level').notNull(),
  responsible: text('responsible').notNull(),
  selfCheckedOn: date('self_checked_on'),
  score: points('score'),
  mendBy: date('mend_by'),
  namedOn: date('named_on'),
  number: text('number'),
  recheckDueOn: date('recheck_due_on'),
  /** First day on which it no longer held the name, or was no longer striven for. */
  endedOn: date('ended_on'),
  reason: text('reason'),
})

/** Checks of applicants against their standard. `happenedOn` is the day of the check. */
export const checks = recordTable('healthy_places_check', {
  application: uuid('application').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  score: points('score').notNull(),
  passed: boolean('passed').notNull(),
  decisive: text('decisive'),
  inspectors: text('inspectors').notNull(),
  conclusion: text('conclusion'),
})

/** Points lost at a check, each with its reason. `happenedOn` is the day of the check. */
export const shortfalls = recordTable('healthy_places_shortfall', {
  application: uuid('application').notNull(),
  check: uuid('check').notNull(),
  name: text('name').notNull(),
  code: codeText('code').notNull(),
  requirement: text('requirement').notNull(),
  points: points('points').notNull(),
  why: text('why').notNull(),
  mendBy: date('mend_by'),
  measures: text('measures'),
  mendedOn: date('mended_on'),
})

/** Points of vector monitoring. `happenedOn` is the first day. */
export const vectorPoints = recordTable('healthy_places_vector_point', {
  name: text('name').notNull(),
  rodent: boolean('rodent').notNull(),
  mosquito: boolean('mosquito').notNull(),
  fly: boolean('fly').notNull(),
  cockroach: boolean('cockroach').notNull(),
  closedOn: date('closed_on'),
})

/** Surveys of the density of one vector at a point; what was not looked at is null. `happenedOn` is the day. */
export const surveys = recordTable('healthy_places_survey', {
  point: uuid('point').notNull(),
  name: text('name').notNull(),
  vector: text('vector').notNull(),
  rooms: integer('rooms'),
  positiveRooms: integer('positive_rooms'),
  insects: integer('insects'),
  eggRooms: integer('egg_rooms'),
  traceRooms: integer('trace_rooms'),
  metres: integer('metres'),
  traces: integer('traces'),
  dips: integer('dips'),
  positiveDips: integer('positive_dips'),
  larvae: integer('larvae'),
  catches: integer('catches'),
  landed: integer('landed'),
  sites: integer('sites'),
  positiveSites: integer('positive_sites'),
  facilities: integer('facilities'),
  goodFacilities: integer('good_facilities'),
  exposedFood: boolean('exposed_food'),
  /** Derived. */
  readings: text('readings').notNull(),
  grade: text('grade').notNull(),
  edition: text('edition').notNull(),
})

/** Clean-ups. `happenedOn` is the day. */
export const drives = recordTable('healthy_places_drive', {
  kind: text('kind').notNull(),
  participants: integer('participants').notNull(),
  refuse: numeric('refuse', { precision: 8, scale: 2 }),
  corners: integer('corners'),
  ditches: integer('ditches'),
  breedingSites: integer('breeding_sites'),
  note: text('note'),
})

/** Toilets and water of a village at a year’s end. `happenedOn` is the day of which it tells. */
export const sanitation = recordTable('healthy_places_sanitation', {
  year: smallint('year').notNull(),
  households: integer('households').notNull(),
  sanitaryToilets: integer('sanitary_toilets').notNull(),
  harmlessToilets: integer('harmless_toilets').notNull(),
  pipedWater: integer('piped_water').notNull(),
  publicToilets: integer('public_toilets'),
  /** Day of the village’s next report, from which on that one counts. */
  replacedOn: date('replaced_on'),
  reason: text('reason'),
})

/** Places of the grid. `happenedOn` is the day they were listed. */
export const gridPlaces = recordTable('healthy_places_grid_place', {
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  grid: codeText('grid').notNull(),
  warden: text('warden').notNull(),
  everyDays: smallint('every_days').notNull(),
  nextPatrolOn: date('next_patrol_on').notNull(),
  closedOn: date('closed_on'),
})

/** Patrols of the grid. `happenedOn` is the day. */
export const patrols = recordTable('healthy_places_patrol', {
  place: uuid('place').notNull(),
  name: text('name').notNull(),
  warden: text('warden').notNull(),
  problems: smallint('problems').notNull(),
  note: text('note'),
})

/** Problems found on patrols. `happenedOn` is the day they were found. */
export const problems = recordTable('healthy_places_problem', {
  place: uuid('place').notNull(),
  patrol: uuid('patrol').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  what: text('what').notNull(),
  mendBy: date('mend_by').notNull(),
  measures: text('measures'),
  /** Day of the correction that stands; none while it is not corrected or was sent back. */
  correctedOn: date('corrected_on'),
  recheckedOn: date('rechecked_on'),
  opinion: text('opinion'),
  returned: smallint('returned').notNull().default(0),
})
