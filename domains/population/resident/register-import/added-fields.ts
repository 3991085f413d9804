import type { ActionColumn } from '@kangheng/kernel/exchange/action-import/columns.ts'
import { extensionColumn } from '@kangheng/kernel/exchange/action-import/extension-column.ts'
import { readCell } from '@kangheng/kernel/exchange/action-import/read-value.ts'
import { cleanText, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import { defineRegister, type Register } from '@kangheng/kernel/exchange/register.ts'
import type { Cell } from '@kangheng/kernel/exchange/sheet.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { extensionFault, type ExtensionField } from '@kangheng/kernel/record/extension.ts'
import { residentRegister, type ResidentColumn } from './register.ts'

/** Values of the fields which the county has added to the registration of residents, by key. */
export type AddedValues = Readonly<Record<string, string | number | boolean>>

/** The register with the county's own columns, and how a row's are read. */
export interface AddedFields {
  readonly register: Register<ResidentColumn>
  /** Values that fit, and how many filled cells did not. */
  read(cells: Readonly<Record<string, Cell>>, today: IsoDate): { values: AddedValues; unreadable: number }
}

const NONE: { values: AddedValues; unreadable: number } = { values: {}, unreadable: 0 }

/** Header texts under which a field comes; those of the register itself keep their meaning. */
function aliasesOf({ field, key }: ActionColumn, taken: Set<string>): string[] {
  const { titleZh, titleEn, key: own } = field!
  const texts = [titleZh, titleEn, own, key].map(cleanText)
  const found = [...new Set(texts.flatMap((text) => [text, withoutSpaces(text).replace(/[*:]/g, '')]))]
  const free = found.filter((text) => text !== '' && !taken.has(text))
  for (const text of free) taken.add(text)
  return free
}

/** Adds the fields in force to the register: columns headed by a field's title or key are read by the field's kind. */
export function withAddedFields(fields: readonly ExtensionField[]): AddedFields {
  if (fields.length === 0) return { register: residentRegister, read: () => NONE }
  const columns = fields.map((field) => extensionColumn(field, new Set()))
  const taken = new Set(residentRegister.byAlias.keys())
  const added = columns.map(
    (column) => [column.key, { title: column.title, aliases: aliasesOf(column, taken) }] as const,
  )
  const { byAlias: _byAlias, aliasInitials: _initials, keys: _keys, ...declaration } = residentRegister
  const register = defineRegister({
    ...declaration,
    columns: { ...residentRegister.columns, ...Object.fromEntries(added) },
  })
  return {
    register: register as Register<ResidentColumn>,
    read(cells, today) {
      const values: Record<string, string | number | boolean> = {}
      let unreadable = 0
      for (const column of columns) {
        const reading = cells[column.key] ? readCell(column, cells[column.key]!, today) : { kind: 'blank' as const }
        if (reading.kind === 'blank') continue
        if (reading.kind === 'fault' || extensionFault(column.field!, reading.value)) unreadable += 1
        else values[column.input] = reading.value as string
      }
      return { values, unreadable }
    },
  }
}
