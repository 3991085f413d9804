import { boolean, date, integer, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

const exact = (name: string, precision: number, scale: number) => numeric(name, { precision, scale })
const several = (name: string) => jsonb(name).$type<string[]>()

/** Pregnancies in care, from booking to 42 days after birth. `happenedOn` is the day of booking. */
export const pregnancies = recordTable('maternal_pregnancy', {
  lastPeriodOn: date('last_period_on').notNull(),
  gravidity: smallint('gravidity'),
  parity: smallint('parity'),
  /** cm, kg; the weight is that before the pregnancy or at booking. */
  height: exact('height', 4, 1),
  weight: exact('weight', 4, 1),
  note: text('note'),
  outcome: text('outcome'),
  /** First day no longer in care. */
  endedOn: date('ended_on'),
  /** Derived from booking, visits, delivery and postpartum visits. */
  dueDate: date('due_date').notNull(),
  bookedWeeks: smallint('booked_weeks').notNull(),
  early: boolean('early').notNull(),
  visits: smallint('visits').notNull(),
  colour: text('colour').notNull(),
  infectious: boolean('infectious').notNull(),
  highestColour: text('highest_colour').notNull(),
  everInfectious: boolean('ever_infectious').notNull(),
  lastSeenOn: date('last_seen_on'),
  nextStep: text('next_step'),
  dueOn: date('due_on'),
  deliveredOn: date('delivered_on'),
  postpartumOn: date('postpartum_on'),
  postpartumTimely: boolean('postpartum_timely').notNull().default(false),
  postpartumOfReturn: boolean('postpartum_of_return').notNull().default(false),
  checkedOn: date('checked_on'),
})
export type PregnancyRow = typeof pregnancies.$inferSelect

/** Antenatal visits. `happenedOn` is the day of the visit. */
export const antenatalVisits = recordTable('maternal_antenatal_visit', {
  pregnancy: uuid('pregnancy').notNull(),
  systolic: smallint('systolic'),
  diastolic: smallint('diastolic'),
  /** kg, cm. */
  weight: exact('weight', 4, 1),
  fundalHeight: exact('fundal_height', 3, 1),
  fetalHeartRate: smallint('fetal_heart_rate'),
  /** g/L. */
  haemoglobin: smallint('haemoglobin'),
  urineProtein: text('urine_protein'),
  abnormal: text('abnormal'),
  guidance: several('guidance').notNull().default([]),
  referredTo: text('referred_to'),
  doctor: text('doctor'),
  /** What was chosen at the assessment and what follows from measurements. */
  riskFactors: several('risk_factors').notNull().default([]),
  /** Derived. */
  weeks: smallint('weeks').notNull(),
  period: text('period').notNull(),
  colour: text('colour').notNull(),
  infectious: boolean('infectious').notNull(),
})
export type AntenatalRow = typeof antenatalVisits.$inferSelect

/** Special-case management of women with orange, red or purple risk. `happenedOn` is the day of the assessment that asked for it. */
export const specialCases = recordTable('maternal_special_case', {
  pregnancy: uuid('pregnancy').notNull(),
  /** Derived from the assessments. */
  colour: text('colour').notNull(),
  infectious: boolean('infectious').notNull(),
  riskFactors: several('risk_factors').notNull(),
  reportDueOn: date('report_due_on').notNull(),
  reportedOn: date('reported_on'),
  responsibleDoctor: text('responsible_doctor'),
  dueOn: date('due_on').notNull(),
  lastFollowedOn: date('last_followed_on'),
  caseOutcome: text('case_outcome'),
  /** Referral and hand-over. */
  referredTo: text('referred_to'),
  referredOn: date('referred_on'),
  receivedOn: date('received_on'),
  receivedBy: text('received_by'),
  note: text('note'),
  closedOn: date('closed_on'),
})
export type SpecialCaseRow = typeof specialCases.$inferSelect

/** Deliveries. `happenedOn` is the day of birth. */
export const deliveries = recordTable('maternal_delivery', {
  pregnancy: uuid('pregnancy').notNull(),
  place: text('place').notNull(),
  deliveredAt: text('delivered_at'),
  /** The institution of the county where it was; null for others. */
  unit: codeText('unit'),
  mode: text('mode').notNull(),
  /** ml within 24 hours. */
  bloodLoss: integer('blood_loss'),
  complications: text('complications'),
  dischargedOn: date('discharged_on'),
  liveBirths: smallint('live_births').notNull(),
  stillbirths: smallint('stillbirths').notNull(),
  weeks: smallint('weeks').notNull(),
})
export type DeliveryRow = typeof deliveries.$inferSelect

/** Children born at a delivery; `person` is the mother until the child is on the register. `happenedOn` is the day of birth. */
export const newborns = recordTable('maternal_newborn', {
  delivery: uuid('delivery').notNull(),
  number: smallint('number').notNull(),
  sex: text('sex').notNull(),
  /** Grams, cm. */
  weight: smallint('weight'),
  length: exact('length', 3, 1),
  apgar: smallint('apgar'),
  alive: boolean('alive').notNull(),
  defect: text('defect'),
  place: text('place').notNull(),
  weeks: smallint('weeks').notNull(),
  /** Once handed over to child health: the child on the register and its time in care. */
  child: uuid('child'),
  childInCare: uuid('child_in_care'),
  handedOverOn: date('handed_over_on'),
})
export type NewbornRow = typeof newborns.$inferSelect

/** Visits after birth: at home, and the check at 42 days. `happenedOn` is the day of the visit. */
export const postpartumVisits = recordTable('maternal_postpartum_visit', {
  pregnancy: uuid('pregnancy').notNull(),
  kind: text('kind').notNull(),
  temperature: exact('temperature', 3, 1),
  systolic: smallint('systolic'),
  diastolic: smallint('diastolic'),
  breasts: text('breasts'),
  lochia: text('lochia'),
  uterus: text('uterus'),
  wound: text('wound'),
  mood: text('mood'),
  abnormal: text('abnormal'),
  guidance: several('guidance').notNull().default([]),
  referredTo: text('referred_to'),
  doctor: text('doctor'),
  /** Days since birth. */
  daysAfter: smallint('days_after').notNull(),
})
export type PostpartumRow = typeof postpartumVisits.$inferSelect

/** Deaths of mothers and of children under five, with investigation and review. `happenedOn` is the day of death. */
export const reviewedDeaths = recordTable('maternal_death', {
  kind: text('kind').notNull(),
  pregnancy: uuid('pregnancy'),
  place: text('place').notNull(),
  cause: text('cause').notNull(),
  causeCode: text('cause_code'),
  /** Of an injury or another cause that has nothing to do with the pregnancy: not a maternal death of the rate. */
  incidental: boolean('incidental').notNull().default(false),
  /** Age in days of a child; days since the end of the pregnancy of a mother, null while pregnant. */
  days: integer('days'),
  evidence: several('evidence').notNull().default([]),
  course: text('course'),
  investigatedOn: date('investigated_on'),
  /** Derived from the reviews: that of the highest level. */
  level: text('level'),
  avoidability: text('avoidability'),
  reviewDueOn: date('review_due_on').notNull(),
})
export type ReviewedDeathRow = typeof reviewedDeaths.$inferSelect

/** Reviews of a death, level by level. `happenedOn` is the day of the review. */
export const deathReviews = recordTable('maternal_death_review', {
  death: uuid('death').notNull(),
  level: text('level').notNull(),
  avoidability: text('avoidability').notNull(),
  failures: several('failures').notNull().default([]),
  conclusion: text('conclusion').notNull(),
  measures: text('measures'),
})
export type DeathReviewRow = typeof deathReviews.$inferSelect
