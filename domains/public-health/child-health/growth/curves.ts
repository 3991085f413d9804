import type { ReferenceCurves } from '@kangheng/kernel/record/define-record.ts'
import { growthStandard } from './assess.ts'

const standard = 'WS/T 423—2022'
const lines = ['−3 SD', '−2 SD', '−1 SD', 'M', '+1 SD', '+2 SD', '+3 SD'] as const
const age = { zh: '月龄', en: 'Age in months' }

const byAge = (table: (typeof growthStandard)['weightForAge' | 'heightForAge' | 'bodyMassIndexForAge']) => ({
  along: { kind: 'age', title: age } as const,
  standard,
  lines,
  tables: table,
})

/** The curves of the standard behind a child's own points, in the order in which they are drawn. */
export const growthCurves = [
  { field: 'weight', title: { zh: '年龄别体重', en: 'Weight for age' }, ...byAge(growthStandard.weightForAge) },
  {
    field: 'height',
    title: { zh: '年龄别身长/身高', en: 'Length or height for age' },
    ...byAge(growthStandard.heightForAge),
  },
  {
    field: 'bodyMassIndex',
    title: { zh: '年龄别BMI', en: 'BMI for age' },
    ...byAge(growthStandard.bodyMassIndexForAge),
  },
  {
    field: 'headCircumference',
    title: { zh: '年龄别头围', en: 'Head circumference for age' },
    ...byAge(growthStandard.headCircumferenceForAge),
  },
] as const satisfies readonly ReferenceCurves[]
