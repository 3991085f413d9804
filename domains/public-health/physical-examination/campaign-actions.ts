import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { drawUp } from './day-list.ts'
import { examinedGroups } from './groups.ts'
import { attendance, campaign, stop } from './records.ts'
import { attendances, campaigns, stops } from './tables.ts'

const date = (zh: string, en: string) => field(z.iso.date(), { title: { zh, en } })

export const openCampaign = defineAction(campaign, {
  name: 'open',
  title: { zh: '制定体检批次', en: 'Set up a campaign' },
  on: 'new',
  to: 'open',
  input: z.object({
    title: field(z.string().trim().min(2).max(60), { title: { zh: '名称', en: 'Name' } }),
    vehicle: inputs.short('体检车（点）', 'Vehicle'),
    startsOn: date('开始日期', 'From'),
    endsOn: date('结束日期', 'Until'),
    groups: field(inputs.choices(examinedGroups, { zh: '召集人群', en: 'Called' }).min(1), {
      title: { zh: '召集人群', en: 'Called' },
      values: examinedGroups,
    }),
  }),
  async run({ input, create }) {
    if (input.endsOn < input.startsOn)
      refuse('endsOn', { zh: '结束日期不能早于开始日期', en: 'The last day lies before the first' })
    return create(input)
  },
})

export const closeCampaign = defineAction(campaign, {
  name: 'close',
  title: { zh: '结束批次', en: 'Close' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  input: z.object({}),
  confirm: { zh: '结束后不能再排站点和登记到检。确定结束？', en: 'No more stops or arrivals after that. Close it?' },
  run: ({ change }) => change({}),
})

export const planStop = defineAction(stop, {
  name: 'plan',
  title: { zh: '排定站点', en: 'Plan a stop' },
  on: 'new',
  to: 'planned',
  input: z.object({
    campaign: field(z.uuid(), {
      title: { zh: '批次', en: 'Campaign' },
      refersTo: 'record:physical-examination.campaign',
    }),
    village: field(z.string().length(12), { title: { zh: '村（社区）', en: 'Village' }, refersTo: 'division' }),
    visitsOn: date('体检日期', 'Day'),
    meetingPlace: inputs.short('集合地点', 'Meeting place'),
  }),
  async run({ input, find, create }) {
    const held = await find(campaign, and(eq(campaigns.id, input.campaign), eq(campaigns.state, 'open')))
    if (!held) return refuse('campaign', { zh: '批次不存在或已结束', en: 'No such campaign, or it is closed' })
    if (input.visitsOn < held.startsOn || input.visitsOn > held.endsOn)
      refuse('visitsOn', {
        zh: `体检日期须在批次起止日期内（${held.startsOn}至${held.endsOn}）`,
        en: `The day must lie within the campaign (${held.startsOn} to ${held.endsOn})`,
      })
    const same = and(eq(stops.campaign, held.id), eq(stops.village, input.village), eq(stops.visitsOn, input.visitsOn))
    if (await find(stop, and(same, isNull(stops.voidedAt))))
      refuse('village', { zh: '该村当日已排站点', en: 'There is a stop in this village on that day' })
    return create({ ...input, division: input.village })
  },
})

export const drawUpList = defineAction(stop, {
  name: 'draw-up-list',
  title: { zh: '生成应检名单', en: 'Draw up the list' },
  on: 'existing',
  from: ['planned', 'listed'],
  to: 'listed',
  input: z.object({}),
  async run(context) {
    const { current, find, findAll, createOther, change } = context
    const held = await find(campaign, and(eq(campaigns.id, current.campaign), eq(campaigns.state, 'open')))
    if (!held) return refuse('campaign', { zh: '批次已结束', en: 'The campaign is closed' })
    const known = await findAll(attendance, and(eq(attendances.campaign, held.id), isNull(attendances.voidedAt)))
    const listed = new Set(known.map(({ person }) => person))
    const entries = await drawUp(context, current.village, current.visitsOn, held.groups)
    // Whoever stands on a list of this campaign already, here or in another village, is not called twice.
    const fresh = entries.filter(({ person }) => !listed.has(person))
    const own = known.filter((row) => row.stop === current.id).length
    for (const [index, { person, household, groups }] of fresh.entries())
      await createOther(attendance, {
        ...{ state: 'called', person, division: current.division, stop: current.id, campaign: held.id },
        ...{ listNumber: own + index + 1, household, groups: [...groups] },
      })
    return change({ called: own + fresh.length })
  },
})

export const finishStop = defineAction(stop, {
  name: 'finish',
  title: { zh: '完成站点', en: 'Finish the stop' },
  on: 'existing',
  from: ['listed'],
  to: 'done',
  input: z.object({}),
  run: ({ change }) => change({}),
})
