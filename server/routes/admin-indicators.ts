import { randomUUID } from 'node:crypto'
import { getTableColumns } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import {
  defineUserIndicator,
  listUserIndicators,
  userIndicatorSchema,
  type UserIndicator,
} from '@kangheng/kernel/indicator/user-indicator.ts'
import { markRelation } from '@kangheng/kernel/indicator/mark-stale.ts'
import { termsOf } from '@kangheng/kernel/indicator/indicator.ts'
import { findExtensionFields, type ExtensionField } from '@kangheng/kernel/record/extension.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { Setting } from '../setting.ts'
import { kindOf } from '../view/record.ts'

const measure = z.object({
  count: z
    .union([z.literal('records'), z.literal('persons'), z.object({ sum: z.string().max(60) })])
    .default('records'),
  conditions: z
    .array(
      z.object({
        field: z.string().min(1).max(60),
        op: z.enum(['=', '≠', '≥', '≤', 'in', 'filled']),
        value: z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(100))]).optional(),
      }),
    )
    .max(10)
    .default([]),
})

/** What the form sends: values as they were typed, and a denominator that may be an indicator of the house. */
const body = z.object({
  requestId: z.string().min(8).max(64).optional(),
  id: z.string().max(60),
  title: userIndicatorSchema.shape.title,
  unit: z.union([z.string().min(1).max(10), z.object({ zh: z.string().min(1).max(10), en: z.string() })]),
  decimals: z.coerce.number().int().min(0).max(4).default(0),
  better: z.enum(['higher', 'lower', 'neither']).default('neither'),
  basis: userIndicatorSchema.shape.basis,
  record: z.string().max(100),
  kind: z.enum(['quantity', 'ratio']),
  numerator: measure,
  denominator: z
    .union([z.object({ indicator: z.string().max(100) }), z.object({ measure: z.string().max(100) }), measure])
    .optional(),
  active: z.boolean().default(true),
})

type Body = z.output<typeof body>
type Measure = z.output<typeof measure>

/** Numbers are compared as numbers, lists are split: a form knows texts only. */
function typed(setting: Setting, record: string, extensions: readonly ExtensionField[], given: Measure): Measure {
  const type = setting.house.records.get(record)
  const columns = type ? (getTableColumns(type.table) as Record<string, PgColumn>) : {}
  const isNumber = (name: string) => {
    const extension = extensions.find((field) => field.record === record && field.key === name)
    return extension ? extension.kind === 'number' : kindOf({ title: { zh: '', en: '' } }, columns[name]) === 'number'
  }
  const conditions = given.conditions.map((condition) => {
    const { op, value, field } = condition
    if (op === 'in' && typeof value === 'string')
      return { ...condition, value: value.split(/[,，、\s]+/).filter(Boolean) }
    if ((op === '≥' || op === '≤') && typeof value === 'string' && isNumber(field)) {
      const number = Number(value)
      if (value.trim() === '' || !Number.isFinite(number))
        refuse('value', { zh: `“${field}”的比较值应为数字`, en: `“${field}” is compared with a number` })
      return { ...condition, value: number }
    }
    return condition
  })
  return { ...given, conditions }
}

function definitionOf(setting: Setting, given: Body, extensions: readonly ExtensionField[]): UserIndicator {
  const { requestId: _id, active: _active, denominator, unit, ...rest } = given
  const name = given.id.startsWith('user.') ? given.id : `user.${given.id}`
  const part = (side: Measure) => typed(setting, given.record, extensions, side)
  const below = () => {
    if (!denominator) return undefined
    if ('measure' in denominator) return denominator
    if (!('indicator' in denominator)) return part(denominator)
    const indicator = setting.house.indicators.get(denominator.indicator)
    const terms = indicator?.kind === 'quantity' ? termsOf(indicator.numerator) : []
    if (terms.length !== 1 || terms[0]!.weight !== 1)
      return refuse('denominator', {
        zh: '分母请选择一个数量指标（如常住人口），不能是比率',
        en: 'Choose a quantity (such as usual residents) as denominator, not a rate',
      })
    return { measure: terms[0]!.measure.id }
  }
  return userIndicatorSchema.parse({
    ...rest,
    id: name,
    unit: typeof unit === 'string' ? unit : unit.zh,
    numerator: part(given.numerator),
    denominator: given.kind === 'ratio' ? below() : undefined,
  })
}

/** Indicators defined at run time. The refresher computes their figures for every place and month, starting at once. */
export const adminIndicatorRoutes: Routes = (app, setting) => {
  app.get('/api/admin/indicators', { config: { access: 'configure' } }, async () => ({
    indicators: (await listUserIndicators(setting.database, setting.county)).map(({ definition, version, active }) => ({
      ...definition,
      version,
      retired: !active,
    })),
  }))

  app.post('/api/admin/indicators', { config: { access: 'configure' }, schema: { body } }, async (request) => {
    requireCounty(setting, request)
    const actor = requestActor(request)
    const { requestId = randomUUID(), active } = request.body
    return setting.database.transaction(async (connection) => {
      const extensions = await findExtensionFields(connection, setting.county)
      const definition = definitionOf(setting, request.body, extensions)
      const defined = await defineUserIndicator(connection, setting.house, actor, setting.county, {
        requestId,
        definition,
        active,
      })
      await markRelation(connection, setting.county, definition.record)
      return defined
    })
  })
}
