import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { QualityCheck, QualitySubject } from '@kangheng/kernel/quality/define-check.ts'

/** Living residents `p`, rows of `person`. */
export const livingResidents: QualitySubject = {
  id: 'resident.person',
  record: 'person',
  from: sql`person p`,
  key: sql`p.id`,
  division: sql`p.division`,
  person: sql`p.id`,
  happenedOn: sql`null::date`,
  valid: (county) => sql`p.county = ${county} and p.state = 'resident'`,
}

/** One thing that can be wrong with a resident's entry, and what it weighs in the register's score. */
export interface ResidentCheck extends Omit<QualityCheck, 'subject' | 'severity' | 'faulty'> {
  /** The action that puts it right. */
  readonly action: string
  /** Points of 100 that a place loses when every resident has the fault; those of all checks add up to 100. */
  readonly points: number
  /** The condition under which a living resident `p` (a row of `person`) has the fault. */
  condition(today: IsoDate): SQL
}

/** The check as the house counts and lists it. */
export const asQualityCheck = ({ id, title, explanation, remedy, condition }: ResidentCheck): QualityCheck => ({
  ...{ id: `resident.${id}`, title, explanation, remedy, severity: 'error', subject: livingResidents },
  faulty: condition,
})
