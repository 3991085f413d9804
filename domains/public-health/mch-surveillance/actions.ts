import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPeriod, monthOf, previousPeriod, quarterOf } from '@kangheng/kernel/period/period.ts'
import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { countNetwork } from './count.ts'
import { missedRate, networks, type NetworkId } from './networks.ts'
import { networkReturn, survey } from './records.ts'
import type { ReturnRow } from './tables.ts'

/** Days after the quarter within which a return is submitted. LOCAL. */
const SUBMIT_WITHIN = 10

const quarterInput = field(z.string().regex(/^\d{4}-Q[1-4]$/), {
  title: { zh: '季度', en: 'Quarter' },
  help: { zh: '例如 2025-Q3', en: 'For example 2025-Q3' },
})

/** The last quarter that is over on a day. */
const lastQuarter = (today: IsoDate) => previousPeriod(getPeriod(quarterOf(monthOf(today))))!.id

type Places = Pick<ActionContext, 'connection' | 'findAll'>
/** Returns that the places at or below one lack for a quarter. */
async function missing({ connection, findAll }: Places, quarter: string, under: string) {
  const { table } = networkReturn
  const known = await findAll(networkReturn, and(eq(table.quarter, quarter), isNull(table.voidedAt)))
  const has = new Set(known.map(({ division, network }) => `${division} ${network}`))
  const places = await connection.query<{ code: string }>(
    `select code from division where level in ('county', 'township') and code >= $1 and code < $1 || '~' order by code`,
    [under],
  )
  return places.flatMap(({ code }) =>
    (Object.keys(networks) as NetworkId[])
      .filter((network) => !has.has(`${code} ${network}`))
      .map((network) => ({ division: code, network })),
  )
}

/** Whose return it is: the health centre of a township; the county's has no one institution. */
const reporter = ({ county }: Pick<ActionContext, 'county'>, division: string) =>
  division === county ? null : centreCode(division)

export const openQuarter = defineAction(networkReturn, {
  name: 'open-quarter',
  title: { zh: '开始季报', en: 'Open a quarter' },
  on: 'new',
  to: 'draft',
  input: z.object({ quarter: quarterInput.optional() }),
  async run(context) {
    const { input, today, actor } = context
    const quarter = input.quarter ?? lastQuarter(today)
    const { ends } = getPeriod(quarter)
    if (ends >= today) refuse('quarter', { zh: '该季度尚未结束', en: 'That quarter is not over' })
    let last: unknown
    for (const each of await missing(context, quarter, actor.division))
      last = await context.create({
        ...each,
        institution: reporter(context, each.division),
        quarter,
        happenedOn: ends,
        dueOn: addDays(ends, SUBMIT_WITHIN),
      })
    return last ?? refuse('quarter', { zh: '该季度的季报已开始', en: 'The returns of that quarter are there' })
  },
})

const counted = ({ connection, county }: Pick<ActionContext, 'connection' | 'county'>, row: ReturnRow) =>
  countNetwork(connection, county, row.network, row.division, row.quarter)

export const compile = defineAction(networkReturn, {
  name: 'compile',
  title: { zh: '由记录汇总', en: 'Count from the records' },
  on: 'existing',
  from: ['draft', 'returned'],
  to: 'draft',
  input: z.object({}),
  async run(context) {
    return context.change({ ...(await counted(context, context.current)), compiledOn: context.today })
  },
})

export const submit = defineAction(networkReturn, {
  name: 'submit',
  title: { zh: '上报', en: 'Submit' },
  on: 'existing',
  from: ['draft'],
  to: 'submitted',
  input: z.object({
    explanation: field(z.string().trim().max(500).optional(), {
      title: { zh: '说明', en: 'Explanation' },
      multiline: true,
      help: { zh: '有已登记未报卡的，写明原因', en: 'Needed where something registered was not reported' },
    }),
  }),
  run({ input, current, today, change }) {
    if (current.counts === null) refuse('explanation', { zh: '请先由记录汇总', en: 'Count it from the records first' })
    if (current.unreported && !input.explanation)
      refuse('explanation', {
        zh: `有${current.unreported}例已登记未报卡，请补报后重新汇总，或写明原因`,
        en: `${current.unreported} registered and not reported: report and count again, or say why`,
      })
    return change({ submittedOn: today, explanation: input.explanation ?? null, returnReason: null })
  },
})

export const review = defineAction(networkReturn, {
  name: 'review',
  title: { zh: '审核', en: 'Review' },
  on: 'existing',
  from: ['submitted'],
  to: 'reviewed',
  input: z.object({}),
  async run(context) {
    const { current, today, change } = context
    const now = await counted(context, current)
    const differs = Object.keys(now.counts).find((name) => now.counts[name] !== current.counts![name])
    if (differs)
      refuse('counts', {
        zh: '上报后记录有变化，请退回重新汇总',
        en: 'The records have changed since; send it back to be counted again',
      })
    return change({ reviewedOn: today })
  },
})

export const sendBack = defineAction(networkReturn, {
  name: 'send-back',
  title: { zh: '退回', en: 'Send back' },
  on: 'existing',
  from: ['submitted', 'reviewed'],
  to: 'returned',
  input: z.object({
    reason: field(z.string().trim().min(2).max(200), { title: { zh: '退回原因', en: 'Why' }, multiline: true }),
  }),
  run: ({ input, change }) => change({ returnReason: input.reason, reviewedOn: null }),
})

export const recordSurvey = defineAction(survey, {
  name: 'record',
  title: { zh: '登记漏报调查', en: 'Record a survey of under-reporting' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    network: inputs.choice(networks, { zh: '监测网', en: 'Network' }),
    division: field(z.string().regex(/^\d{6,12}$/), {
      title: { zh: '调查地区', en: 'Place' },
      refersTo: 'division',
    }),
    quarter: quarterInput,
    happenedOn: inputs.day('调查日期', 'Surveyed on'),
    found: field(z.int().min(0).max(100_000), { title: { zh: '查到例数', en: 'Found' } }),
    registered: field(z.int().min(0).max(100_000), { title: { zh: '其中已登记', en: 'Of these registered' } }),
    sources: field(z.string().trim().min(2).max(200), {
      title: { zh: '核对来源', en: 'Sources' },
      help: { zh: '例如：公安户籍、计生、殡葬、医院出入院', en: 'For example police register, hospitals, funerals' },
    }),
    remedy: inputs.long('补报情况', 'Remedy'),
  }),
  run(context) {
    const { input, today } = context
    const { happenedOn = today, found, registered } = input
    if (happenedOn > today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    if (registered > found)
      refuse('registered', { zh: '已登记的不能多于查到的', en: 'No more can be registered than were found' })
    if (found > registered && !input.remedy)
      refuse('remedy', { zh: '有漏报的，写明补报情况', en: 'Say what was done about what was missed' })
    return context.create({ ...input, happenedOn, missedRate: missedRate(found, registered) })
  },
})

export const placeWork = [compile, submit, recordSurvey] as const
export const countyWork = [openQuarter, review, sendBack] as const
