import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Text } from '../text/text.ts'
import type { FieldDefinition } from '../record/define-record.ts'
import { measuresOf } from '../indicator/indicator.ts'
import type { AnyAction, AnyRecord, DomainDefinition } from './define-domain.ts'

function duplicates(kind: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${kind} ${id} is declared twice`)
}

function textFaults(owner: string, text: Text | undefined): string[] {
  return text?.zh.trim() && text.en.trim() ? [] : [`${owner} lacks a Chinese or English title`]
}

/** Records a field points to must exist, or lists could not name them. */
function referenceFaults(record: AnyRecord, records: ReadonlySet<string>): string[] {
  return (Object.entries(record.fields) as [string, FieldDefinition][]).flatMap(([name, { refersTo = '' }]) => {
    const target = refersTo.startsWith('record:') ? refersTo.slice('record:'.length) : undefined
    if (target === undefined || records.has(target)) return []
    return [`field ${record.id}.${name} refers to ${target}, which is no record of the house`]
  })
}

function recordFaults(record: AnyRecord): string[] {
  const columns = Object.keys(getTableColumns(record.table))
  const drawn = [...(record.trend ?? []), ...(record.curves ?? [])].map(({ field }: { field: string }) => field)
  const named = [
    ...Object.keys(record.fields),
    ...(record.list as readonly string[]),
    ...(record.overview ?? []),
    ...(record.filters ?? []),
    ...drawn,
  ]
  const unknown = named.filter((name) => !columns.includes(name))
  return [
    ...textFaults(`record ${record.id}`, record.title),
    ...restrictionFaults(record),
    ...unknown.map((name) => `record ${record.id}: ${name} is no column of ${getTableName(record.table)}`),
    ...Object.entries(record.fields).flatMap(([name, field]) =>
      textFaults(`field ${record.id}.${name}`, (field as { title: Text }).title),
    ),
    ...Object.entries(record.states).flatMap(([name, title]) => textFaults(`state ${record.id}.${name}`, title)),
  ]
}

/** Values are kept from readers by a column of lists or texts. */
function restrictionFaults(record: AnyRecord): string[] {
  const columns = getTableColumns(record.table) as Record<string, { getSQLType(): string }>
  return ((record.restricted ?? []) as readonly { field: string }[])
    .filter(({ field }) => !['jsonb', 'text'].includes(columns[field]?.getSQLType() ?? ''))
    .map(({ field }) => `record ${record.id}: values of ${field} cannot be restricted`)
}

/** What stands on a record's page must refer to it. */
function boardFaults(record: AnyRecord, records: readonly AnyRecord[]): string[] {
  return (record.board ?? []).flatMap((id: string) => {
    const other = records.find((each) => each.id === id)
    const refers = Object.values((other?.fields ?? {}) as Record<string, FieldDefinition>).some(
      ({ refersTo }) => refersTo === `record:${record.id}`,
    )
    return refers ? [] : [`record ${record.id}: ${id} stands on its board and does not refer to it`]
  })
}

function actionFaults(action: AnyAction, records: ReadonlySet<string>): string[] {
  const states = Object.keys(action.record.states)
  const unknown = [...(action.from ?? []), ...(action.to ? [action.to] : [])].filter((state) => !states.includes(state))
  return [
    ...textFaults(`action ${action.id}`, action.title),
    ...unknown.map((state) => `action ${action.id}: ${state} is no state of ${action.record.id}`),
    ...(records.has(action.record.id)
      ? []
      : [`action ${action.id}: its record ${action.record.id} is not declared by any domain`]),
  ]
}

/** Every fault of a set of declarations, as sentences; empty when the set fits together. */
export function checkDomains(domains: readonly DomainDefinition[]): string[] {
  const records = domains.flatMap((domain) => domain.records)
  const actions = domains.flatMap((domain) => domain.actions)
  const indicators = domains.flatMap((domain) => domain.indicators)
  const measureIds = new Map<string, unknown>()
  const recordIds = new Set(records.map((record) => record.id))
  const faults = [
    ...duplicates(
      'domain',
      domains.map((domain) => domain.id),
    ),
    ...duplicates(
      'record',
      records.map((record) => record.id),
    ),
    ...duplicates(
      'action',
      actions.map((action) => action.id),
    ),
    ...duplicates(
      'indicator',
      indicators.map((indicator) => indicator.id),
    ),
    ...duplicates(
      'task',
      domains.flatMap((domain) => domain.tasks).map((task) => task.id),
    ),
    ...duplicates(
      'check',
      domains.flatMap((domain) => domain.quality).map((check) => check.id),
    ),
    ...records.flatMap(recordFaults),
    ...records.flatMap((record) => referenceFaults(record, recordIds)),
    ...records.flatMap((record) => boardFaults(record, records)),
    ...actions.flatMap((action) => actionFaults(action, recordIds)),
  ]
  for (const { id, daily, grants } of domains)
    for (const { action, as } of daily)
      if (!grants.some((grant) => grant.role === as && grant.may.includes(action)))
        faults.push(`domain ${id}: ${action.id} is to run daily as ${as.id}, which may not do it`)
  for (const domain of domains) {
    faults.push(...textFaults(`domain ${domain.id}`, domain.title))
    for (const need of domain.needs)
      if (!domains.includes(need)) faults.push(`domain ${domain.id} needs ${need.id}, which is not in the house`)
  }
  for (const indicator of indicators) {
    faults.push(...textFaults(`indicator ${indicator.id}`, indicator.title))
    if (!indicator.source.trim()) faults.push(`indicator ${indicator.id} names no source`)
    for (const measure of measuresOf(indicator)) {
      const known = measureIds.get(measure.id)
      if (known && known !== measure) faults.push(`measure ${measure.id} is declared twice with different definitions`)
      measureIds.set(measure.id, measure)
    }
  }
  return faults
}
