import { inArray, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { usualResidents } from '../../population/resident/index.ts'
import * as rows from './relations.ts'
import { emergency, patient, subsidy } from './records.ts'
import { HIGH_RISK } from './risk.ts'
import { subsidyRules } from './subsidy.ts'
import { emergencies as m, subsidies as y } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）严重精神障碍患者管理'
const WORK = '严重精神障碍管理治疗工作规范（2018年版），国卫疾控发〔2018〕13号'
const title = (zh: string, en: string) => ({ zh, en })
const people = title('人', 'people')
const basis = title('常住居民中的在册患者', 'registered patients among usual residents')
const r = rows.registered

const registeredPatients = stock(rows.registeredRelation, {
  id: 'severe-mental-disorder.registered-patients',
  title: title('在册患者', 'Registered patients'),
  from: r.validFrom,
  to: r.validTo,
})
const managedPatients = stock(rows.registeredRelation, {
  id: 'severe-mental-disorder.managed-patients',
  title: title('在册管理患者', 'Patients managed'),
  from: r.managedFrom,
  to: r.validTo,
  where: sql`${r.consented}`,
})
const standardPatients = stock(rows.standardRelation, {
  id: 'severe-mental-disorder.standard-patients',
  title: title('规范管理的患者', 'Patients managed to the norm'),
  from: rows.standard.validFrom,
  to: rows.standard.validTo,
})
const metPatients = stock(rows.visitedRelation, {
  id: 'severe-mental-disorder.met-patients',
  title: title('近一年面访过的患者', 'Patients met face to face within a year'),
  from: rows.visited.validFrom,
  to: rows.visited.validTo,
  where: sql`${rows.visited.mode} <> 'phone'`,
  count: 'persons',
  onePlacePerPerson: true,
})
const last = (id: string, name: { zh: string; en: string }, where: SQL) =>
  stock(rows.visitedRelation, {
    id: `severe-mental-disorder.${id}`,
    title: name,
    from: rows.visited.validFrom,
    to: rows.visited.lastTo,
    where,
  })
const medicated = last(
  'medicated-patients',
  title('服药的患者', 'Patients who take medicine'),
  inArray(rows.visited.compliance, ['regular', 'irregular']),
)
const medicatedRegularly = last(
  'regularly-medicated-patients',
  title('规律服药的患者', 'Patients who take medicine regularly'),
  sql`${rows.visited.compliance} = 'regular'`,
)
const ofHighRisk = last(
  'high-risk-patients',
  title('末次评估3级及以上的患者', 'Patients assessed at grade 3 or above'),
  sql`${rows.visited.risk} >= ${sql.raw(String(HIGH_RISK))}`,
)
const unstable = last(
  'unstable-patients',
  title('末次随访病情不稳定的患者', 'Patients unstable at the last visit'),
  sql`${rows.visited.class} = 'unstable'`,
)
const visits = flow(rows.visitedRelation, {
  id: 'severe-mental-disorder.visit-count',
  title: title('随访', 'Visits'),
  when: rows.visited.visitedOn,
})
const emergencyCount = flow(emergency, {
  id: 'severe-mental-disorder.emergency-count',
  title: title('应急处置', 'Emergencies'),
  when: m.happenedOn,
})
const guardiansPaid = flow(subsidy, {
  id: 'severe-mental-disorder.guardians-paid',
  title: title('发放补助的监护人', 'Guardians paid'),
  when: y.happenedOn,
})
const amountPaid = flow(subsidy, {
  id: 'severe-mental-disorder.amount-paid',
  title: title('发放监护人补助', 'Paid to guardians'),
  when: y.happenedOn,
  count: { sum: sql`${y.amount}` },
})

/** Five patients, and what five may have: visits in four quarters, subsidies of a year. */
const FEW = 5
const guard = (below = FEW) => ({ record: patient, below })
const common = { basis, source: NORM, guard: guard() }

/** The indicators of severe mental disorder. */
export const indicators = {
  registered: quantity(registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.registered',
    title: title('严重精神障碍登记在册患者数', 'Severe mental disorder: registered patients'),
    unit: people,
    source: WORK,
    synonyms: ['登记在册严重精神障碍患者', '重性精神病患者'],
  }),
  managed: quantity(managedPatients, {
    ...common,
    id: 'severe-mental-disorder.managed',
    title: title('严重精神障碍在册管理患者数', 'Severe mental disorder: patients managed'),
    unit: people,
    better: 'higher',
    basis: title('同意参加社区管理的在册患者', 'registered patients who agreed to management'),
    synonyms: ['管理严重精神障碍患者'],
  }),
  detectionRate: ratio(registeredPatients, usualResidents, {
    ...common,
    id: 'severe-mental-disorder.detection-rate',
    title: title('严重精神障碍患者检出率', 'Severe mental disorder: detection rate'),
    unit: '‰',
    basis: title('在册患者占常住人口', 'registered patients per 1,000 usual residents'),
    source: WORK,
    synonyms: ['报告患病率', '严重精神障碍报告患病率'],
  }),
  managementRate: ratio(managedPatients, registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.management-rate',
    title: title('严重精神障碍患者管理率', 'Severe mental disorder: management rate'),
    unit: '%',
    source: WORK,
  }),
  standardRate: ratio(standardPatients, registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.standard-rate',
    title: title('严重精神障碍患者规范管理率', 'Severe mental disorder: standardised management rate'),
    unit: '%',
    headline: true,
    basis: title(
      '占在册确诊患者；每季度至少一次面对面随访（住院视同），短期随访按时，年底前体检或不同意、病情不许可；截至最近季末',
      'of registered confirmed patients: met face to face in each quarter (hospital counts), checks in time, yearly examination unless declined; as of the last quarter’s end',
    ),
    synonyms: ['规范管理率', '严重精神障碍规范管理率'],
  }),
  meetingRate: ratio(metPatients, registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.meeting-rate',
    title: title('严重精神障碍患者面访率', 'Severe mental disorder: met face to face'),
    unit: '%',
    basis: title('近一年至少面访一次，占在册患者', 'met at least once within a year, of registered patients'),
    source: WORK,
    synonyms: ['面访率'],
  }),
  medicationRate: ratio(medicated, registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.medication-rate',
    title: title('严重精神障碍患者服药率', 'Severe mental disorder: medication rate'),
    unit: '%',
    basis: title('近一年末次随访服药，占在册患者', 'by the last visit within a year, of registered patients'),
    source: WORK,
    synonyms: ['服药率'],
  }),
  regularMedicationRate: ratio(medicatedRegularly, registeredPatients, {
    ...common,
    id: 'severe-mental-disorder.regular-medication-rate',
    title: title('严重精神障碍患者规律服药率', 'Severe mental disorder: regular medication rate'),
    unit: '%',
    basis: title('近一年末次随访规律服药，占在册患者', 'by the last visit within a year, of registered patients'),
    source: WORK,
    synonyms: ['规律服药率'],
  }),
  highRisk: quantity(ofHighRisk, {
    ...common,
    id: 'severe-mental-disorder.high-risk',
    title: title('危险性评估3级及以上患者数', 'Severe mental disorder: patients at grade 3 or above'),
    unit: people,
    better: 'lower',
    basis: title('近一年末次随访', 'by the last visit within a year'),
  }),
  unstable: quantity(unstable, {
    ...common,
    id: 'severe-mental-disorder.unstable',
    title: title('病情不稳定患者数', 'Severe mental disorder: unstable patients'),
    unit: people,
    better: 'lower',
    basis: title('近一年末次随访', 'by the last visit within a year'),
  }),
  visits: quantity(visits, {
    ...common,
    id: 'severe-mental-disorder.visits',
    title: title('严重精神障碍患者随访人次', 'Severe mental disorder: follow-ups'),
    unit: title('人次', 'visits'),
    better: 'higher',
    basis: title('按患者居住地', 'by the patient’s residence'),
    guard: guard(FEW * 4),
  }),
  emergencies: quantity(emergencyCount, {
    ...common,
    id: 'severe-mental-disorder.emergencies',
    title: title('严重精神障碍应急处置', 'Severe mental disorder: emergencies'),
    unit: title('例次', 'events'),
    basis: title('按发生日期', 'by the day it happened'),
    source: WORK,
  }),
  guardiansPaid: quantity(guardiansPaid, {
    ...common,
    id: 'severe-mental-disorder.guardians',
    title: title('发放监护人补助人数', 'Guardians paid'),
    unit: people,
    better: 'higher',
    basis: title('按发放日期，每名患者每年度一次', 'by the day of payment, once for each patient and year'),
    source: '以奖代补政策，县级参数',
  }),
  amountPaid: quantity(amountPaid, {
    ...common,
    id: 'severe-mental-disorder.amount',
    title: title('监护人补助发放金额', 'Paid to guardians'),
    unit: title('元', 'yuan'),
    better: 'higher',
    basis: title('按发放日期', 'by the day of payment'),
    guard: guard(FEW * subsidyRules.at(-1)!.value.amount),
    source: '以奖代补政策，县级参数',
  }),
} satisfies Record<string, Indicator>
