import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import { appendEntry } from '../record/journal.ts'
import { isRestricted } from '../record/restricted.ts'
import { findExtensionFields, type ExtensionField } from '../record/extension.ts'
import type { Connection } from '../store/connection.ts'
import { Refusal, refuse } from '../text/refusal.ts'
import { quantity, ratio, termsOf, type Indicator } from './indicator.ts'
import { flow, type Measure } from './measure.ts'

const text = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120) })
const conditionSchema = z.object({
  field: z.string().min(1).max(60),
  op: z.enum(['=', '≠', '≥', '≤', 'in', 'filled']),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
})
const countSchema = z.object({
  count: z.union([z.literal('records'), z.literal('persons'), z.object({ sum: z.string() })]).default('records'),
  conditions: z.array(conditionSchema).max(10).default([]),
})

/** An indicator over any field of a record, as an administrator defines it on the page. */
export const userIndicatorSchema = z.object({
  id: z
    .string()
    .regex(/^user\.[a-z][a-z0-9-]{1,40}$/, '编号须以 user. 开头，用小写字母、数字和短横线 / must start with user.'),
  title: text,
  unit: z.string().min(1).max(10),
  decimals: z.int().min(0).max(4).default(0),
  better: z.enum(['higher', 'lower', 'neither']).default('neither'),
  basis: text,
  record: z.string(),
  kind: z.enum(['quantity', 'ratio']),
  numerator: countSchema,
  denominator: z.union([countSchema, z.object({ measure: z.string() })]).optional(),
})

/** The definition of a run-time indicator. */
export type UserIndicator = z.output<typeof userIndicatorSchema>

type Condition = z.output<typeof conditionSchema>

const CASTS: Record<ExtensionField['kind'], string> = {
  text: 'text',
  number: 'numeric',
  date: 'date',
  'yes-no': 'boolean',
  choice: 'text',
}

/** The column or extension field a definition names; refuses names that are neither, so that nothing else reaches SQL. */
function fieldExpression(record: AnyRecord, extensions: readonly ExtensionField[], name: string): SQL {
  const extension = extensions.find((each) => each.record === record.id && each.key === name)
  if (extension) return sql`(${record.table.extra} ->> ${name})::${sql.raw(CASTS[extension.kind])}`
  const column = (getTableColumns(record.table) as Record<string, PgColumn>)[name]
  const allowed = (name in record.fields && !isRestricted(record, name)) || ['state', 'happenedOn'].includes(name)
  if (!column || !allowed)
    refuse('field', { zh: `“${record.title.zh}”没有字段“${name}”`, en: `“${record.title.en}” has no field “${name}”` })
  return sql`${column}`
}

function conditionSql(record: AnyRecord, extensions: readonly ExtensionField[], condition: Condition): SQL {
  const field = fieldExpression(record, extensions, condition.field)
  const { value } = condition
  if (condition.op === 'filled') return sql`${field} is not null and ${field}::text <> ''`
  if (condition.op === 'in') {
    if (!Array.isArray(value)) return refuse('value', { zh: '“属于”需要一组取值', en: '“in” needs a list of values' })
    return sql`${field}::text = any(${sql.param(value)}::text[])`
  }
  if (value === undefined || Array.isArray(value))
    return refuse('value', { zh: '请填写比较值', en: 'Give the value to compare with' })
  if (condition.op === '=') return sql`${field}::text = ${String(value)}`
  if (condition.op === '≠') return sql`${field}::text is distinct from ${String(value)}`
  const numeric = typeof value === 'number'
  const cast = sql.raw(numeric ? 'numeric' : 'text')
  return condition.op === '≥'
    ? sql`${field}::${cast} >= ${sql.param(value)}::${cast}`
    : sql`${field}::${cast} <= ${sql.param(value)}::${cast}`
}

function measureFrom(
  definition: UserIndicator,
  side: 'n' | 'd',
  part: z.output<typeof countSchema>,
  record: AnyRecord,
  extensions: readonly ExtensionField[],
): Measure {
  const conditions = part.conditions.map((each) => conditionSql(record, extensions, each))
  const count =
    typeof part.count === 'object'
      ? { sum: sql`${fieldExpression(record, extensions, part.count.sum)}::numeric` }
      : part.count
  return flow(record, {
    id: `${definition.id}.${side}`,
    title: definition.title,
    when: record.table.happenedOn,
    count,
    ...(conditions.length > 0 ? { where: sql.join(conditions, sql` and `) } : {}),
  })
}

/** Makes a definition into an indicator like any declared one. Refuses what does not fit the house. */
export function compileUserIndicator(
  house: House,
  extensions: readonly ExtensionField[],
  definition: UserIndicator,
  version: number,
): Indicator {
  const record = house.records.get(definition.record)
  if (!record)
    return refuse('record', {
      zh: `没有记录类型“${definition.record}”`,
      en: `There is no record type “${definition.record}”`,
    })
  // A count of few under conditions of one's own tells who they are: what named roles alone may see is counted by the house's definitions only.
  if (record.confidential)
    return refuse('record', {
      zh: `“${record.title.zh}”仅指定岗位可见，不能自定义指标`,
      en: `“${record.title.en}” is seen by named roles only; no indicator is defined over it`,
    })
  const numerator = measureFrom(definition, 'n', definition.numerator, record, extensions)
  const options = { ...definition, version, source: `用户定义指标 ${definition.id}（第${version}版）` }
  if (definition.kind === 'quantity') return quantity(numerator, options)
  const { denominator } = definition
  if (!denominator) return refuse('denominator', { zh: '比率指标需要分母', en: 'A ratio needs a denominator' })
  if (!('measure' in denominator))
    return ratio(numerator, measureFrom(definition, 'd', denominator, record, extensions), options)
  const measure = house.measures.get(denominator.measure)
  if (!measure)
    return refuse('denominator', {
      zh: `没有统计量“${denominator.measure}”`,
      en: `There is no measure “${denominator.measure}”`,
    })
  const guarded = [...house.indicators.values()].some(
    (each) => each.guard && termsOf(each.numerator).some((term) => term.measure.id === measure.id),
  )
  if (guarded)
    return refuse('denominator', {
      zh: `“${measure.title.zh}”仅指定岗位可见，不能作自定义指标的分母`,
      en: `“${measure.title.en}” is seen by named roles only; no indicator is defined over it`,
    })
  return ratio(numerator, measure, options)
}

interface StoredDefinition {
  id: string
  version: number
  definition: UserIndicator
  active: boolean
}

/** The newest version of each run-time indicator, as stored. */
export function listUserIndicators(connection: Connection, county: string): Promise<StoredDefinition[]> {
  return connection.query<StoredDefinition>(
    'select distinct on (id) id, version, definition, active from user_indicator where county = $1 order by id, version desc',
    [county],
  )
}

/** Run-time indicators in force, ready for the engine. A definition that no longer fits the house is left out. */
export async function loadUserIndicators(connection: Connection, house: House, county: string): Promise<Indicator[]> {
  const extensions = await findExtensionFields(connection, county)
  return (await listUserIndicators(connection, county)).flatMap((stored) => {
    if (!stored.active) return []
    try {
      return [compileUserIndicator(house, extensions, stored.definition, stored.version)]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
}

/** Stores a new version of a run-time indicator after checking that it can be computed. */
export async function defineUserIndicator(
  connection: Connection,
  house: House,
  actor: Actor,
  county: string,
  request: { requestId: string; definition: UserIndicator; active?: boolean },
): Promise<{ id: string; version: number }> {
  const { definition } = request
  if (house.indicators.has(definition.id))
    refuse('id', { zh: '该编号已被系统指标使用', en: 'The id belongs to a built-in indicator' })
  const known = (await listUserIndicators(connection, county)).find((each) => each.id === definition.id)
  const version = (known?.version ?? 0) + 1
  compileUserIndicator(house, await findExtensionFields(connection, county), definition, version)
  await connection.query(
    'insert into user_indicator (county, id, version, definition, active, created_by) values ($1,$2,$3,$4::jsonb,$5,$6)',
    [county, definition.id, version, JSON.stringify(definition), request.active ?? true, actor.account],
  )
  await appendEntry(connection, {
    county,
    requestId: request.requestId,
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: 'indicator.define',
    record: 'user-indicator',
    recordId: null,
    person: null,
    division: county,
    input: definition,
    changes: [],
    answer: { id: definition.id, version },
  })
  return { id: definition.id, version }
}
