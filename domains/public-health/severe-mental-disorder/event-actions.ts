import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { dayOfMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { holdRow, inForce } from '../chronic-follow-up/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { rhythms } from './course.ts'
import { checkDay, deriveAgain, patientOf, recordedOf, withRow, type CareContext, type Recorded } from './derive.ts'
import { moment, seenBehaviours } from './inputs.ts'
import { emergency, patient, stay } from './records.ts'
import { riskOf } from './risk.ts'
import type { EmergencyRow, StayRow } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const hospitalName = field(z.string().trim().min(2).max(100), { title: title('医院', 'Hospital') })
const admissionKind = inputs.choice(codes.admissions, title('入院方式', 'Kind of admission'))

/** Derives the patient's course again with one kind of rows replaced. */
async function deriveWith(context: CareContext, id: string, replace: (recorded: Recorded) => Recorded): Promise<void> {
  await holdRow(context, patient, id)
  const row = (await context.find(patient, eq(patient.table.id, id)))!
  await deriveAgain(context, row, replace(await recordedOf(context, row)))
}

function refuseOverlap(others: readonly StayRow[], from: IsoDate): void {
  const open = others.find(
    (each) => each.dischargedOn === null || (each.happenedOn <= from && from < each.dischargedOn),
  )
  if (open)
    refuse('happenedOn', {
      zh: `患者自${open.happenedOn}起住院，请先登记出院`,
      en: `In hospital since ${open.happenedOn}; record the discharge first`,
    })
}

export const admit = defineAction(stay, {
  name: 'admit',
  title: title('登记住院', 'Record an admission'),
  on: 'new',
  to: 'in-hospital',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('入院日期', 'Admitted on'),
    hospital: hospitalName,
    kind: admissionKind,
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { person, happenedOn = context.today, ...values } = context.input
    const managed = await patientOf(context, person)
    checkDay('happenedOn', happenedOn, managed, context.today)
    const recorded = await recordedOf(context, managed)
    refuseOverlap(recorded.stays, happenedOn)
    const row = await context.create({ person, happenedOn, patient: managed.id, division: managed.division, ...values })
    await deriveAgain(context, managed, { ...recorded, stays: withRow(recorded.stays, row) })
    return row
  },
})

export const discharge = defineAction(stay, {
  name: 'discharge',
  title: title('登记出院', 'Record the discharge'),
  on: 'existing',
  from: ['in-hospital'],
  to: 'discharged',
  input: z.object({
    on: inputs.day('出院日期', 'Discharged on'),
    outcome: inputs.choice(codes.effects, title('治疗效果', 'Effect')),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: `日期应在${current.happenedOn}至今天之间`, en: `Between ${current.happenedOn} and today` })
    const row = await context.change({
      dischargedOn: on,
      outcome: input.outcome,
      ...(input.note ? { note: input.note } : {}),
    })
    await deriveWith(context, current.patient, (all) => ({ ...all, stays: withRow(all.stays, row) }))
    return row
  },
})

export const voidStay = defineAction(stay, {
  ...voiding(title('作废后重新推算下次随访日期。确定作废？', 'The next visit is derived again. Void it?')),
  async run(context) {
    const { id, patient: of } = context.current
    await deriveWith(context, of, (all) => ({ ...all, stays: all.stays.filter((each) => each.id !== id) }))
    return context.change(voidedBecause(context.input.reason))
  },
})

export const reportEmergency = defineAction(emergency, {
  name: 'report',
  title: title('登记应急医疗处置', 'Record an emergency'),
  on: 'new',
  to: 'open',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('发生日期', 'Happened on'),
    kind: inputs.choice(codes.emergencyKinds, title('事由', 'What happened')),
    behaviours: seenBehaviours,
    reporter: inputs.short('报告人', 'Reported by', 30),
    policeToldAt: moment('报告公安时间', 'Police told at'),
    arrivedAt: moment('到达现场时间', 'Arrived at'),
    note: inputs.long('处置经过', 'Note'),
  }),
  async run(context) {
    const { person, happenedOn = context.today, ...values } = context.input
    const managed = await patientOf(context, person)
    checkDay('happenedOn', happenedOn, managed, context.today)
    const risk = riskOf(values.behaviours, happenedOn)
    checkMoments(happenedOn, values)
    return context.create({ person, happenedOn, patient: managed.id, division: managed.division, ...values, risk })
  },
})

/** Nobody is told or arrives before it happened. */
function checkMoments(on: IsoDate, moments: Pick<Partial<EmergencyRow>, 'policeToldAt' | 'arrivedAt'>): void {
  for (const name of ['policeToldAt', 'arrivedAt'] as const)
    if (moments[name] && dayOfMoment(moments[name]) < on)
      refuse(name, { zh: `时间不能早于发生日期${on}`, en: `Not before it happened on ${on}` })
}

export const endEmergency = defineAction(emergency, {
  name: 'end',
  title: title('结束应急处置', 'End the emergency'),
  on: 'existing',
  from: ['open'],
  to: 'ended',
  input: z.object({
    on: inputs.day('结束日期', 'Ended on'),
    disposal: inputs.choice(codes.disposals, title('处置方式', 'Disposal')),
    hospital: inputs.short('收治机构（住院时填写）', 'Hospital, when admitted', 100),
    admission: inputs.choice(codes.admissions, title('入院方式（住院时填写）', 'Kind of admission')).optional(),
    policeToldAt: moment('报告公安时间', 'Police told at'),
    arrivedAt: moment('到达现场时间', 'Arrived at'),
    note: inputs.long('处置经过', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const { on = today, admission, hospital, disposal, ...values } = input
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: `日期应在${current.happenedOn}至今天之间`, en: `Between ${current.happenedOn} and today` })
    const told = values.policeToldAt ?? current.policeToldAt
    if (current.kind === 'danger' && !told)
      refuse('policeToldAt', {
        zh: '危害公共安全或他人安全的，须报告公安机关',
        en: 'Danger to others is told to the police',
      })
    checkMoments(current.happenedOn, values)
    if (disposal === 'admission' && !(hospital && admission))
      refuse(hospital ? 'admission' : 'hospital', {
        zh: '住院的须填写医院和入院方式',
        en: 'Name hospital and kind of admission',
      })
    const { checkDays } = inForce(rhythms, on)
    const row = await context.change({
      endedOn: on,
      disposal,
      hospital: hospital ?? null,
      // Whoever is in hospital is seen after discharge.
      visitDueOn: disposal === 'admission' ? null : addDays(on, checkDays),
      ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    })
    await deriveWith(context, current.patient, (all) => ({ ...all, emergencies: withRow(all.emergencies, row) }))
    if (disposal === 'admission') await admitFrom(context, row, { on, hospital: hospital!, kind: admission! })
    return row
  },
})

/** The admission that ended an emergency is a stay like any other. */
async function admitFrom(
  context: CareContext,
  row: EmergencyRow,
  { on, hospital, kind }: { on: IsoDate; hospital: string; kind: string },
): Promise<void> {
  const managed = (await context.find(patient, eq(patient.table.id, row.patient)))!
  const recorded = await recordedOf(context, managed)
  refuseOverlap(recorded.stays, on)
  const { person, division } = row
  const entered = {
    id: uuidv7(),
    state: 'in-hospital',
    person,
    division,
    happenedOn: on,
    patient: row.patient,
    hospital,
    kind,
  }
  const made = await context.createOther(stay, entered)
  await deriveAgain(context, managed, { ...recorded, stays: withRow(recorded.stays, made) })
}

export const eventWork = [reportEmergency, endEmergency, admit, discharge, voidStay] as const
