import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { aliveStates } from '../codes.ts'
import { signalClock } from '../clocks.ts'
import { diseaseSignal } from '../records.ts'
import { asDisease, syndromes, type Syndrome } from '../syndromes.ts'
import { diseaseSignals } from '../tables.ts'
import { BACK, judgeDay, type DayStanding } from './judge.ts'
import { syndromeCount } from './records.ts'
import { syndromeCounts } from './tables.ts'

/** Days within which a further alarm of a place belongs to the signal it has. */
const SAME_SIGNAL = 7

type Context = Pick<ActionContext<typeof syndromeCounts>, 'find' | 'createOther' | 'changeOther' | 'today'>

/** Raises a signal for a place, or lengthens the one that is alive. */
async function raise(context: Context, row: RowOf<typeof syndromeCounts>, standing: DayStanding): Promise<void> {
  const disease = asDisease(row.syndrome as Syndrome)
  const known = await context.find(
    diseaseSignal,
    and(
      eq(diseaseSignals.disease, disease),
      eq(diseaseSignals.place, row.unit),
      inArray(diseaseSignals.state, aliveStates),
      gte(diseaseSignals.untilOn, addDays(row.happenedOn, -SAME_SIGNAL)),
    ),
  )
  if (known) {
    const untilOn = known.untilOn > row.happenedOn ? known.untilOn : row.happenedOn
    await context.changeOther(diseaseSignal, known, { untilOn, observed: Math.max(known.observed, row.count) })
    return
  }
  await context.createOther(diseaseSignal, {
    state: 'raised',
    division: row.division,
    happenedOn: context.today,
    disease,
    method: 'ears-c2',
    level: 'unit',
    place: row.unit,
    fromOn: row.happenedOn,
    untilOn: row.happenedOn,
    observed: row.count,
    expected: standing.expected?.toFixed(2) ?? null,
    upper: standing.upper?.toFixed(2) ?? null,
    cases: [],
    ...signalClock(presentMoment(context.today)),
  })
}

const number = (zh: string, en: string) => field(z.int().min(0).max(1_000_000), { title: { zh, en } })

export const reportCount = defineAction(syndromeCount, {
  name: 'report',
  title: { zh: '报告症状监测', en: 'Report a daily count' },
  on: 'new',
  to: 'reported',
  input: z.object({
    syndrome: choice(syndromes, { zh: '监测内容', en: 'Syndrome' }),
    unit: field(z.string().trim().min(2).max(80), {
      title: { zh: '监测点', en: 'Where' },
      help: {
        zh: '医院、药店或学校全称，每天写法一致',
        en: 'Clinic, pharmacy or school, named the same way every day',
      },
    }),
    division: field(z.string().regex(/^\d{6,12}$/), {
      title: { zh: '所在区划', en: 'Division' },
      refersTo: 'division',
    }),
    happenedOn: field(z.iso.date(), { title: { zh: '日期', en: 'Day' } }),
    count: number('人次（件）', 'Count'),
    total: field(z.int().min(0).max(10_000_000).optional(), {
      title: { zh: '总数', en: 'Total' },
      help: { zh: '当日门诊总人次、销售总件数或在校学生数', en: 'All visits, all sold, or all pupils of the day' },
    }),
  }),
  async run(context) {
    const { input, findAll, create } = context
    if (input.total !== undefined && input.count > input.total)
      refuse('count', { zh: '不能多于总数', en: 'Not more than the total' })
    const same = and(eq(syndromeCounts.syndrome, input.syndrome), eq(syndromeCounts.unit, input.unit))
    const near = await findAll(
      syndromeCount,
      and(
        same,
        gte(syndromeCounts.happenedOn, addDays(input.happenedOn, -BACK)),
        lt(syndromeCounts.happenedOn, addDays(input.happenedOn, 1)),
        isNull(syndromeCounts.voidedAt),
      ),
    )
    if (near.some(({ happenedOn }) => happenedOn === input.happenedOn))
      refuse('happenedOn', {
        zh: '该监测点当日已报；有误请先作废',
        en: 'This day is reported; void it first when it is wrong',
      })
    const before = near.map(({ happenedOn, count }) => ({ on: happenedOn, count }))
    const standing = judgeDay(before, { on: input.happenedOn, count: input.count })
    const row = await create({
      ...input,
      total: input.total ?? null,
      upper: standing.upper === null ? null : Math.floor(standing.upper),
      alarm: standing.alarm,
    })
    // What is handed in late tells of the past; nobody is called for it at night.
    if (standing.alarm === 'above' && input.happenedOn >= addDays(context.today, -SAME_SIGNAL))
      await raise(context, row, standing)
    return row
  },
})

export const voidCount = voidAction(
  syndromeCount,
  { zh: '作废后可重新报告。确定作废？', en: 'It can be reported again afterwards. Void it?' },
  { zh: '作废日报', en: 'Void a daily count' },
)
