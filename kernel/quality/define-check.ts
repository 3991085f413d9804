import { sql, type SQL } from 'drizzle-orm'
import type { Column } from 'drizzle-orm'
import type { RecordDefinition, RecordTable } from '../record/define-record.ts'
import type { IsoDate } from '../period/date.ts'
import type { Text } from '../text/text.ts'

/** What is looked at: rows that stand in a division, each with the page it is put right on. */
export interface QualitySubject {
  readonly id: string
  /** The record a faulty row is opened as; `person` for a resident’s own file. */
  readonly record: string
  /** What stands behind FROM; conditions name its columns. */
  readonly from: SQL
  readonly key: SQL | Column
  readonly division: SQL | Column
  readonly person: SQL | Column
  readonly happenedOn: SQL | Column
  /** Rows that count at all. */
  valid(county: string): SQL
}

/** One thing that can be wrong with rows of a line of business: why it matters, how it is put right, how it is found. */
export interface QualityCheck {
  readonly id: string
  readonly title: Text
  /** Why it matters. */
  readonly explanation: Text
  /** What to do about it. */
  readonly remedy: Text
  /** An error is wrong in any case; a warning is looked at. */
  readonly severity: 'error' | 'warning'
  readonly subject: QualitySubject
  /** The condition under which a row has the fault. */
  faulty(today: IsoDate): SQL
}

const subjects = new WeakMap<object, QualitySubject>()

/** The rows of a record that were not voided. */
export function rowsOf<Table extends RecordTable>(record: RecordDefinition<Table>): QualitySubject {
  const known = subjects.get(record)
  if (known) return known
  const { table } = record
  const subject: QualitySubject = {
    id: record.id,
    record: record.id,
    from: sql`${table}`,
    key: table.id,
    division: table.division,
    person: table.person,
    happenedOn: table.happenedOn,
    valid: (county) => sql`${table.county} = ${county} and ${table.voidedAt} is null`,
  }
  subjects.set(record, subject)
  return subject
}

/** Declares a check of a record’s rows. */
export function defineCheck<Table extends RecordTable>(
  record: RecordDefinition<Table>,
  check: Omit<QualityCheck, 'subject'>,
): QualityCheck {
  return { ...check, subject: rowsOf(record) }
}

/** Rows that were entered more than so many days after what they tell of. */
export function lateEntry<Table extends RecordTable>(
  record: RecordDefinition<Table>,
  { days, where }: { readonly days: number; readonly where?: SQL },
): QualityCheck {
  const { table } = record
  return defineCheck(record, {
    id: `${record.id}-late-entry`,
    title: { zh: `${record.title.zh}录入超过${days}天`, en: `${record.title.en} entered after ${days} days` },
    explanation: {
      zh: '事后补录的记录容易记错，也使当月统计偏低',
      en: 'What is entered from memory is less exact, and the month’s figures are too low meanwhile',
    },
    remedy: { zh: '核对原始登记，今后当日录入', en: 'Compare with the register; enter on the day from now on' },
    severity: 'warning',
    faulty: () =>
      sql`((${table.recordedAt} at time zone 'Asia/Shanghai')::date > ${table.happenedOn} + ${days}::int${where ? sql` and ${where}` : sql``})`,
  })
}
