import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { rabiesExposure } from './records.ts'
import { SOURCE } from './schedule.ts'
import { rabiesExposures as x } from './tables.ts'

const exposures = (id: string, zh: string, en: string, where?: ReturnType<typeof and>) =>
  flow(rabiesExposure, {
    id: `rabies-exposure.${id}`,
    title: { zh, en },
    when: x.happenedOn,
    place: 'institution',
    ...(where ? { where } : {}),
  })
const all = exposures('exposures', '狂犬病暴露处置', 'Exposures')
const started = exposures(
  'started',
  '开始接种者',
  'Courses begun',
  and(isNotNull(x.firstDoseOn), ne(x.state, 'stopped')),
)
const completed = exposures('completed', '全程接种者', 'Courses completed', eq(x.state, 'completed'))
const gravest = exposures(
  'grade-3',
  'Ⅲ级暴露且须用被动免疫制剂者',
  'Grade III in need',
  eq(x.needsImmunoglobulin, true),
)
const protectedBy = exposures(
  'grade-3-immunoglobulin',
  '已用被动免疫制剂者',
  'Immunoglobulin given',
  and(eq(x.needsImmunoglobulin, true), isNotNull(x.immunoglobulinOn)),
)
const basis = { zh: '按就诊日期和门诊', en: 'by day of visit and clinic' }

export const exposureCount = quantity(all, {
  id: 'rabies-exposure.exposure-count',
  title: { zh: '狂犬病暴露处置人次', en: 'Exposures treated' },
  unit: { zh: '人次', en: 'visits' },
  basis,
  source: SOURCE,
})
export const completionRate = ratio(completed, started, {
  id: 'rabies-exposure.completion-rate',
  title: { zh: '狂犬病疫苗全程接种率', en: 'Courses completed' },
  unit: '%',
  basis: { zh: '按就诊日期和门诊；分母不含中止者', en: 'by day of visit; without courses that were stopped' },
  source: SOURCE,
})
export const immunoglobulinRate = ratio(protectedBy, gravest, {
  id: 'rabies-exposure.immunoglobulin-rate',
  title: { zh: 'Ⅲ级暴露被动免疫制剂使用率', en: 'Grade III with immunoglobulin' },
  unit: '%',
  basis,
  source: SOURCE,
})

export const indicators: readonly Indicator[] = [exposureCount, completionRate, immunoglobulinRate]
