import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { firstDue } from './course.ts'
import type { Disease } from './disease.ts'
import type { PatientRow } from './tables.ts'

/** The person's time under management that has not ended; undefined when there is none. */
export function findOpenPatient(context: Pick<ActionContext, 'find'>, disease: Disease, person: string) {
  const { table } = disease.patient
  return context.find(disease.patient, and(eq(table.person, person), ne(table.state, 'ended'), isNull(table.voidedAt)))
}

/** A change of a patient is dated between the registration and today, and not before what was recorded since. */
function checkDay(current: PatientRow, on: string, today: string): void {
  if (on < current.happenedOn)
    refuse('on', {
      zh: `日期不能早于建卡日期${current.happenedOn}`,
      en: `Not before the registration on ${current.happenedOn}`,
    })
  if (on > today) refuse('on', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
  if (current.lastVisitOn && on < current.lastVisitOn)
    refuse('on', {
      zh: `${current.lastVisitOn}还有随访记录，日期不能更早；如随访有误请先作废`,
      en: `There is a visit on ${current.lastVisitOn}: give a later day, or void the visit if it is wrong`,
    })
}

/** What can be done to a patient's registration: register, update, lose, find again, end. */
export function patientActions(disease: Disease) {
  const { patient, title } = disease
  const facts = {
    diagnosedOn: inputs.day('确诊日期', 'Diagnosed on'),
    riskLevel: inputs.choice(codes.riskLevels, { zh: '危险分层', en: 'Risk' }).optional(),
    note: inputs.long('备注', 'Note'),
  }

  const register = defineAction(patient, {
    name: 'register',
    title: { zh: `${title.zh}患者建卡`, en: `Register a patient: ${title.en.toLowerCase()}` },
    on: 'new',
    to: 'managed',
    input: z.object({
      person: inputs.person,
      happenedOn: inputs.day('建卡日期', 'Registered on'),
      source: inputs.choice(codes.sources, { zh: '发现途径', en: 'Found by' }),
      ...facts,
    }),
    async run(context) {
      const { person: id, happenedOn = context.today, ...values } = context.input
      const person = await getPerson(context, id)
      assertAlive(person)
      if (ageOn(person.birth, happenedOn) < disease.leastAge)
        refuse('person', {
          zh: `规范管理对象为${disease.leastAge}岁及以上常住居民`,
          en: `The norm manages residents from ${disease.leastAge} years`,
        })
      if (values.diagnosedOn && values.diagnosedOn > happenedOn)
        refuse('diagnosedOn', { zh: '确诊日期晚于建卡日期', en: 'Diagnosed after the registration' })
      const open = await findOpenPatient(context, disease, id)
      if (open)
        refuse('person', {
          zh: `此人自${open.happenedOn}起已在管理中，不能重复建卡`,
          en: `Under management since ${open.happenedOn}; cannot be registered twice`,
        })
      const row = await context.create({ person: id, happenedOn, ...values, dueOn: firstDue(happenedOn) })
      const { group } = disease
      const entry = { person: id, on: happenedOn, source: 'management', sourceId: row.id } as const
      if (group) await enterFromRegister(context, { ...entry, group })
      return row
    },
  })

  const update = defineAction(patient, {
    name: 'update',
    title: { zh: '更新患者信息', en: 'Update' },
    on: 'existing',
    from: ['managed', 'lost'],
    input: z.object(facts),
    run: ({ input, current, change }) => {
      if (input.diagnosedOn && input.diagnosedOn > current.happenedOn)
        refuse('diagnosedOn', { zh: '确诊日期晚于建卡日期', en: 'Diagnosed after the registration' })
      return change(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
    },
  })

  const lose = defineAction(patient, {
    name: 'lose',
    title: { zh: '登记失访', en: 'Lost to follow-up' },
    on: 'existing',
    from: ['managed'],
    to: 'lost',
    confirm: {
      zh: '失访患者仍计入管理人数，按未达标统计。确定登记失访？',
      en: 'A lost patient still counts as managed and as off the goal. Go on?',
    },
    input: z.object({
      on: inputs.day('失访日期', 'Lost on'),
      note: inputs.long('查找经过', 'How they were looked for'),
    }),
    run({ input, today, current, change }) {
      const on = input.on ?? today
      checkDay(current, on, today)
      return change({ lostOn: on, ...(input.note ? { note: input.note } : {}) })
    },
  })

  const find = defineAction(patient, {
    name: 'find-again',
    title: { zh: '恢复管理', en: 'Found again' },
    on: 'existing',
    from: ['lost'],
    to: 'managed',
    input: z.object({}),
    run: ({ change }) => change({ lostOn: null }),
  })

  const end = defineAction(patient, {
    name: 'end',
    title: { zh: '终止管理', en: 'End management' },
    on: 'existing',
    from: ['managed', 'lost'],
    to: 'ended',
    confirm: {
      zh: '终止后不再计入管理人数，也不再产生随访任务。确定终止？',
      en: 'The patient no longer counts as managed, and no visit falls due. Go on?',
    },
    input: z.object({
      on: inputs.day('终止日期', 'Ended on'),
      endReason: inputs.choice(codes.endReasons, { zh: '终止原因', en: 'Reason' }),
      note: inputs.long('说明', 'Note'),
    }),
    async run(context) {
      const { current, today, input } = context
      const on = input.on ?? today
      checkDay(current, on, today)
      const reason = codes.endReasons[input.endReason].zh
      const { group } = disease
      if (group) await endFromRegister(context, { person: current.person!, group, on, reason })
      return context.change({ endedOn: on, endReason: input.endReason, ...(input.note ? { note: input.note } : {}) })
    },
  })

  return [register, update, lose, find, end] as const
}
