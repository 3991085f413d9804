import type { Text } from '../api/types.ts'

export type ReturnState = 'open' | 'returned' | 'submitted' | 'reviewed' | 'approved' | 'frozen'

interface Cell {
  code: string
  decimals: number
  source: { kind: 'entered' } | { kind: 'computed'; formula: string } | { kind: 'figure'; indicator: string }
}

export interface Part {
  code: string
  title: Text
  columns: { title: Text }[]
  rows: { title: Text; unit: Text; level: number; cells: (Cell | null)[] }[]
}

export interface Finding {
  check: string
  severity: 'error' | 'warning'
  title: Text
  detail: Text
  remedy: Text
  cells: string[]
}

interface CellChange {
  cell: string
  before: string | null
  after: string | null
}

/** A return as its page shows it. */
export interface Return {
  id: string
  version: number
  state: ReturnState
  unit: string
  unitName: string
  period: string
  dueOn: string
  returnedReason: string | null
  form: { form: string; name: string; number: string; edition: number }
  layout: { parts: Part[] }
  values: Record<string, string>
  fromFigures: Record<string, string>
  explanations: Record<string, string>
  previous: Record<string, string>
  lastYear: Record<string, string>
  lastYearIsBaseline: boolean
  baselines: Record<string, { value: string; source: string }>
  findings: Finding[]
  outliers: { cell: string; value: string; z: number | null; modifiedZ: number | null; least: number; most: number }[]
  versions: { number: number; sentOn: string; changes: CellChange[] }[]
  changesSince: CellChange[]
}

export interface Board {
  forms: { id: string; form: string; name: string; number: string; periodKind: 'month' | 'year' }[]
  form: string | null
  year: number
  today: string
  returns: {
    id: string
    unit: string
    unitName: string
    period: string
    state: ReturnState
    dueOn: string
    firstSentOn: string | null
    errors: number | null
    warnings: number | null
  }[]
}

export interface Sheet {
  form: string
  formName: string
  number: string
  period: string
  layout: { parts: Part[] }
  units: { id: string; unit: string; unitName: string; state: ReturnState; values: Record<string, string> }[]
  total: Record<string, string>
}

/** What a row is called in a part with several columns. */
export function cellTitles(parts: readonly Part[]): Map<string, Text> {
  return new Map(
    parts.flatMap((part) =>
      part.rows.flatMap((row) =>
        row.cells.flatMap((cell, index): [string, Text][] =>
          cell === null
            ? []
            : [
                [
                  cell.code,
                  part.columns.length === 1
                    ? row.title
                    : {
                        zh: `${row.title.zh}（${part.columns[index]!.title.zh}）`,
                        en: `${row.title.en} (${part.columns[index]!.title.en})`,
                      },
                ],
              ],
        ),
      ),
    ),
  )
}
