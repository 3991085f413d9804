import type { Layout } from '../layout.ts'
import { inpatientChecks, inpatients, money, moneyChecks } from './service.ts'
import { entered, list, must, reckoned } from './write.ts'

const visits = list('visits', '门急诊服务', 'Outpatients and emergency', [
  reckoned('visits', '总诊疗人次', 'Visits', 'visits', '{outpatient} + {emergency} + {other-visits}'),
  entered('outpatient', '门诊人次', 'Outpatient visits', 'visits', 1),
  entered('emergency', '急诊人次', 'Emergency visits', 'visits', 1),
  entered('emergency-deaths', '其中：急诊死亡人数', 'of which died', 'people', 2),
  entered('other-visits', '其他诊疗人次', 'Other visits', 'visits', 1),
  entered('appointments', '预约诊疗人次', 'Visits by appointment', 'visits'),
  entered('observation', '观察室留观病例数', 'Kept under observation', 'people'),
  entered('referred-up', '向上级医院转诊人次', 'Referred upward', 'visits'),
  entered('referred-down', '向基层下转人次', 'Referred to centres', 'visits'),
  entered('check-ups', '健康检查人次', 'Health check-ups', 'visits'),
])

/** The monthly return of hospitals, after 卫健统1-9 (visits, inpatients, income and expenses). */
export const hospitalMonthly: Layout = {
  parts: [visits, inpatients, money],
  checks: [
    must('deaths-of-emergency', '急诊死亡人数不大于急诊人次', 'Deaths are part', '{emergency-deaths} <= {emergency}'),
    must(
      'appointments-of-visits',
      '预约诊疗人次不大于总诊疗人次',
      'Appointments are part',
      '{appointments} <= {visits}',
    ),
    ...inpatientChecks,
    ...moneyChecks,
  ],
}
