import { and, eq, inArray, isNull } from 'drizzle-orm'
import { ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { appointment, visit } from './records.ts'
import { appointments, visits } from './tables.ts'

const WORK = '预防接种工作规范（2023年版）'
const title = (zh: string, en: string) => ({ zh, en })
const clinic = { zh: '按接种单位', en: 'by clinic' }

const held = { when: appointments.heldOn, place: 'institution' } as const
const invited = flow(appointment, {
  id: 'immunization.invited',
  title: title('到期的预约', 'Appointments of the period'),
  ...held,
  where: inArray(appointments.state, ['arrived', 'missed']),
})
const came = flow(appointment, {
  id: 'immunization.came',
  title: title('到诊的预约', 'Appointments kept'),
  ...held,
  where: eq(appointments.state, 'arrived'),
})
const seen = { when: visits.happenedOn, place: 'institution' } as const
const observed = flow(visit, {
  id: 'immunization.observed',
  title: title('留观人次', 'Visits with observation'),
  ...seen,
  where: eq(visits.state, 'left'),
})
const observedFully = flow(visit, {
  id: 'immunization.observed-fully',
  title: title('留观满30分钟人次', 'Observed for 30 minutes'),
  ...seen,
  where: and(eq(visits.state, 'left'), isNull(visits.leftEarly))!,
})

/** What is counted of sessions. */
export const sessionIndicators = [
  ratio(came, invited, {
    id: 'immunization.attendance',
    title: title('接种预约到诊率', 'Appointments kept'),
    unit: '%',
    better: 'higher',
    basis: { zh: '到诊÷（到诊＋爽约），取消和改约的不计；按接种单位', en: 'came, of came and missed; by clinic' },
    source: WORK,
  }),
  ratio(observedFully, observed, {
    id: 'immunization.observation-rate',
    title: title('留观满30分钟率', 'Observed for 30 minutes'),
    unit: '%',
    better: 'higher',
    basis: clinic,
    source: WORK,
  }),
] as const
