import { z } from 'zod'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { cardCodes } from '../chronic-follow-up/index.ts'
import { endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { deriveAgain, findPatient, recordedOf } from './derive.ts'
import { nextVisitOn } from './course.ts'
import { guardianship, registration } from './inputs.ts'
import { patient } from './records.ts'
import type { PatientRow } from './tables.ts'

const GROUP = 'mental-disorder'
type GroupContext = Pick<ActionContext, 'connection' | 'find' | 'createOther' | 'changeOther'>

/** The key group is kept for whoever agreed to management; the officer need not see the key groups for it. */
const enterGroup = (context: GroupContext, row: PatientRow, on: IsoDate) =>
  withHouseRights(context.connection, () =>
    enterFromRegister(context, { person: row.person!, group: GROUP, on, source: 'management', sourceId: row.id }),
  )
const leaveGroup = (context: GroupContext, person: string, on: IsoDate, reason: string) =>
  withHouseRights(context.connection, () => endFromRegister(context, { person, group: GROUP, on, reason }))

const without = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** A change of a patient is dated between the registration and today, and not before what was recorded since. */
function checkChange(current: PatientRow, on: IsoDate, today: IsoDate): void {
  const first = [current.happenedOn, current.lastVisitOn ?? ''].sort().at(-1)!
  if (on < first || on > today) refuse('on', { zh: `日期应在${first}至今天之间`, en: `Between ${first} and today` })
}

function checkGuardian(
  { guardian, guardianAgreedOn }: Pick<PatientRow, 'guardian' | 'guardianAgreedOn'>,
  today: IsoDate,
) {
  if (!guardianAgreedOn) return
  if (!guardian) refuse('guardian', { zh: '签订监护责任协议须填写监护人', en: 'An agreement needs a guardian' })
  if (guardianAgreedOn > today) refuse('guardianAgreedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
}

export const register = defineAction(patient, {
  name: 'register',
  title: { zh: '登记严重精神障碍患者', en: 'Register a patient' },
  on: 'new',
  to: 'managed',
  input: z.object(registration),
  async run(context) {
    const { person: id, happenedOn = context.today, ...values } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    const open = await findPatient(context, id)
    if (open)
      refuse('person', {
        zh: `此人自${open.happenedOn}起已在册，不能重复登记`,
        en: `Registered since ${open.happenedOn}; cannot be registered twice`,
      })
    if (values.diagnosedOn > happenedOn || values.diagnosedOn < person.birth)
      refuse('diagnosedOn', { zh: '确诊日期应在出生之后、登记日期之前', en: 'Between the birth and the registration' })
    const agreed = values.consent === 'agreed'
    if (agreed && !values.consentBy)
      refuse('consentBy', { zh: '请填写由谁签署知情同意书', en: 'Say who signed the consent' })
    if (values.consentBy && values.consentBy !== 'patient' && !values.guardian)
      refuse('guardian', { zh: '监护人同意的，须填写监护人', en: 'Consent of a guardian needs the guardian' })
    checkGuardian(
      { guardian: values.guardian ?? null, guardianAgreedOn: values.guardianAgreedOn ?? null },
      context.today,
    )
    const row = await context.create({
      person: id,
      happenedOn,
      ...values,
      state: agreed ? 'managed' : 'registered',
      managedFrom: agreed ? happenedOn : null,
      dueOn: agreed ? nextVisitOn(happenedOn, [], null, { stays: [], emergencies: [] }) : null,
    })
    if (agreed) await enterGroup(context, row, happenedOn)
    return row
  },
})

export const update = defineAction(patient, {
  name: 'update',
  title: { zh: '更新患者和监护人信息', en: 'Update patient and guardian' },
  on: 'existing',
  from: ['managed', 'registered', 'lost'],
  input: z.object({
    diagnosis: inputs.choice(codes.diagnoses, { zh: '诊断', en: 'Diagnosis' }).optional(),
    ...guardianship,
    note: inputs.long('备注', 'Note'),
  }),
  run({ input, current, today, change }) {
    checkGuardian({ ...current, ...without(input) }, today)
    return change(without(input))
  },
})

export const consent = defineAction(patient, {
  name: 'consent',
  title: { zh: '纳入管理（签署知情同意）', en: 'Record the consent' },
  on: 'existing',
  from: ['registered'],
  to: 'managed',
  input: z.object({
    on: inputs.day('同意日期', 'Consented on'),
    consentBy: inputs.choice(codes.consentGivers, { zh: '同意人', en: 'Given by' }),
  }),
  async run(context) {
    const { current, today, input } = context
    const on = input.on ?? today
    checkChange(current, on, today)
    const row = await context.change({ consent: 'agreed', consentBy: input.consentBy, managedFrom: on })
    await deriveAgain(context, row, await recordedOf(context, row))
    await enterGroup(context, row, on)
    return row
  },
})

export const withdraw = defineAction(patient, {
  name: 'withdraw-consent',
  title: { zh: '撤回同意', en: 'Withdraw the consent' },
  on: 'existing',
  from: ['managed', 'lost'],
  to: 'registered',
  confirm: {
    zh: '撤回后患者仍在册，但不再随访，村医不再看到其记录。确定撤回？',
    en: 'The patient stays registered, is no longer visited, and the village doctor no longer sees the record. Go on?',
  },
  input: z.object({ on: inputs.day('撤回日期', 'Withdrawn on'), note: inputs.long('说明', 'Note') }),
  async run(context) {
    const { current, today, input } = context
    const on = input.on ?? today
    checkChange(current, on, today)
    await leaveGroup(context, current.person!, on, '撤回同意')
    const cleared = { consent: 'refused', managedFrom: null, dueOn: null, lostOn: null, lossReason: null }
    return context.change({ ...cleared, ...without({ note: input.note }) })
  },
})

export const lose = defineAction(patient, {
  name: 'lose',
  title: { zh: '登记失访', en: 'Lost to follow-up' },
  on: 'existing',
  from: ['managed'],
  to: 'lost',
  confirm: {
    zh: '失访患者仍计入在册患者，按未规范管理统计。确定登记失访？',
    en: 'A lost patient still counts as registered and as not managed to the norm. Go on?',
  },
  input: z.object({
    on: inputs.day('失访日期', 'Lost on'),
    lossReason: inputs.choice(codes.lossReasons, { zh: '失访原因', en: 'Why' }),
    note: inputs.long('查找经过', 'How they were looked for'),
  }),
  run({ input, today, current, change }) {
    const { on = today, ...values } = input
    checkChange(current, on, today)
    return change({ lostOn: on, ...without(values) })
  },
})

export const findAgain = defineAction(patient, {
  name: 'find-again',
  title: { zh: '恢复管理', en: 'Found again' },
  on: 'existing',
  from: ['lost'],
  to: 'managed',
  input: z.object({}),
  run: ({ change }) => change({ lostOn: null, lossReason: null }),
})

export const end = defineAction(patient, {
  name: 'end',
  title: { zh: '结案', en: 'End the registration' },
  on: 'existing',
  from: ['managed', 'registered', 'lost'],
  to: 'ended',
  confirm: {
    zh: '结案后不再计入在册患者，也不再产生随访任务。确定结案？',
    en: 'The patient no longer counts as registered, and no visit falls due. Go on?',
  },
  input: z.object({
    on: inputs.day('结案日期', 'Ended on'),
    endReason: inputs.choice(cardCodes.endReasons, { zh: '结案原因', en: 'Reason' }),
    note: inputs.long('说明', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const { on = today, ...values } = input
    checkChange(current, on, today)
    await leaveGroup(context, current.person!, on, cardCodes.endReasons[input.endReason].zh)
    return context.change({ endedOn: on, dueOn: null, ...without(values) })
  },
})

/** What can be done to a registration. */
export const patientWork = [register, update, consent, withdraw, lose, findAgain, end] as const
