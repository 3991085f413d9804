import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { checkPressures, examinationColumns, examinationParts } from './examination-form.ts'
import * as inputs from './inputs.ts'
import { getOpenRecord } from './record-actions.ts'
import { examination } from './records.ts'
import { noteUse } from './use.ts'

const { general, habits, laboratory, judgement } = examinationParts

export const recordExamination = defineAction(examination, {
  name: 'record',
  title: { zh: '登记健康体检', en: 'Record an examination' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('体检日期', 'Examined on'),
    ...general,
    ...habits,
    ...laboratory,
    ...judgement,
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...values } = context.input
    const record = await getOpenRecord(context, id)
    const person = await getPerson(context, id)
    checkPressures(values)
    if (values.selfCareScore !== undefined && ageOn(person.birth, happenedOn) < 65) {
      refuse('selfCareScore', { zh: '自理能力评分只用于65岁及以上', en: 'The self-care score is for people from 65' })
    }
    const row = await context.create({
      person: id,
      division: record.division,
      happenedOn,
      healthRecord: record.id,
      ...examinationColumns(values),
    } as Parameters<typeof context.create>[0])
    await noteUse(context, { person: id, on: happenedOn, kind: 'examination', record: examination.id, id: row.id })
    return row
  },
})

/**
 * Opens an examination form that several hands fill in one after another, station by station; called by the line of business that runs them, in its own
 * transaction. @throws Refusal when the person has no open health record.
 */
export async function beginExamination(
  context: Pick<ActionContext, 'connection' | 'county' | 'find' | 'createOther'>,
  id: string,
  on: IsoDate,
) {
  const record = await getOpenRecord(context, id)
  const row = await context.createOther(examination, {
    ...{ state: 'recorded', person: id, division: record.division, happenedOn: on, healthRecord: record.id },
    ...{ symptoms: [], problems: [], guidance: [], riskControls: [] },
  })
  await noteUse(context, { person: id, on, kind: 'examination', record: examination.id, id: row.id })
  return row
}
