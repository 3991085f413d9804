import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { momentOf, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { finding, patrol, site } from './records.ts'
import { fields as areas } from './rules.ts'
import { sites } from './tables.ts'

const written = (zh: string, en: string, longest = 500) =>
  field(z.string().trim().min(2).max(longest), { title: { zh, en }, multiline: longest > 100 })
const siteTitle = { title: { zh: '协管对象', en: 'Site' }, refersTo: 'record:supervision-assistance.site' as const }

export const listSite = defineAction(site, {
  name: 'list',
  title: { zh: '登记协管对象', en: 'List a site' },
  on: 'new',
  to: 'active',
  input: z.object({
    field: inputs.choice(areas, { zh: '专业', en: 'Field' }),
    name: written('名称', 'Name', 60),
    division: field(z.string().min(9).max(12), {
      title: { zh: '所在村（社区）', en: 'Village' },
      refersTo: 'division',
    }),
    address: inputs.short('地址', 'Address', 100),
    happenedOn: inputs.day('建档日期', 'Listed on'),
  }),
  async run({ input, find, create }) {
    const same = and(eq(sites.name, input.name), eq(sites.division, input.division), eq(sites.field, input.field))
    if (await find(site, and(same, eq(sites.state, 'active'), isNull(sites.voidedAt))))
      refuse('name', { zh: '该对象已在册', en: 'This site is listed already' })
    return create(input)
  },
})

export const closeSite = defineAction(site, {
  name: 'close',
  title: { zh: '注销', en: 'Close' },
  on: 'existing',
  from: ['active'],
  to: 'closed',
  input: z.object({}),
  confirm: { zh: '注销后不再列入巡查。确定注销？', en: 'It will no longer be patrolled. Close it?' },
  run: ({ today, change }) => change({ closedOn: today }),
})

export const recordPatrol = defineAction(patrol, {
  name: 'record',
  title: { zh: '登记巡查', en: 'Record a patrol' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    site: field(z.uuid(), siteTitle),
    happenedOn: inputs.day('巡查日期', 'Patrolled on'),
    content: written('巡查内容', 'What was looked at'),
    assistant: written('协管员', 'Assistant', 40),
    found: field(z.string().trim().max(500).optional(), {
      title: { zh: '发现的事件或线索', en: 'Event or lead found' },
      help: {
        zh: '没有发现则不填；填写后须报告卫生监督机构',
        en: 'Leave empty when nothing was found; otherwise it must be reported',
      },
      multiline: true,
    }),
  }),
  async run({ input, today, find, create, createOther }) {
    const { happenedOn = today, found, content, assistant } = input
    const held = await find(site, and(eq(sites.id, input.site), eq(sites.state, 'active'), isNull(sites.voidedAt)))
    if (!held) return refuse('site', { zh: '协管对象不存在或已注销', en: 'No such site, or it is closed' })
    if (happenedOn < held.happenedOn)
      refuse('happenedOn', { zh: '巡查日期早于建档日期', en: 'The day lies before the site was listed' })
    const common = { site: held.id, field: held.field, division: held.division, happenedOn }
    const row = await create({ ...common, content, assistant, outcome: found ? 'found' : 'normal' })
    if (found) {
      const foundAt = happenedOn === today ? presentMoment(today) : momentOf(happenedOn, '12:00')
      await createOther(finding, { ...common, state: 'found', patrol: row.id, description: found, foundAt })
    }
    return row
  },
})

export const noteFinding = defineAction(finding, {
  name: 'note',
  title: { zh: '登记事件或线索', en: 'Note an event or lead' },
  on: 'new',
  to: 'found',
  input: z.object({
    field: inputs.choice(areas, { zh: '专业', en: 'Field' }),
    division: field(z.string().min(9).max(12), { title: { zh: '发生地', en: 'Where' }, refersTo: 'division' }),
    site: field(z.uuid().optional(), siteTitle),
    happenedOn: inputs.day('发现日期', 'Found on'),
    description: written('情况', 'What was found'),
  }),
  run({ input, today, create }) {
    const { happenedOn = today } = input
    const foundAt = happenedOn === today ? presentMoment(today) : momentOf(happenedOn, '12:00')
    return create({ ...input, happenedOn, foundAt })
  },
})

export const reportFinding = defineAction(finding, {
  name: 'report',
  title: { zh: '报告', en: 'Report upward' },
  on: 'existing',
  from: ['found'],
  to: 'reported',
  input: z.object({ to: written('接报机构', 'Reported to', 60) }),
  run: ({ input, today, change }) => change({ reportedTo: input.to, reportedAt: presentMoment(today) }),
})

export const answerFinding = defineAction(finding, {
  name: 'answer',
  title: { zh: '反馈处理结果', en: 'Answer' },
  on: 'existing',
  from: ['reported'],
  to: 'answered',
  input: z.object({ answer: written('处理结果', 'What was done') }),
  run: ({ input, today, change }) => change({ answer: input.answer, answeredOn: today }),
})

export const voidPatrol = voidAction(patrol, {
  zh: '作废后该次巡查不再计入。确定作废？',
  en: 'The patrol will no longer count. Void it?',
})

export const photos = [attachAction(site), attachAction(patrol), attachAction(finding)] as const
