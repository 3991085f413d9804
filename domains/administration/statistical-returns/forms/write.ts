import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Check, Layout } from '../layout.ts'

type Part = Layout['parts'][number]
type Row = Part['rows'][number]

export const units = {
  visits: { zh: '人次', en: 'visits' },
  people: { zh: '人', en: 'people' },
  count: { zh: '个', en: 'items' },
  beds: { zh: '张', en: 'beds' },
  bedDays: { zh: '床日', en: 'bed-days' },
  days: { zh: '日', en: 'days' },
  yuan: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
  services: { zh: '次', en: 'services' },
  files: { zh: '份', en: 'files' },
  sets: { zh: '台', en: 'sets' },
  area: { zh: '平方米', en: 'm²' },
} as const satisfies Record<string, Text>

type Unit = keyof typeof units

/** Amounts of money are exact to the fen, everything counted is whole. */
const decimalsOf = (unit: Unit) => (unit === 'yuan' ? 2 : 0)

function row(zh: string, en: string, unit: Unit, level: number, cell: Row['cells'][number]): Row {
  return { title: { zh, en }, unit: units[unit], level, cells: [cell] }
}

/** A row with one cell that is counted and entered. */
export const entered = (code: string, zh: string, en: string, unit: Unit, level = 0): Row =>
  row(zh, en, unit, level, { code, decimals: decimalsOf(unit), source: { kind: 'entered' } })

/** A row with one cell reckoned from others of the form. */
export const reckoned = (code: string, zh: string, en: string, unit: Unit, formula: string, decimals?: number): Row =>
  row(zh, en, unit, 0, { code, decimals: decimals ?? decimalsOf(unit), source: { kind: 'computed', formula } })

/** A row with one cell read from the figures of the house. */
export const figure = (code: string, zh: string, en: string, unit: Unit, indicator: string): Row =>
  row(zh, en, unit, 0, { code, decimals: decimalsOf(unit), source: { kind: 'figure', indicator } })

/** A part with one column: this period. */
export const list = (code: string, zh: string, en: string, rows: Row[]): Part => ({
  code,
  title: { zh, en },
  columns: [{ title: { zh: '本期数', en: 'This period' } }],
  rows,
})

/** A part with several entered columns; the code of a cell is row-column. The first column may be the sum of the others. */
export function matrix(
  code: string,
  title: Text,
  columns: readonly (readonly [code: string, zh: string, en: string])[],
  rows: readonly (readonly [code: string, zh: string, en: string, unit: Unit])[],
): Part {
  return {
    code,
    title,
    columns: columns.map(([, zh, en]) => ({ title: { zh, en } })),
    rows: rows.map(([name, zh, en, unit]) => ({
      title: { zh, en },
      unit: units[unit],
      level: 0,
      cells: columns.map(([column]) => ({
        code: `${name}-${column}`,
        decimals: decimalsOf(unit),
        source: { kind: 'entered' as const },
      })),
    })),
  }
}

const LOOK_AGAIN = { zh: '核对原始登记，改正有误的一格', en: 'Compare with the registers and correct the wrong cell' }

/** A rule that must hold before a return is sent. */
export const must = (code: string, zh: string, en: string, holds: string): Check => ({
  ...{ kind: 'rule', code, title: { zh, en }, severity: 'error', holds, remedy: LOOK_AGAIN },
})

/** A rule whose breach is explained. */
export const should = (code: string, zh: string, en: string, holds: string, remedy: Text): Check => ({
  ...{ kind: 'rule', code, title: { zh, en }, severity: 'warning', holds, remedy },
})

/** A limit of change, explained where it is passed. Limits are LOCAL. */
export const within = (
  cell: string,
  zh: string,
  en: string,
  against: 'previous' | 'last-year',
  most: number,
): Check => ({
  kind: 'change',
  code: `${cell}-${against}`,
  title: {
    zh: `${zh}较${against === 'previous' ? '上期' : '上年同期'}变动过大`,
    en: `${en}: change from ${against === 'previous' ? 'the period before' : 'last year'}`,
  },
  severity: 'warning',
  cell,
  against,
  most,
  remedy: { zh: '核实后填写变动原因', en: 'Verify, then say why' },
})
