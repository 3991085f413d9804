import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { VisitFindings } from './course.ts'
import type { PatientTable, VisitRow, VisitTable } from './tables.ts'

/** A disease that is managed by visits in the rhythm of the norm: what actions, tasks and figures need to know of it. */
export interface Disease {
  readonly id: 'hypertension' | 'diabetes' | 'copd'
  /** The key group of family doctor contracts its patients belong to, whose package promises its visits; null where contracts know none. */
  readonly group: 'hypertension' | 'diabetes' | null
  /** What the goal of a visit is called, and the share of patients at it. */
  readonly control: Text
  /** One of the headline figures of the cockpit. */
  readonly headline: 'standard' | 'control' | null
  readonly title: Text
  readonly patient: RecordDefinition<PatientTable>
  readonly visit: RecordDefinition<VisitTable>
  /** The youngest age the norm manages. */
  readonly leastAge: number
  /** What a visit's values mean by the norm in force on its day; age is age on that day. */
  findings(visit: VisitRow, birth: IsoDate): VisitFindings
}

/** The part of the findings that does not depend on the disease. */
export function commonFindings(visit: VisitRow): Omit<VisitFindings, 'atGoal' | 'emergency'> {
  return {
    id: visit.id,
    on: visit.happenedOn,
    adverse: visit.adverse,
    complication: visit.complication,
    referralOpen: visit.referralOutcome === 'not-gone',
    agreedOn: visit.agreedOn,
  }
}
