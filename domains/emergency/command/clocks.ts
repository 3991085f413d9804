import { addHours, dayOfMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { Grade } from '../../public-health/communicable-disease/index.ts'
import type { ReportKind } from './codes.ts'

/** From discovery to the first report. Source: 突发公共卫生事件应对法 (2025) art. 30; domain notes § 3.2. */
const FIRST_HOURS = 2
/** Progress of grave events is reported every day. Source: 国家突发公共卫生事件相关信息报告管理工作规范（试行）2005. */
const PROGRESS_HOURS = 24
/** The final report follows the end of the event within two weeks. Source: as above. */
const FINAL_HOURS = 14 * 24

/** A report that is due: its kind, until when, and the day of it for the work list. */
export interface DueReport {
  readonly nextReport: ReportKind | null
  readonly nextReportDueAt: Moment | null
  readonly nextReportDueOn: string | null
}

const due = (nextReport: ReportKind, at: Moment): DueReport => ({
  nextReport,
  nextReportDueAt: at,
  nextReportDueOn: dayOfMoment(at),
})

/** The first report of an event. */
export const firstReportDue = (discoveredAt: Moment): DueReport => due('first', addHours(discoveredAt, FIRST_HOURS))

/** After a report was sent: grave events (I and II) are reported daily, of others progress is told when there is any. */
export function progressReportDue(sentAt: Moment, grade: Grade | null): DueReport {
  if (grade === 'I' || grade === 'II') return due('progress', addHours(sentAt, PROGRESS_HOURS))
  return { nextReport: null, nextReportDueAt: null, nextReportDueOn: null }
}

/** After the response ended. */
export const finalReportDue = (endedAt: Moment): DueReport => due('final', addHours(endedAt, FINAL_HOURS))
