import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { dayOfMoment, momentOf, presentMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { holdRow } from '../chronic-follow-up/index.ts'
import { notifiableCase, timeInput } from '../communicable-disease/index.ts'
import { creditService, endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { asksReportUp, firstVisitDue, isRegular, plannedEnd, routineDue } from './course.ts'
import { deriveAgain, findPatient, planOf, visitsOf } from './derive.ts'
import { patient } from './records.ts'
import type { PatientRow } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const GROUP = 'tuberculosis'

/** The newest report card of tuberculosis of the person, as far as the actor sees cards. */
async function cardOf(context: Pick<ActionContext, 'findAll'>, person: string): Promise<string | null> {
  const { table } = notifiableCase
  const cards = await context.findAll(
    notifiableCase,
    and(eq(table.person, person), eq(table.disease, GROUP), ne(table.state, 'duplicate'), isNull(table.voidedAt)),
  )
  return cards.sort((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))[0]?.id ?? null
}

export const notify = defineAction(patient, {
  name: 'notify',
  title: title('登记肺结核患者管理通知', 'Record the notice of a patient'),
  on: 'new',
  to: 'notified',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('接到通知日期', 'Notified on'),
    time: timeInput('接到通知时间', 'Notified at'),
    hospital: field(z.string().trim().min(2).max(100), { title: title('定点医疗机构', 'Designated hospital') }),
    bacteriology: inputs.choice(codes.bacteriology, title('病原学', 'Bacteriology')),
    resistance: inputs.choice(codes.resistances, title('耐药情况', 'Resistance')),
    treatmentKind: inputs.choice(codes.treatmentKinds, title('治疗分类', 'Treatment')),
    startedOn: field(z.iso.date(), { title: title('开始治疗日期', 'Treatment began') }),
    regimen: inputs.short('化疗方案', 'Regimen', 60),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, time, ...values } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    const open = await findPatient(context, id)
    if (open)
      refuse('person', {
        zh: `此人自${open.happenedOn}起已在管理中，请先结案`,
        en: `Under management since ${open.happenedOn}; close that first`,
      })
    const notifiedAt = momentOf(happenedOn, time)
    if (notifiedAt > presentMoment(context.today))
      refuse('time', { zh: '通知时间不能晚于现在', en: 'The notice lies in the future' })
    if (values.startedOn > context.today)
      refuse('startedOn', { zh: '开始治疗日期不能晚于今天', en: 'Treatment begins in the future' })
    const due = firstVisitDue(notifiedAt)
    const row = await context.create({
      ...values,
      person: id,
      happenedOn,
      notifiedAt,
      card: await cardOf(context, id),
      failedAt: [],
      firstVisitDueAt: due,
      firstVisitDueOn: dayOfMoment(due),
      plannedEndOn: plannedEnd({ startedOn: values.startedOn, kind: values.treatmentKind }),
      dueOn: dayOfMoment(due),
    })
    return row
  },
})

/** A visit lies between the notice and now. */
function checkMoment(current: PatientRow, at: Moment, today: IsoDate): void {
  if (at < current.notifiedAt || at > presentMoment(today))
    refuse('time', { zh: `时间应在${current.notifiedAt}至现在之间`, en: `Between ${current.notifiedAt} and now` })
}

const attempt = {
  on: inputs.day('访视日期', 'Visited on'),
  time: timeInput('访视时间', 'Visited at'),
}

export const failVisit = defineAction(patient, {
  name: 'fail-visit',
  title: title('登记首访未见到', 'Not met at the first visit'),
  on: 'existing',
  from: ['notified'],
  input: z.object(attempt),
  run({ current, input, today, change }) {
    const at = momentOf(input.on ?? today, input.time)
    checkMoment(current, at, today)
    if (current.failedAt.includes(at)) refuse('time', { zh: '这次访视已登记', en: 'This visit is recorded already' })
    const failedAt = [...current.failedAt, at].sort()
    return change({ failedAt, reportUp: asksReportUp(current.notifiedAt, failedAt) })
  },
})

export const reportUp = defineAction(patient, {
  name: 'report-up',
  title: title('上报72小时两次未见到', 'Report up: not met twice'),
  on: 'existing',
  from: ['notified'],
  input: z.object({ on: inputs.day('上报日期', 'Reported up on') }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    if (!current.reportUp)
      refuse('on', { zh: '72小时内两次访视均未见到时才需上报', en: 'Only after two visits in vain within 72 hours' })
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: `日期应在${current.happenedOn}至今天之间`, en: `Between ${current.happenedOn} and today` })
    return change({ reportedUpOn: on })
  },
})

export const firstVisit = defineAction(patient, {
  name: 'first-visit',
  title: title('登记首次入户随访', 'Record the first visit at home'),
  on: 'existing',
  from: ['notified'],
  to: 'managed',
  input: z.object({
    ...attempt,
    supervisor: inputs.choice(codes.supervisors, title('督导人员', 'Supervised by')),
    supervisorName: inputs.short('督导人姓名', 'Supervisor', 30),
    ownRoom: inputs.yesNo('单独居室', 'Own room'),
    aired: inputs.yesNo('通风良好', 'Well aired'),
    taught: inputs.choices(codes.teaching, title('健康教育及培训', 'Explained')).default([]),
  }),
  async run(context) {
    const { current, today, input } = context
    const { on = today, time, ...values } = input
    const at = momentOf(on, time)
    checkMoment(current, at, today)
    const row = await context.change({
      ...values,
      firstVisitAt: at,
      firstVisitOn: on,
      firstVisitInTime: at <= current.firstVisitDueAt,
      dueOn: routineDue(planOf({ ...current, supervisor: values.supervisor }), on),
    })
    const person = current.person!
    await enterFromRegister(context, { person, group: GROUP, on, source: 'management', sourceId: row.id })
    await noteUse(context, { person, on, kind: 'follow-up', record: patient.id, id: row.id })
    const evidence = { record: patient, id: row.id }
    await creditService(context, { person, kind: 'tuberculosis-visit', on, evidence })
    return row
  },
})

export const changeSupervisor = defineAction(patient, {
  name: 'change-supervisor',
  title: title('更换督导人员', 'Change the supervisor'),
  on: 'existing',
  from: ['managed'],
  input: z.object({
    supervisor: inputs.choice(codes.supervisors, title('督导人员', 'Supervised by')),
    supervisorName: inputs.short('督导人姓名', 'Supervisor', 30),
  }),
  async run(context) {
    const { current, input, change } = context
    await holdRow(context, patient, current.id)
    const row = await change({ supervisor: input.supervisor, supervisorName: input.supervisorName ?? null })
    await deriveAgain(context, row, await visitsOf(context, row), '')
    return row
  },
})

export const close = defineAction(patient, {
  name: 'close',
  title: title('肺结核患者结案', 'Close the treatment'),
  on: 'existing',
  from: ['notified', 'managed'],
  to: 'closed',
  confirm: title('结案后不再产生随访任务。确定结案？', 'No visit falls due afterwards. Close it?'),
  input: z.object({
    on: inputs.day('停止治疗日期', 'Treatment ended on'),
    outcome: inputs.choice(codes.outcomes, title('转归', 'Outcome')),
    dosesDue: inputs.counted('应服药', 'Doses due', 1, 1500, '次'),
    dosesTaken: inputs.counted('实际服药', 'Doses taken', 0, 1500, '次'),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const { on = today, outcome, dosesDue, dosesTaken, note } = input
    const first = [current.happenedOn, current.startedOn, current.lastVisitOn ?? ''].sort().at(-1)!
    if (on < first || on > today) refuse('on', { zh: `日期应在${first}至今天之间`, en: `Between ${first} and today` })
    if (outcome === 'cured' && current.bacteriology !== 'positive')
      refuse('outcome', {
        zh: '病原学阳性患者才能判为治愈，请选“完成疗程”',
        en: 'Cure is for confirmed patients; choose “completed”',
      })
    if (codes.finished.includes(outcome)) {
      if (!current.firstVisitOn)
        refuse('outcome', {
          zh: '尚未首次入户，不能判为完成治疗',
          en: 'Not visited first; the treatment was not followed',
        })
      // Failure is seen from the fifth month on; whoever finished did so within the last month of the plan or after it.
      const least = outcome === 'failed' ? addMonths(current.startedOn, 5) : addMonths(current.plannedEndOn, -1)
      if (on < least)
        refuse('on', { zh: `按疗程，此转归不早于${least}`, en: `Not before ${least}, by the length of the treatment` })
      if (dosesDue === undefined || dosesTaken === undefined)
        refuse(dosesDue === undefined ? 'dosesDue' : 'dosesTaken', {
          zh: '请填写应服药和实际服药次数',
          en: 'Give doses due and taken',
        })
    }
    if (dosesDue !== undefined && dosesTaken !== undefined && dosesTaken > dosesDue)
      refuse('dosesTaken', { zh: '实际服药不能多于应服药', en: 'Not more taken than due' })
    const known = dosesDue !== undefined && dosesTaken !== undefined
    const person = current.person!
    await endFromRegister(context, { person, group: GROUP, on, reason: codes.outcomes[outcome].zh })
    return context.change({
      closedOn: on,
      outcome,
      dueOn: null,
      dosesDue: dosesDue ?? null,
      dosesTaken: dosesTaken ?? null,
      regular: known ? isRegular(dosesDue, dosesTaken, on) : null,
      ...(note ? { note } : {}),
    })
  },
})

export const patientWork = [notify, failVisit, reportUp, firstVisit, changeSupervisor, close] as const
