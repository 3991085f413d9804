import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { kinds, levels } from './codes.ts'
import { standard, standardItem } from './records.ts'
import { FULL, totalOf } from './score.ts'
import { shippedStandards, type ShippedStandardId } from './standards/index.ts'
import { standardItems, standards } from './tables.ts'

const templates = Object.fromEntries(Object.entries(shippedStandards).map(([id, { title }]) => [id, title])) as Record<
  ShippedStandardId,
  Text
>

/** Standards and names concern the whole county. */
export const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'standard', {
    zh: '由县级爱卫办办理',
    en: 'That is for the patriotic health office of the county',
  })

/** The items of a standard, in order. */
export const itemsOf = async ({ findAll }: Pick<ActionContext, 'findAll'>, id: string) =>
  (await findAll(standardItem, and(eq(standardItems.standard, id), isNull(standardItems.voidedAt)))).sort(
    (one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }),
  )

/** A standard within sight. @throws Refusal of the field `standard` when there is none. */
export async function getStandard({ find }: Pick<ActionContext, 'find'>, id: string) {
  return (
    (await find(standard, and(eq(standards.id, id), isNull(standards.voidedAt)))) ??
    refuse('standard', { zh: '没有这份标准', en: 'There is no such standard' })
  )
}

async function requireDraft(context: Pick<ActionContext, 'find' | 'actor' | 'county'>, id: string) {
  requireCounty(context)
  const found = await getStandard(context, id)
  if (found.state !== 'draft')
    refuse('standard', {
      zh: '标准已印发，不能改；请起草新的年度版本',
      en: 'It has been issued and does not change: draft a new edition',
    })
  return found
}

const pointsInput = (zh: string, en: string, most: number) =>
  field(z.number().min(0.5).max(most).multipleOf(0.5), { title: { zh, en }, unit: { zh: '分', en: 'points' } })

export const draftStandard = defineAction(standard, {
  name: 'draft',
  title: { zh: '起草创建标准', en: 'Draft a standard' },
  on: 'new',
  to: 'draft',
  input: z.object({
    template: inputs
      .choice(templates, { zh: '参照的样本（不选则从空白开始）', en: 'Begin with (nothing chosen: empty)' })
      .optional(),
    name: field(z.string().trim().min(4).max(80), { title: { zh: '名称', en: 'Name' } }),
    kind: inputs.choice(kinds, { zh: '类别', en: 'Kind' }),
    level: inputs.choice(levels, { zh: '级别', en: 'Level' }),
    year: field(z.int().min(2000).max(2100), { title: { zh: '年度', en: 'Year' } }),
    passFrom: pointsInput('达标分', 'Passed from', 100),
    validYears: field(z.int().min(1).max(10), {
      title: { zh: '复审周期', en: 'Checked again after' },
      unit: { zh: '年', en: 'years' },
    }),
    requires: inputs.choice(levels, { zh: '须先命名为（级别）', en: 'Named before at' }).optional(),
    source: field(z.string().trim().min(4).max(200), { title: { zh: '依据', en: 'Source' } }),
  }),
  async run(context) {
    const { input, county, create, createOther } = context
    requireCounty(context)
    const { template, ...values } = input
    const shipped = template ? shippedStandards[template] : undefined
    if (shipped && shipped.kind !== input.kind)
      refuse('template', { zh: '样本是另一类创建的', en: 'That one is for another kind' })
    const row = await create({
      ...values,
      passFrom: String(values.passFrom),
      requires: values.requires ?? null,
      division: county,
    })
    for (const item of shipped?.items ?? [])
      await createOther(standardItem, {
        ...{ state: 'listed', division: county, standard: row.id, code: item.code, part: item.part },
        ...{ requirement: item.requirement, points: String(item.points), decisive: item.decisive ?? false },
      })
    return row
  },
})

export const addItem = defineAction(standardItem, {
  name: 'add',
  title: { zh: '列入标准条目', en: 'Add an item' },
  on: 'new',
  to: 'listed',
  input: z.object({
    standard: field(z.uuid(), { title: { zh: '标准', en: 'Standard' }, refersTo: 'record:healthy-places.standard' }),
    code: field(z.string().regex(/^\d{1,2}(\.\d{1,2}){0,2}$/), {
      title: { zh: '编号', en: 'No.' },
      help: { zh: '例如 3.2', en: 'For example 3.2' },
    }),
    part: field(z.string().trim().min(2).max(60), { title: { zh: '部分', en: 'Part' } }),
    requirement: field(z.string().trim().min(4).max(500), {
      title: { zh: '要求', en: 'Requirement' },
      multiline: true,
    }),
    points: pointsInput('分值', 'Points', 100),
    decisive: inputs.yesNo('否决项', 'Decisive'),
  }),
  async run(context) {
    const { input, county, create } = context
    await requireDraft(context, input.standard)
    if ((await itemsOf(context, input.standard)).some(({ code }) => code === input.code))
      refuse('code', { zh: `已有${input.code}条，请换编号或先移出`, en: `There is an item ${input.code} already` })
    return create({ ...input, points: String(input.points), division: county })
  },
})

export const removeItem = defineAction(standardItem, {
  name: 'remove',
  title: { zh: '移出标准条目', en: 'Remove the item' },
  on: 'existing',
  input: z.object({}),
  async run(context) {
    await requireDraft(context, context.current.standard)
    return context.change(voidedBecause('移出标准'))
  },
})

export const issueStandard = defineAction(standard, {
  name: 'issue',
  title: { zh: '印发创建标准', en: 'Issue the standard' },
  on: 'existing',
  from: ['draft'],
  to: 'issued',
  confirm: { zh: '印发后条目和分值不再改变。确定印发？', en: 'Items and points do not change afterwards. Issue?' },
  input: z.object({}),
  async run(context) {
    const { current, today, change } = context
    requireCounty(context)
    const total = totalOf(await itemsOf(context, current.id))
    if (Number(total) !== Number(FULL))
      refuse('standard', {
        zh: `各条分值合计${total}分，应为${FULL}分`,
        en: `The items add up to ${total} points instead of ${FULL}`,
      })
    return change({ issuedOn: today })
  },
})

export const retireStandard = defineAction(standard, {
  name: 'retire',
  title: { zh: '废止创建标准', en: 'Retire the standard' },
  on: 'existing',
  from: ['draft', 'issued'],
  to: 'retired',
  confirm: { zh: '废止后不能再按它申报，已申报的继续办。确定废止？', en: 'Nobody can apply by it any more. Retire?' },
  input: z.object({}),
  run(context) {
    requireCounty(context)
    return context.change({})
  },
})
