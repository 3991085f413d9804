import { boolean, date, integer, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

const ofCase = () => ({
  case: uuid('notifiable_case').notNull(),
  disease: text('disease').notNull(),
})

/** Investigations of single cases. `happenedOn` is the day of the investigation, `division` and `person` those of the card. */
export const caseInvestigations = recordTable('case_investigation', {
  ...ofCase(),
  /** As the card it belongs to: seen by named roles only. */
  confidential: boolean('confidential').notNull(),
  questionnaire: text('questionnaire').notNull(),
  investigatedAt: text('investigated_at').notNull(),
  dueAt: text('due_at').notNull(),
  inTime: boolean('in_time').notNull(),
  onsetOn: date('onset_on').notNull(),
  isolatedOn: date('isolated_on'),
  admittedOn: date('admitted_on'),
  severity: text('severity').notNull(),
  /** Computed from onset and the course of the disease. */
  exposedFrom: date('exposed_from'),
  exposedUntil: date('exposed_until'),
  infectiousFrom: date('infectious_from'),
  infectiousUntil: date('infectious_until'),
  infectedWhere: text('infected_where').notNull(),
  exposure: text('exposure').notNull(),
  travel: text('travel'),
  places: text('places'),
  vaccinated: text('vaccinated').notNull(),
  doses: integer('doses'),
  lastDoseOn: date('last_dose_on'),
  similarIllness: text('similar_illness'),
  food: text('food'),
  water: text('water'),
  animals: text('animals'),
  bites: text('bites'),
  laboratory: text('laboratory'),
  measures: text('measures'),
})

/** Contacts of a case. `happenedOn` is the day of registration, `division` where the contact is observed. */
export const caseContacts = recordTable('case_contact', {
  ...ofCase(),
  name: text('name').notNull(),
  phone: text('phone'),
  relation: text('relation').notNull(),
  site: text('site').notNull(),
  lastContactOn: date('last_contact_on').notNull(),
  observeUntil: date('observe_until').notNull(),
  firstObservedOn: date('first_observed_on'),
  lastObservedOn: date('last_observed_on'),
  observedDays: integer('observed_days').notNull().default(0),
  symptomsOn: date('symptoms_on'),
  symptoms: text('symptoms'),
  becameCase: uuid('became_case'),
  endedOn: date('ended_on'),
  note: text('note'),
})

/** One day's observation of a contact. */
export const contactObservations = recordTable('contact_observation', {
  contact: uuid('case_contact').notNull(),
  temperature: numeric('temperature', { precision: 3, scale: 1 }),
  symptomatic: boolean('symptomatic').notNull(),
  symptoms: text('symptoms'),
})

/** Who infected whom. `happenedOn` is the day it was established; place and person are those of the infected case. */
export const transmissionLinks = recordTable('transmission_link', {
  infector: uuid('infector_case').notNull(),
  infectee: uuid('infectee_case').notNull(),
  disease: text('disease').notNull(),
  basis: text('basis').notNull(),
  exposedOn: date('exposed_on'),
  /** Days between the two onsets. */
  interval: integer('serial_interval').notNull(),
})

/** Clusters: cases that belong together by place, school or event. `happenedOn` is the day it was opened. */
export const clusters = recordTable('disease_cluster', {
  disease: text('disease').notNull(),
  title: text('title').notNull(),
  kind: text('kind').notNull(),
  /** The school, workplace or event by name, where there is one. */
  site: text('site'),
  definition: text('definition').notNull(),
  fromOn: date('from_on').notNull(),
  untilOn: date('until_on'),
  exposed: integer('exposed'),
  signal: uuid('disease_signal'),
  cases: integer('cases').notNull().default(0),
  firstOnsetOn: date('first_onset_on'),
  lastOnsetOn: date('last_onset_on'),
  /** No new case until the end of this day: the cluster is over. */
  quietUntil: date('quiet_until'),
  /** Cases per hundred exposed, when it is closed. */
  attackRate: numeric('attack_rate', { precision: 7, scale: 2 }),
  source: text('source'),
  route: text('route'),
  conclusion: text('conclusion'),
  measures: text('measures'),
  closedOn: date('closed_on'),
})

/** Cases of a cluster; place, person and `happenedOn` (onset) are those of the card. */
export const clusterCases = recordTable('disease_cluster_case', {
  cluster: uuid('disease_cluster').notNull(),
  case: uuid('notifiable_case').notNull(),
})
