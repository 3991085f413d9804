import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field, keysOf } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import {
  MOST_RECALLS,
  nextOf,
  programmes,
  programmeTitles,
  RECALL_EVERY,
  resultTitles,
  screeningFault,
  standingAfter,
  steps,
  stepTitles,
  takenInTime,
  type Next,
  type StepId,
} from './programmes.ts'
import { calls, course, entry } from './records.ts'

const resultInput = field(z.enum(keysOf(resultTitles)), { title: { zh: '结果', en: 'Result' }, values: resultTitles })

/** What a result of a step leads to. @throws Refusal naming the results of the step. */
function followedBy(step: StepId, result: string): Next {
  const next = nextOf(step, result)
  if (next) return next
  const results = Object.values(steps[step])
  return refuse('result', {
    zh: `${stepTitles[step].zh}的结果是：${results.map(({ title }) => title.zh).join('、')}`,
    en: `${stepTitles[step].en} has these results: ${results.map(({ title }) => title.en).join(', ')}`,
  })
}

/** @throws Refusal of the field `on` unless the day lies between what came before and today. */
function assertAfter(earlier: IsoDate, on: IsoDate, today: IsoDate): void {
  if (on < earlier || on > today)
    refuse('on', { zh: `日期应在${earlier}与今天之间`, en: `Between ${earlier} and today` })
}

export const screen = defineAction(course, {
  name: 'screen',
  title: { zh: '登记筛查', en: 'Screen' },
  on: 'new',
  to: 'negative',
  input: z.object({
    person: inputs.person,
    programme: inputs.choice(programmeTitles, { zh: '项目', en: 'Programme' }),
    happenedOn: inputs.day('初筛日期', 'First test on'),
    result: resultInput,
    partner: field(z.uuid().optional(), { title: { zh: '配偶（对象）', en: 'Partner' }, refersTo: 'person' }),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { person: id, programme, happenedOn: on = context.today, result, partner, note } = context.input
    const person = await getPerson(context, id)
    const { table } = course
    const mine = and(eq(table.person, id), eq(table.programme, programme), isNull(table.voidedAt))
    const earlier = (await context.findAll(course, mine)).sort((one, other) =>
      one.happenedOn < other.happenedOn ? 1 : -1,
    )
    if (earlier.some(({ state }) => state === 'recall'))
      refuse('person', { zh: '该项目上次筛查尚待召回，请登记复查结果', en: 'The last screening waits for its recall' })
    const [last] = earlier
    const candidate = {
      sex: person.sex,
      birth: person.birth,
      ...(last ? { last: { on: last.happenedOn, result: last.firstResult } } : {}),
    }
    const fault = screeningFault(programme, candidate, on)
    if (fault) refuse(fault.field, fault.text)
    const next = followedBy(programmes[programme].first, result)
    const { early, ...standing } = standingAfter(next, on)
    return context.create({
      ...{ person: id, happenedOn: on, programme, partner, note, firstResult: result, lastResult: result, lastOn: on },
      ...{ inTime: takenInTime(programme, person.birth, on), suspicious: next.kind !== 'negative', early, ...standing },
    })
  },
})

export const recordResult = defineAction(course, {
  name: 'record-result',
  title: { zh: '登记复查结果', en: 'Record a further result' },
  on: 'existing',
  from: ['recall', 'lost'],
  input: z.object({ on: inputs.day('检查日期', 'On'), result: resultInput, note: inputs.long('备注', 'Note') }),
  async run(context) {
    const { input, current, today, change } = context
    const on = input.on ?? today
    assertAfter(current.lastOn, on, today)
    const step = current.step as StepId
    const standing = standingAfter(followedBy(step, input.result), on)
    await context.createOther(entry, {
      ...{ state: 'recorded', person: current.person, division: current.division, happenedOn: on },
      ...{ course: current.id, step, result: input.result, note: input.note },
    })
    return change({
      ...{ ...standing, lastResult: input.result, lastOn: on, cameBack: true, recalls: 0 },
      ...(standing.state === 'confirmed' ? { confirmedOn: on } : {}),
    })
  },
})

export const recall = defineAction(course, {
  name: 'recall',
  title: { zh: '召回', en: 'Recall' },
  on: 'existing',
  from: ['recall'],
  input: z.object({
    on: inputs.day('召回日期', 'On'),
    call: inputs.choice(calls, { zh: '情况', en: 'What it came to' }),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { input, current, today, change } = context
    const on = input.on ?? today
    assertAfter(current.lastRecallOn ?? current.lastOn, on, today)
    await context.createOther(entry, {
      ...{ state: 'recorded', person: current.person, division: current.division, happenedOn: on },
      ...{ course: current.id, step: current.step!, call: input.call, note: input.note },
    })
    const recalls = current.recalls + 1
    const values = { recalls, lastRecallOn: on }
    if (recalls >= MOST_RECALLS && input.call !== 'reached') return change({ ...values, state: 'lost', dueOn: null })
    const again = addDays(on, RECALL_EVERY)
    return change({ ...values, dueOn: current.dueOn! > again ? current.dueOn : again })
  },
})

export const treat = defineAction(course, {
  name: 'treat',
  title: { zh: '登记治疗', en: 'Record the treatment' },
  on: 'existing',
  from: ['confirmed'],
  to: 'treated',
  input: z.object({
    on: inputs.day('治疗日期', 'On'),
    treatment: field(z.string().trim().min(2).max(200), { title: { zh: '治疗', en: 'Treatment' } }),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    assertAfter(current.confirmedOn!, on, today)
    return change({ treatedOn: on, treatment: input.treatment, dueOn: null })
  },
})

export const voidCourse = defineAction(course, {
  ...voiding({
    zh: '作废后复查和召回记录一并作废。确定作废？',
    en: 'Further tests and calls are voided too. Void it?',
  }),
  async run(context) {
    const voided = voidedBecause(context.input.reason)
    const { table } = entry
    for (const each of await context.findAll(entry, and(eq(table.course, context.current.id), isNull(table.voidedAt))))
      await context.changeOther(entry, each, voided)
    return context.change(voided)
  },
})
