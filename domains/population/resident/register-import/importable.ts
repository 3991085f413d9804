import type { ImportableRegister, ReturnedSource } from '@kangheng/kernel/exchange/importable-register.ts'
import type { RegisterRow, RegisterSheet } from '@kangheng/kernel/exchange/register.ts'
import { maskIdentity, maskName, maskPhone } from '@kangheng/kernel/person/mask.ts'
import { findExtensionFields, type ExtensionField } from '@kangheng/kernel/record/extension.ts'
import { registration } from '../records.ts'
import { withAddedFields } from './added-fields.ts'
import type { ResidentEntry } from './entry.ts'
import { residentLoader } from './load.ts'
import { EXPLANATIONS, type ReasonCode, type ReviewCode } from './reasons.ts'
import { residentRegister, type ResidentColumn } from './register.ts'
import { reportValues } from './report-values.ts'
import { returnedWorkbook, type ReturnedRow } from './returned-workbook.ts'

type Values = Readonly<Record<string, unknown>>

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  household_head: maskName,
  mother: maskName,
  id: maskIdentity,
  id18: maskIdentity,
  doc_number: maskIdentity,
  phone: maskPhone,
  address: () => '***',
}

function masked(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const mask = MASKS[name]
      return [name, mask && typeof value === 'string' ? mask(value) : value]
    }),
  )
}

/** What the codes cannot say: the other row of a conflict. */
function remarkOf(detail: string): string | undefined {
  const [, sheet, row] = /^conflict-with:(.*),(\d+)$/.exec(detail) ?? []
  return sheet === undefined ? undefined : `见“${sheet}”第${row}行`
}

function returnedRows(sheets: readonly unknown[], rows: Iterable<ReturnedSource>): ReturnedRow[] {
  const byName = new Map((sheets as RegisterSheet<ResidentColumn>[]).map((sheet) => [sheet.name, sheet]))
  return Array.from(rows, ({ sheet, row, detail, codes, original }) => {
    const source = { kind: 'data', sheet: byName.get(sheet)!, row, hidden: false, original } as unknown
    const remark = remarkOf(detail)
    return {
      source: source as RegisterRow<ResidentColumn>,
      codes: codes as (ReasonCode | ReviewCode)[],
      ...(remark === undefined ? {} : { remark }),
    }
  })
}

/** The register of residents, ready to be imported: by page, by command line, by test. */
export const residentImport: ImportableRegister<ResidentEntry> = {
  id: residentRegister.id,
  title: residentRegister.title,
  reading: new URL('./read-file.ts', import.meta.url),
  given: (connection, county) => findExtensionFields(connection, county, registration.id),
  explanations: EXPLANATIONS,
  valuesOf: reportValues,
  mask: masked,
  loader: residentLoader,
  returned: (sheets, rows) => returnedWorkbook(returnedRows(sheets, rows)),
  template(given) {
    const { register } = withAddedFields(given as readonly ExtensionField[])
    const columns = register.keys.map((key) => ({ title: register.columns[key].title.zh, kind: 'text' as const }))
    return [{ name: register.title.zh, columns, rows: [] }]
  },
}
