import { boolean, date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Plans by kind of event. `happenedOn` is the day the plan was issued. */
export const emergencyPlans = recordTable('emergency_plan', {
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  edition: text('edition').notNull(),
  /** What is to be done when a response of this or a graver level starts: who does what within how many hours. */
  duties: jsonb('duties').$type<PlannedDuty[]>().notNull(),
  reviewDueOn: date('review_due_on').notNull(),
  withdrawnOn: date('withdrawn_on'),
})

/** A duty of a plan. */
export interface PlannedDuty {
  readonly level: 'I' | 'II' | 'III' | 'IV'
  readonly duty: string
  readonly team: string
  readonly withinHours: number
}

/** Teams and expert groups. `happenedOn` is the day the team was formed, `institution` whose it is. */
export const emergencyTeams = recordTable('emergency_team', {
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  leader: text('leader').notNull(),
  phone: text('phone').notNull(),
  members: integer('members').notNull(),
  trainedOn: date('trained_on'),
  disbandedOn: date('disbanded_on'),
})

/** Stocks for emergencies. `happenedOn` is the day the lot was received, `institution` where it is kept. */
export const emergencyStocks = recordTable('emergency_stock', {
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  unit: text('unit').notNull(),
  received: numeric('received', { precision: 12, scale: 1 }).notNull(),
  /** What is there now: received, less what was sent and written off, more what came back. */
  quantity: numeric('quantity', { precision: 12, scale: 1 }).notNull(),
  least: numeric('least', { precision: 12, scale: 1 }).notNull(),
  expiresOn: date('expires_on'),
  store: text('store'),
  disposedOn: date('disposed_on'),
})

/** Drills. `happenedOn` is the day it is planned for, then the day it was held. */
export const emergencyDrills = recordTable('emergency_drill', {
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  participants: integer('participants'),
  score: integer('score'),
  findings: text('findings'),
  improveDueOn: date('improve_due_on'),
  improved: text('improved'),
})

/** Duty on one day. `happenedOn` is the day, `institution` whose duty it is. */
export const emergencyDuties = recordTable('emergency_duty', {
  onDuty: text('on_duty').notNull(),
  leader: text('leader').notNull(),
  phone: text('phone').notNull(),
  calls: integer('calls'),
  handover: text('handover'),
})

/** Events. `happenedOn` is the day it was discovered, `division` where it is. Moments are minutes in China, `YYYY-MM-DD HH:MM`. */
export const emergencyEvents = recordTable('emergency_event', {
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  address: text('address'),
  signal: uuid('disease_signal'),
  discoveredAt: text('discovered_at').notNull(),
  reportedAt: text('reported_at').notNull(),
  cases: integer('cases').notNull(),
  deaths: integer('deaths').notNull(),
  critical: integer('critical').notNull(),
  exposed: integer('exposed'),
  grade: text('grade'),
  gradeSource: text('grade_source'),
  level: text('level'),
  respondedAt: text('responded_at'),
  endedAt: text('ended_at'),
  /** Hours from the discovery to the start of the response, and from there to its end. */
  responseHours: numeric('response_hours', { precision: 8, scale: 1 }),
  durationHours: numeric('duration_hours', { precision: 8, scale: 1 }),
  nextReportDueAt: text('next_report_due_at'),
  nextReportDueOn: date('next_report_due_on'),
  nextReport: text('next_report'),
  causes: text('causes'),
  lessons: text('lessons'),
  closedOn: date('closed_on'),
  dismissal: text('dismissal'),
})

const ofEvent = () => ({ event: uuid('emergency_event').notNull() })

/** The chain of reports. `happenedOn` is the day a report was sent. */
export const eventReports = recordTable('emergency_report', {
  ...ofEvent(),
  kind: text('kind').notNull(),
  serial: integer('serial').notNull(),
  content: text('content').notNull(),
  cases: integer('cases').notNull(),
  deaths: integer('deaths').notNull(),
  toldTo: jsonb('told_to').$type<string[]>().notNull(),
  dueAt: text('due_at').notNull(),
  sentAt: text('sent_at').notNull(),
  inTime: boolean('in_time').notNull(),
})

/** Tasks of a response. `division` is where it is to be done, `happenedOn` the day it was given. */
export const eventTasks = recordTable('emergency_task', {
  ...ofEvent(),
  duty: text('duty').notNull(),
  team: uuid('emergency_team'),
  assignee: text('assignee').notNull(),
  givenAt: text('given_at').notNull(),
  dueAt: text('due_at').notNull(),
  dueOn: date('due_on').notNull(),
  acceptedAt: text('accepted_at'),
  doneAt: text('done_at'),
  inTime: boolean('in_time'),
  result: text('result'),
})

/** What was sent and came back. */
export const eventDispatches = recordTable('emergency_dispatch', {
  ...ofEvent(),
  kind: text('kind').notNull(),
  stock: uuid('emergency_stock'),
  team: uuid('emergency_team'),
  what: text('what').notNull(),
  quantity: numeric('quantity', { precision: 12, scale: 1 }).notNull(),
  unit: text('unit').notNull(),
  sentAt: text('sent_at').notNull(),
  returned: numeric('returned', { precision: 12, scale: 1 }),
  returnedAt: text('returned_at'),
})

/** The situation log: written once, never changed. */
export const eventEntries = recordTable('emergency_entry', {
  ...ofEvent(),
  kind: text('kind').notNull(),
  at: text('at').notNull(),
  content: text('content').notNull(),
  newCases: integer('new_cases'),
  needs: text('needs'),
})

/** Medical support of events that are planned. `happenedOn` is the first day. */
export const supportOperations = recordTable('medical_support', {
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  untilOn: date('until_on').notNull(),
  venue: text('venue').notNull(),
  expected: integer('expected').notNull(),
  vehicles: integer('vehicles').notNull(),
  staff: integer('staff').notNull(),
  inspectors: integer('inspectors').notNull(),
  plan: text('plan'),
  treated: integer('treated'),
  transferred: integer('transferred'),
  foodborne: integer('foodborne'),
})

/** Sanitation and epidemic prevention after a disaster, one day at one place. */
export const reliefWorks = recordTable('disaster_relief', {
  ...ofEvent(),
  disinfectedArea: integer('disinfected_area').notNull(),
  waterSamples: integer('water_samples').notNull(),
  waterPassed: integer('water_passed').notNull(),
  foodChecks: integer('food_checks').notNull(),
  shelters: integer('shelters').notNull(),
  treated: integer('treated').notNull(),
  staff: integer('staff').notNull(),
  note: text('note'),
})
