import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { returnReasons } from './codes.ts'
import { codeFault, underlyingFault, type Deceased } from './plausibility.ts'
import { causeColumns } from './reading.ts'
import { certificate } from './records.ts'
import { ICD_PATTERN } from './icd/code.ts'

export const code = defineAction(certificate, {
  name: 'code',
  title: { zh: '判定根本死因', en: 'Choose the underlying cause' },
  on: 'existing',
  from: ['to-code', 'coded'],
  to: 'coded',
  input: z.object({
    underlying: field(z.string().trim().toUpperCase().regex(ICD_PATTERN), {
      title: { zh: '根本死因（ICD-10）', en: 'Underlying cause (ICD-10)' },
    }),
    reason: field(z.string().trim().min(2).max(300), {
      title: { zh: '理由', en: 'Reason' },
      help: { zh: '所用规则，或与填写医生核实的情况', en: 'The rule applied, or what the certifying doctor said' },
      multiline: true,
    }),
  }),
  run({ input, current, change }) {
    const deceased: Deceased = { sex: current.sex as Deceased['sex'], age: current.age, days: current.ageInDays }
    const fault = codeFault(input.underlying, deceased) ?? underlyingFault(input.underlying)
    if (fault) refuse('underlying', fault)
    return change({ ...causeColumns(input.underlying, 'coder'), coderReason: input.reason })
  },
})

export const review = defineAction(certificate, {
  name: 'review',
  title: { zh: '审核', en: 'Review' },
  on: 'existing',
  from: ['coded'],
  to: 'reviewed',
  input: z.object({}),
  run: ({ today, change }) => change({ reviewedOn: today }),
})

export const sendBack = defineAction(certificate, {
  name: 'send-back',
  title: { zh: '退回', en: 'Send back' },
  on: 'existing',
  from: ['to-code', 'coded'],
  to: 'returned',
  input: z.object({ reason: choice(returnReasons, { zh: '退回原因', en: 'Why' }) }),
  run: ({ input, change }) => change({ returnReason: input.reason }),
})
