import type { AnyAction } from '@kangheng/kernel/domain/define-domain.ts'
import { columnsOfAction, runActionJob } from '@kangheng/kernel/exchange/action-import/run.ts'
import { faultText, keptValues, returnedActionRows } from '@kangheng/kernel/exchange/action-import/returned.ts'
import { actionTemplate } from '@kangheng/kernel/exchange/action-import/template.ts'
import type { ActionColumn } from '@kangheng/kernel/exchange/action-import/columns.ts'
import { listRows, returnedRows, type ImportJob, type StoredRow } from '@kangheng/kernel/exchange/import-jobs.ts'
import type { ImportableRegister } from '@kangheng/kernel/exchange/importable-register.ts'
import { runJob, type ImportRun } from '@kangheng/kernel/exchange/staged-import.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { maskField } from '@kangheng/kernel/person/mask.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Language, Text } from '@kangheng/kernel/text/text.ts'
import { getRegister, importableRegisters } from './imports.ts'
import type { Setting } from './setting.ts'

/** Why a row did not pass, for the page. */
interface ReasonView {
  readonly code: string
  readonly text: Text
  readonly remedy?: Text | undefined
}

/** A stored row, for the page. */
interface RowView {
  readonly reasons: readonly ReasonView[]
  readonly warnings: readonly ReasonView[]
  readonly values: Readonly<Record<string, unknown>>
}

/** Something a workbook can be sent for: a register of residents, or any action that makes a record. */
export interface Importable {
  run(job: ImportJob, bytes: Uint8Array, how: ImportRun): Promise<unknown>
  template(language: Language): Promise<Uint8Array>
  /** The columns that recognise a row on the page; undefined where the page has its own. */
  columns(): Promise<readonly { readonly key: string; readonly title: Text }[] | undefined>
  /** How a row is shown, with what identifies people masked where the reader sees them so. */
  view(unmasked: boolean): Promise<(row: StoredRow) => RowView>
  /** Refused rows, to be corrected and sent again. */
  returned(connection: Connection, job: ImportJob): Promise<Uint8Array>
}

function importableRegister(setting: Setting, register: ImportableRegister<never>): Importable {
  const explain = (code: string): ReasonView => ({
    code,
    text: register.explanations[code]?.title ?? { zh: code, en: code },
    remedy: register.explanations[code]?.remedy,
  })
  return {
    run: (job, bytes, how) => runJob(setting, register, job, bytes, how),
    template: async () => workbookBytes(register.template(await register.given?.(setting.database, setting.county))),
    columns: () => Promise.resolve(register.columns),
    view: (unmasked) =>
      Promise.resolve(({ reasons, warnings, values }) => ({
        reasons: reasons.map(explain),
        warnings: warnings.map(explain),
        values: unmasked ? values : register.mask(values),
      })),
    returned: async (connection, job) =>
      register.returned(job.sheets, await returnedRows(connection, setting.county, job.id)),
  }
}

/** Columns shown on the page: enough to recognise a row. */
const SHOWN = 5
const EVERY_ROW = 1_000_000

function masked(columns: readonly ActionColumn[], cells: Readonly<Record<string, string>>): Record<string, string> {
  const masks = new Map(columns.map((column) => [column.key, column.masked]))
  return Object.fromEntries(
    Object.entries(cells).map(([key, text]) => {
      const mask = masks.get(key)
      return [key, mask ? maskField(mask, text) : text]
    }),
  )
}

function importableAction(setting: Setting, action: AnyAction): Importable {
  const columnsNow = () => columnsOfAction(setting, action)
  return {
    run: (job, bytes, how) => runActionJob(setting, action, job, bytes, how),
    template: async (language) => workbookBytes(actionTemplate(action, await columnsNow(), language)),
    columns: async () => (await columnsNow()).slice(0, SHOWN).map(({ key, title }) => ({ key, title })),
    async view(unmasked) {
      const columns = await columnsNow()
      return (row) => {
        const { cells, faults } = keptValues(row)
        return {
          reasons: faults.map((fault, index) => ({ code: `${index}`, text: faultText(fault) })),
          warnings: [],
          values: unmasked ? cells : masked(columns, cells),
        }
      }
    },
    async returned(connection, job) {
      const rows = await listRows(connection, setting.county, job.id, { outcome: 'rejected', limit: EVERY_ROW })
      return returnedActionRows(job.sheets, rows)
    },
  }
}

/** What can be imported under a name: a register, or an action by its id. @throws Refusal when there is neither. */
export function getImportable(setting: Setting, name: string): Importable {
  const action = setting.house.actions.get(name)
  return action ? importableAction(setting, action) : importableRegister(setting, getRegister(name))
}

/** What an import is called; also one of an action that is no longer there. */
export function titleOf({ house }: Setting, name: string): Text {
  const action = house.actions.get(name)
  if (action)
    return { zh: `${action.record.title.zh}-${action.title.zh}`, en: `${action.record.title.en}: ${action.title.en}` }
  return Object.hasOwn(importableRegisters, name) ? importableRegisters[name]!.title : { zh: name, en: name }
}
