import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { asCorrection, holdRow } from '../chronic-follow-up/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { checkDay, deriveAgain, patientOf, recordedOf, withRow, type CareContext } from './derive.ts'
import { card } from './inputs.ts'
import { patient, visit } from './records.ts'
import { HIGH_RISK, riskOf } from './risk.ts'
import type { PatientRow, StayRow, VisitRow } from './tables.ts'

/** Refuses what cannot be a visit. */
function checkVisit(
  row: VisitRow,
  managed: PatientRow,
  others: readonly VisitRow[],
  stays: readonly StayRow[],
  today: IsoDate,
) {
  const { happenedOn: on, agreedOn } = row
  checkDay('happenedOn', on, managed, today)
  if (managed.endedOn && on >= managed.endedOn)
    refuse('happenedOn', { zh: `患者已于${managed.endedOn}结案`, en: `The registration ended on ${managed.endedOn}` })
  if (others.some((each) => each.id !== row.id && each.happenedOn === on))
    refuse('happenedOn', {
      zh: `${on}已有一次随访，如有误请更正那次记录`,
      en: `There is a visit on ${on} already; correct that one`,
    })
  if (stays.some((each) => each.happenedOn < on && (each.dischargedOn === null || on < each.dischargedOn)))
    refuse('happenedOn', { zh: `${on}患者正在住院，出院后再随访`, en: `In hospital on ${on}; visit after discharge` })
  if (agreedOn !== null && agreedOn <= on)
    refuse('agreedOn', { zh: '约定日期应晚于随访日期', en: 'The agreed day lies after the visit' })
  if (row.mode === 'phone' && riskOf(row.behaviours, on) >= HIGH_RISK)
    refuse('mode', { zh: '危险性3级及以上须面对面评估', en: 'Grade 3 and above is assessed face to face' })
  if (row.compliance === 'none' && row.reaction !== 'no-medicine' && row.reaction !== 'none')
    refuse('reaction', {
      zh: '不服药的，药物不良反应填“此项不适用”',
      en: 'Whoever takes no medicine has no reaction to it',
    })
}

const heldPatient = async (context: CareContext, id: string) => {
  await holdRow(context, patient, id)
  return (await context.find(patient, eq(patient.table.id, id)))!
}

const NOT_YET = { risk: 0, class: '', step: '', dueOn: '', followedOn: null }

export const recordVisit = defineAction(visit, {
  name: 'record',
  title: { zh: '登记严重精神障碍患者随访', en: 'Record a follow-up: severe mental disorder' },
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('随访日期', 'Visited on'), ...card }),
  async run(context) {
    const { person, happenedOn = context.today, ...values } = context.input
    const managed = await patientOf(context, person)
    const recorded = await recordedOf(context, managed)
    const own = { id: uuidv7(), person, happenedOn, patient: managed.id, ...values, ...NOT_YET }
    const entered = { agreedOn: null, ...own } as unknown as VisitRow
    checkVisit(entered, managed, recorded.visits, recorded.stays, context.today)
    const now = { ...recorded, visits: withRow(recorded.visits, entered) }
    const derived = await deriveAgain(context, managed, now, own.id)
    return context.create({ ...own, division: managed.division, ...derived })
  },
})

export const correctVisit = defineAction(visit, {
  name: 'correct',
  title: { zh: '更正', en: 'Correct' },
  on: 'existing',
  input: asCorrection(card),
  async run(context) {
    const { current, input } = context
    const managed = await heldPatient(context, current.patient)
    const recorded = await recordedOf(context, managed)
    const values = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const corrected: VisitRow = { ...current, ...values }
    checkVisit(corrected, managed, recorded.visits, recorded.stays, context.today)
    const now = { ...recorded, visits: withRow(recorded.visits, corrected) }
    const derived = await deriveAgain(context, managed, now, current.id)
    return context.change({ ...values, ...derived })
  },
})

export const voidVisit = defineAction(visit, {
  ...voiding({
    zh: '作废后，分类和下次随访日期将按其余随访重新推算。确定作废？',
    en: 'Classes and the next day are derived again from the other visits. Void it?',
  }),
  async run(context) {
    const { current } = context
    const managed = await heldPatient(context, current.patient)
    const recorded = await recordedOf(context, managed)
    const rest = recorded.visits.filter(({ id }) => id !== current.id)
    await deriveAgain(context, managed, { ...recorded, visits: rest })
    return context.change(voidedBecause(context.input.reason))
  },
})

export const visitWork = [recordVisit, correctVisit, voidVisit] as const
