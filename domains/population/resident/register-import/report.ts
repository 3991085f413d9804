import { columnLetters } from '@kangheng/kernel/exchange/sheet.ts'
import type { RegisterItem, RegisterSheet, SkippedRowKind } from '@kangheng/kernel/exchange/register.ts'
import type { AssessedItem, DecidedRow, Decision } from './assess-register.ts'
import { addDecision, emptyCounts, finishCounts, type ReportCounts } from './report-counts.ts'
import { reportFields, reportName, reportValues, type ReportValues } from './report-values.ts'
import type { ReasonCode, WarningCode } from './reasons.ts'
import type { ResidentColumn } from './register.ts'

/** The report of an import: what became of every row. Its form is an interchange format; absent and null mean the same. */
export interface ImportReport {
  readonly file: string
  readonly counts: ReportCounts
  readonly skipped_row_kinds: Partial<Record<SkippedRowKind, number>>
  readonly skipped_sheets: ReadonlyArray<{ readonly name: string; readonly why: string }>
  readonly sheets: readonly ReportSheet[]
  readonly rows: readonly ReportRow[]
}

export interface ReportSheet {
  readonly name: string
  readonly reporting_date: string | null
  readonly header_row: number
  readonly header_rows: number
  /** Letters of the columns that are there, by column of the register. */
  readonly columns: Readonly<Partial<Record<ResidentColumn, string>>>
  /** The last row that is not blank. */
  last_row: number
  readonly counts: Record<'data_rows' | 'accepted' | 'rejected' | 'duplicate-of' | 'conflict-with', number>
  hidden_rows: number
  readonly skipped_rows: Array<[row: number, why: SkippedRowKind]>
}

export interface ReportRow {
  readonly sheet: string
  readonly row: number
  /** `accepted`, `rejected:CODE`, `duplicate-of:<sheet>,<row>` or `conflict-with:<sheet>,<row>`. */
  readonly outcome: string
  readonly hidden?: true
  readonly reasons?: readonly ReasonCode[]
  /** Of accepted rows: their own values, before merging. */
  readonly values?: ReportValues
  readonly warnings?: readonly WarningCode[]
  readonly after_merge?: ReportValues
  readonly conflicts?: ReadonlyArray<[sheet: string, row: number]>
  readonly differs?: readonly string[]
  readonly name?: string
}

/** Of a longer gap than this only the first blank rows are listed one by one; all are counted. */
const LISTED_BLANK_ROWS = 1000

/** Gathers the report of one file. Walks all items, so that what later rows add to earlier ones is in it. */
export function buildReport(items: Iterable<AssessedItem>, file: string): ImportReport {
  const counts = emptyCounts()
  const kinds: Partial<Record<SkippedRowKind, number>> = {}
  const skippedSheets: Array<{ name: string; why: string }> = []
  const sheets: ReportSheet[] = []
  const decided: DecidedRow[] = []
  for (const item of items) {
    switch (item.kind) {
      case 'sheet':
        sheets.push(reportSheet(item.sheet))
        break
      case 'skipped-sheet':
        skippedSheets.push({ name: item.sheet, why: whySkipped(item) })
        break
      case 'skipped-row':
        kinds[item.why] = (kinds[item.why] ?? 0) + item.count
        noteSkipped(sheets.at(-1)!, item)
        break
      case 'decided':
        decided.push(item)
        addDecision(counts, item.decision)
        noteDecided(sheets.at(-1)!, item)
    }
  }
  return {
    file,
    counts: finishCounts(counts),
    skipped_row_kinds: kinds,
    skipped_sheets: skippedSheets,
    sheets,
    rows: decided.map(reportRow),
  }
}

function reportSheet(sheet: RegisterSheet<ResidentColumn>): ReportSheet {
  const places = Object.entries(sheet.columns) as Array<[ResidentColumn, number]>
  places.sort(([, one], [, other]) => one - other)
  return {
    name: sheet.name,
    reporting_date: sheet.reportingDate ?? null,
    header_row: sheet.headerRow,
    header_rows: sheet.headerRows,
    columns: Object.fromEntries(places.map(([column, place]) => [column, columnLetters(place)])),
    last_row: sheet.headerRow,
    counts: { data_rows: 0, accepted: 0, rejected: 0, 'duplicate-of': 0, 'conflict-with': 0 },
    hidden_rows: 0,
    skipped_rows: [],
  }
}

function whySkipped(item: Extract<RegisterItem<ResidentColumn>, { kind: 'skipped-sheet' }>): string {
  if (item.hidden) return item.header === 'found' ? 'hidden sheet' : 'hidden sheet, no header row'
  return item.header === 'other' ? 'no header row (no 姓名 and 身份证号 columns)' : 'no header row'
}

function noteSkipped(sheet: ReportSheet, item: Extract<RegisterItem<ResidentColumn>, { kind: 'skipped-row' }>): void {
  for (let index = 0; index < Math.min(item.count, LISTED_BLANK_ROWS); index++) {
    sheet.skipped_rows.push([item.row + index, item.why])
  }
  sheet.last_row = Math.max(sheet.last_row, item.row + item.count - 1)
}

function noteDecided(sheet: ReportSheet, { source, decision }: DecidedRow): void {
  const key = {
    accepted: 'accepted',
    rejected: 'rejected',
    duplicate: 'duplicate-of',
    conflict: 'conflict-with',
  } as const
  sheet.counts.data_rows++
  sheet.counts[key[decision.outcome]]++
  if (source.hidden) sheet.hidden_rows++
  sheet.last_row = Math.max(sheet.last_row, source.row)
}

/** One row of the report. Of an accepted row `after_merge` and `conflicts` are complete once the whole file has been read. */
export function reportRow({ source, decision }: DecidedRow): ReportRow {
  return {
    sheet: source.sheet.name,
    row: source.row,
    outcome: outcomeText(decision),
    ...(source.hidden && { hidden: true }),
    ...decisionFields(decision),
  }
}

/** The outcome in one word. */
function outcomeText(decision: Decision): string {
  switch (decision.outcome) {
    case 'accepted':
      return 'accepted'
    case 'rejected':
      return `rejected:${decision.reasons[0]}`
    case 'duplicate':
      return `duplicate-of:${decision.of.sheet},${decision.of.row}`
    case 'conflict':
      return `conflict-with:${decision.with.sheet},${decision.with.row}`
  }
}

function decisionFields(decision: Decision): Omit<ReportRow, 'sheet' | 'row' | 'outcome' | 'hidden'> {
  switch (decision.outcome) {
    case 'accepted': {
      const { entry, afterMerge, conflicts } = decision.first
      return {
        values: reportValues(entry),
        ...(decision.warnings.length > 0 && { warnings: decision.warnings }),
        ...(Object.keys(afterMerge).length > 0 && { after_merge: reportFields(afterMerge) }),
        ...(conflicts.length > 0 && {
          conflicts: conflicts.map(({ sheet, row }): [string, number] => [sheet, row]),
        }),
      }
    }
    case 'rejected':
      return { reasons: decision.reasons }
    case 'duplicate':
      return { differs: decision.differs.map(reportName).sort() }
    case 'conflict':
      return { name: decision.entry.name }
  }
}
