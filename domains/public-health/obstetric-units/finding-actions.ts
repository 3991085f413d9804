import { and, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { minutesBetween } from '@kangheng/kernel/period/moment.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { drill, finding, rescue } from './records.ts'

/** Days over which deliveries are looked at, and within which a unit answers. LOCAL. */
const LOOK_BACK = 365
const ANSWER_WITHIN = 15

interface Uncovered {
  readonly [column: string]: unknown
  readonly unit: string
  readonly deliveries: number
  readonly since: IsoDate
  readonly until: IsoDate
}

const tables = { 'no-permit': 'obstetric_permit', 'no-staff': 'obstetric_staff' } as const

/**
 * Units with deliveries of the last year on whose day no permit, or nobody's certificate, for midwifery was valid there; what a closed finding has dealt with is not
 * counted again.
 */
function uncovered({ connection, county, today }: ActionContext, kind: codes.FindingKind): Promise<Uncovered[]> {
  return connection.query<Uncovered>(
    `select d.unit, count(*)::int as deliveries, min(d.happened_on)::text as since, max(d.happened_on)::text as until from maternal_delivery d
     where d.county = $1 and d.unit is not null and d.voided_at is null and d.happened_on > $2
       and d.happened_on > coalesce((select max(f.until) from obstetric_finding f where f.county = d.county and f.institution = d.unit
         and f.kind = $3 and f.state = 'closed' and f.voided_at is null), '-infinity')
       and not exists (select 1 from ${tables[kind]} p where p.county = d.county and p.institution = d.unit and p.voided_at is null
         and p.items ? 'midwifery' and d.happened_on between p.happened_on and p.valid_until and (p.ended_on is null or d.happened_on < p.ended_on))
     group by d.unit order by d.unit`,
    [county, addDays(today, -LOOK_BACK), kind],
  )
}

export const raise = defineAction(finding, {
  name: 'raise',
  title: { zh: '核对助产许可', en: 'Check the permits of deliveries' },
  on: 'new',
  to: 'open',
  input: z.object({}),
  async run(context) {
    const { today } = context
    const { table } = finding
    const open = await context.findAll(finding, and(ne(table.state, 'closed'), isNull(table.voidedAt)))
    let last: unknown
    for (const kind of Object.keys(codes.findingKinds) as codes.FindingKind[]) {
      const found = await uncovered(context, kind)
      for (const { unit, deliveries, since, until } of found) {
        const known = open.find((each) => each.institution === unit && each.kind === kind)
        const columns = { deliveries, since, until }
        if (known && known.deliveries === deliveries && known.until === until) continue
        if (known) {
          last = await context.changeOther(finding, known, columns)
          continue
        }
        const division = (await findInstitution(context.connection, context.county, unit))?.division ?? context.county
        last = await context.create({
          ...{ institution: unit, division, kind, happenedOn: today, answerBy: addDays(today, ANSWER_WITHIN) },
          ...columns,
        })
      }
      // A permit registered late covers what had been found.
      for (const each of open)
        if (each.kind === kind && !found.some(({ unit }) => unit === each.institution))
          last = await context.changeOther(finding, each, {
            ...{ state: 'closed', closedOn: today, conclusion: '补登许可或合格证后核对无问题，系统销号' },
          })
    }
    return last ?? refuse('day', { zh: '没有新的问题', en: 'Nothing new was found' })
  },
})

export const answer = defineAction(finding, {
  name: 'answer',
  title: { zh: '报告整改', en: 'Answer' },
  on: 'existing',
  from: ['open'],
  to: 'answered',
  input: z.object({
    answer: field(z.string().trim().min(4).max(1000), {
      title: { zh: '整改情况', en: 'What was done' },
      multiline: true,
    }),
  }),
  run: ({ input, today, change }) => change({ answer: input.answer, answeredOn: today }),
})

export const closeFinding = defineAction(finding, {
  name: 'close',
  title: { zh: '核查销号', en: 'Close' },
  on: 'existing',
  from: ['answered'],
  to: 'closed',
  input: z.object({
    conclusion: field(z.string().trim().min(4).max(500), {
      title: { zh: '核查结论', en: 'Conclusion' },
      multiline: true,
    }),
  }),
  run: ({ input, today, change }) => change({ conclusion: input.conclusion, closedOn: today }),
})

export const holdDrill = defineAction(drill, {
  name: 'record',
  title: { zh: '登记急救演练', en: 'Record a drill' },
  on: 'new',
  to: 'held',
  input: z.object({
    happenedOn: inputs.day('演练日期', 'Held on'),
    scenario: inputs.choice(codes.scenarios, { zh: '演练内容', en: 'Scenario' }),
    participants: field(z.int().min(1).max(500), {
      title: { zh: '参加人数', en: 'Participants' },
      unit: { zh: '人', en: 'people' },
    }),
    minutes: inputs.counted('用时', 'Took', 1, 600, '分钟'),
    problems: inputs.long('存在问题', 'Problems'),
    improvements: inputs.long('改进措施', 'Improvements'),
  }),
  run(context) {
    const { input, actor, today } = context
    if (!actor.institution)
      refuse('scenario', { zh: '演练由助产机构登记', en: 'A unit records its drills: use an account of one' })
    if ((input.happenedOn ?? today) > today)
      refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    return context.create({ ...input, division: actor.division })
  },
})

const moment = (zh: string, en: string) =>
  field(z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/), {
    title: { zh, en },
    help: { zh: '例如 2025-03-08 21:40', en: 'For example 2025-03-08 21:40' },
  })

export const callRescue = defineAction(rescue, {
  name: 'call',
  title: { zh: '启动绿色通道', en: 'Call for the green channel' },
  on: 'new',
  to: 'called',
  input: z.object({
    person: inputs.person,
    reason: inputs.choice(codes.scenarios, { zh: '急救原因', en: 'Reason' }),
    calledAt: moment('呼叫时间', 'Called at'),
    receivedBy: field(z.string().trim().max(30), {
      title: { zh: '接收机构', en: 'To be received by' },
      refersTo: 'institution',
    }),
    note: inputs.long('说明', 'Note'),
  }),
  async run(context) {
    const { input, today } = context
    const happenedOn = input.calledAt.slice(0, 10)
    if (happenedOn > today) refuse('calledAt', { zh: '时间不能晚于今天', en: 'The time lies in the future' })
    if (!(await findInstitution(context.connection, context.county, input.receivedBy)))
      refuse('receivedBy', { zh: '本县没有这个机构', en: 'The county has no such institution' })
    return context.create({ ...input, happenedOn })
  },
})

export const receiveRescue = defineAction(rescue, {
  name: 'receive',
  title: { zh: '接收登记', en: 'Receive' },
  on: 'existing',
  from: ['called'],
  to: 'received',
  input: z.object({
    receivedAt: moment('接收时间', 'Received at'),
    outcome: inputs.choice(codes.rescueOutcomes, { zh: '结果', en: 'Outcome' }),
  }),
  run({ input, current, today, change }) {
    if (input.receivedAt < current.calledAt || input.receivedAt.slice(0, 10) > today)
      refuse('receivedAt', { zh: '接收时间应在呼叫之后', en: 'After the call' })
    return change({ ...input, minutes: minutesBetween(current.calledAt, input.receivedAt) })
  },
})

export const unitWork = [answer, holdDrill, callRescue, receiveRescue] as const
