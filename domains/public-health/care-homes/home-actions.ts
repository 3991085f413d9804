import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { home, stay } from './records.ts'
import { homes, stays } from './tables.ts'

const linking = {
  link: inputs.choice(codes.links, { zh: '医养结合方式', en: 'Medical care' }),
  partner: field(z.string().max(30).optional(), {
    title: { zh: '合作医疗卫生机构', en: 'Partner' },
    refersTo: 'institution',
  }),
  linkedFrom: field(z.iso.date().optional(), { title: { zh: '协议起始', en: 'Agreed from' } }),
  linkedUntil: field(z.iso.date().optional(), { title: { zh: '协议至', en: 'Agreed until' } }),
}

interface Linking {
  readonly link: codes.Link
  readonly partner?: string | undefined
  readonly linkedFrom?: string | undefined
  readonly linkedUntil?: string | undefined
}

/** What a home's link says; an agreement has a partner and two days. @throws Refusal naming the field that is missing or wrong. */
async function linkOf({ connection, county }: Pick<ActionContext, 'connection' | 'county'>, given: Linking) {
  const { link, partner, linkedFrom, linkedUntil } = given
  if (link !== 'contract') return { link, partner: null, linkedFrom: linkedFrom ?? null, linkedUntil: null }
  if (!partner || !(await findInstitution(connection, county, partner)))
    return refuse('partner', { zh: '请选择本县签约的医疗卫生机构', en: 'Choose the institution of the county' })
  if (!linkedFrom || !linkedUntil || linkedUntil <= linkedFrom)
    return refuse('linkedUntil', { zh: '请填写协议的起止日期', en: 'An agreement has a first and a last day' })
  return { link, partner, linkedFrom, linkedUntil }
}

export const registerHome = defineAction(home, {
  name: 'register',
  title: { zh: '登记养老机构', en: 'Register a home' },
  on: 'new',
  to: 'open',
  input: z.object({
    name: field(z.string().trim().min(2).max(60), { title: { zh: '名称', en: 'Name' } }),
    division: field(z.string().min(9).max(12), {
      title: { zh: '所在村（社区）', en: 'Village' },
      refersTo: 'division',
    }),
    kind: inputs.choice(codes.homeKinds, { zh: '类型', en: 'Kind' }),
    beds: field(z.int().min(1).max(2000), { title: { zh: '床位', en: 'Beds' }, unit: { zh: '张', en: 'beds' } }),
    nursingBeds: inputs.counted('护理型床位', 'Nursing beds', 0, 2000, '张'),
    ...linking,
    happenedOn: inputs.day('登记日期', 'Listed on'),
  }),
  async run(context) {
    const { input, find, create } = context
    const same = and(eq(homes.name, input.name), eq(homes.division, input.division), isNull(homes.voidedAt))
    if (await find(home, and(same, eq(homes.state, 'open'))))
      refuse('name', { zh: '该养老机构已登记', en: 'This home is listed already' })
    if ((input.nursingBeds ?? 0) > input.beds)
      refuse('nursingBeds', { zh: '护理型床位不能多于床位', en: 'Not more than there are beds' })
    return create({ ...input, ...(await linkOf(context, input)) })
  },
})

export const linkHome = defineAction(home, {
  name: 'link',
  title: { zh: '更新医养结合方式', en: 'Change how care comes' },
  on: 'existing',
  from: ['open'],
  input: z.object(linking),
  run: async (context) => context.change(await linkOf(context, context.input)),
})

export const closeHome = defineAction(home, {
  name: 'close',
  title: { zh: '停办', en: 'Close' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  input: z.object({ on: inputs.day('停办日期', 'Closed on') }),
  async run({ input, current, today, find, change }) {
    const there = and(eq(stays.home, current.id), eq(stays.state, 'living'), isNull(stays.voidedAt))
    if (await find(stay, there))
      refuse('on', { zh: '还有老人在住，请先登记离开', en: 'People still live there: record their leaving first' })
    return change({ closedOn: input.on ?? today })
  },
})

export const homeWork = [registerHome, linkHome, closeHome, attachAction(home)] as const
