import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import type { Connection } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import type { FieldDefinition } from './define-record.ts'
import { maskField } from '../person/mask.ts'

/** One thing that was done to a record. */
export interface HistoryEntry {
  readonly at: string
  readonly account: string | null
  readonly action: Text
  readonly changes: readonly FieldChange[]
}

/** One field of a row, as it was and as it is, in words where it is coded. */
export interface FieldChange {
  readonly field: Text
  readonly before: unknown
  readonly after: unknown
}

/** A row's change as the journal keeps it. */
export interface StoredChange {
  table: string
  id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown>
}

const KERNEL_TITLES: Readonly<Record<string, Text>> = {
  division: { zh: '区划', en: 'Division' },
  institution: { zh: '机构', en: 'Institution' },
  person: { zh: '居民', en: 'Resident' },
  state: { zh: '状态', en: 'State' },
  voidedReason: { zh: '作废原因', en: 'Reason for voiding' },
  voidedAt: { zh: '作废时间', en: 'Voided at' },
}
/** Columns whose change says nothing to a reader. */
const SILENT = new Set(['county', 'id', 'version', 'recordedAt', 'recordedBy', 'voidedAt', 'extra'])

/** The fields that a change of a record's row touched. */
export function fieldChanges(record: AnyRecord, change: StoredChange, unmasked: boolean): FieldChange[] {
  const columns = getTableColumns(record.table) as Record<string, PgColumn>
  const fields = record.fields as Record<string, FieldDefinition>
  const shown = (name: string, value: unknown): unknown => {
    if (value === null || value === undefined) return null
    if (name === 'state') return (record.states as Record<string, Text>)[String(value)] ?? value
    const field = fields[name]
    if (field?.masked && !unmasked && typeof value === 'string') return maskField(field.masked, value)
    return field?.values?.[String(value)] ?? value
  }
  const titleOf = (name: string): Text =>
    fields[name]?.title ?? KERNEL_TITLES[name] ?? (name === 'happenedOn' ? record.happenedOn : { zh: name, en: name })
  const plain = Object.keys(change.after)
    .filter((name) => name in columns && !SILENT.has(name))
    .map((name) => ({
      field: titleOf(name),
      before: shown(name, change.before?.[name]),
      after: shown(name, change.after[name]),
    }))
  const [before, after] = [change.before?.['extra'], change.after['extra']] as (Record<string, unknown> | undefined)[]
  const extra = Object.keys(after ?? {})
    .filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after![key]))
    .map((key) => ({ field: { zh: key, en: key }, before: before?.[key] ?? null, after: after![key] }))
  return [...plain, ...extra]
}

/** Title of whatever an entry of the journal was done by. */
export function titleOfEntry(house: House, action: string): Text {
  return house.actions.get(action)?.title ?? KERNEL_ACTIONS[action] ?? { zh: action, en: action }
}

/** Entries that belong to no line of business. */
const KERNEL_ACTIONS: Readonly<Record<string, Text>> = {
  'account.create': { zh: '新建账号', en: 'Create account' },
  'account.change': { zh: '修改账号', en: 'Change account' },
  'account.disable': { zh: '停用账号', en: 'Disable account' },
  'account.enable': { zh: '启用账号', en: 'Enable account' },
  'account.reset': { zh: '重置密码', en: 'Reset password' },
  'account.unlock': { zh: '解锁账号', en: 'Unlock account' },
  'extension-field.define': { zh: '设置扩展字段', en: 'Define extension field' },
  'indicator.define': { zh: '设置自定义指标', en: 'Define indicator' },
  'figures.close': { zh: '月度关账', en: 'Close month' },
  'figures.revise': { zh: '修订数据', en: 'Revise figure' },
  'target.set': { zh: '下达目标', en: 'Set target' },
  'demo.load': { zh: '生成演示数据', en: 'Make demo data' },
  'import.residents': { zh: '导入居民花名册', en: 'Import residents' },
}

/**
 * What was done to one record, the latest first, from the journal: every entry that wrote the row, also where an action of another of the
 * person's records did. Only for a reader who has been given the row: the journal is hidden from most roles, so `connection` is the owner's.
 */
export async function historyOf(
  connection: Connection,
  house: House,
  county: string,
  record: AnyRecord,
  row: { id: string; person: string | null },
  unmasked: boolean,
): Promise<HistoryEntry[]> {
  const entries = await connection.query<{
    at: string
    account: string | null
    action: string
    changes: StoredChange[]
  }>(
    `select at, account, action, changes from journal where county = $1 and record_id = $2
     union all
     select at, account, action, changes from journal
       where county = $1 and person = $3::uuid and record_id <> $2 and changes @> $4::jsonb
     order by at desc limit 200`,
    [county, row.id, row.person, JSON.stringify([{ table: getTableName(record.table), id: row.id }])],
  )
  const table = getTableName(record.table)
  return entries.map((entry) => ({
    at: entry.at,
    account: entry.account,
    action: titleOfEntry(house, entry.action),
    changes: entry.changes
      .filter((change) => change.table === table && change.id === row.id)
      .flatMap((change) => fieldChanges(record, change, unmasked)),
  }))
}
