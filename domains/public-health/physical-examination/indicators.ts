import { sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { usualResidents } from '../../population/resident/index.ts'
import { attendance, result } from './records.ts'
import { examined, examinedRelation } from './relations.ts'
import { attendances as a, results as r } from './tables.ts'

const LOCAL = '县级体检管理口径'
const NORM = '国家基本公共卫生服务规范（第三版）健康体检'

const examinedPeople = stock(examinedRelation, {
  id: 'physical-examination.examined-people',
  title: { zh: '两年内体检的居民', en: 'Residents examined within two years' },
  from: examined.validFrom,
  to: examined.validTo,
  count: 'persons',
  onePlacePerPerson: true,
})
const attended = (id: string, title: { zh: string; en: string }, where?: ReturnType<typeof sql>) =>
  flow(attendance, { id: `physical-examination.${id}`, title, when: a.happenedOn, ...(where ? { where } : {}) })
const come = attended('come', { zh: '到检', en: 'Came' }, sql`${a.state} <> 'called'`)
const called = attended('called', { zh: '应检', en: 'Called or came' })
const reported = attended('told', { zh: '已反馈', en: 'Told the outcome' }, sql`${a.state} = 'reported'`)

const measured = (id: string, title: { zh: string; en: string }, where?: ReturnType<typeof sql>) =>
  flow(result, { id: `physical-examination.${id}`, title, when: r.happenedOn, ...(where ? { where } : {}) })
const results = measured('results', { zh: '检验结果', en: 'Results' })
const abnormal = measured(
  'abnormal-results',
  { zh: '异常检验结果', en: 'Abnormal results' },
  sql`${r.flag} <> 'normal'`,
)
const critical = measured('critical-results', { zh: '危急值', en: 'Critical values' }, sql`${r.notifyBy} is not null`)
const inTime = measured(
  'critical-in-time',
  { zh: '按时通知的危急值', en: 'Critical values told in time' },
  sql`${r.notifiedAt} <= ${r.notifyBy}`,
)

const byDay = { zh: '按到检（登记）日期', en: 'by day of attendance' }

export const twoYearRate = ratio(examinedPeople, usualResidents, {
  id: 'physical-examination.two-year-rate',
  title: { zh: '居民两年体检率', en: 'Residents examined within two years' },
  unit: '%',
  basis: { zh: '本年或上年有健康体检的常住居民', en: 'usual residents with an examination in this year or the last' },
  source: `${LOCAL}：农村居民免费健康体检两年一次`,
  synonyms: ['免费健康体检率', '参合农民体检率'],
})
export const examinations = quantity(come, {
  id: 'physical-examination.come',
  title: { zh: '集中体检人次', en: 'Examined in campaigns' },
  unit: { zh: '人次', en: 'examinations' },
  better: 'higher',
  basis: byDay,
  source: NORM,
})
export const attendanceRate = ratio(come, called, {
  id: 'physical-examination.attendance-rate',
  title: { zh: '集中体检到检率', en: 'Attendance of those called' },
  unit: '%',
  basis: { zh: '到检人次／名单和到检人次', en: 'came / on the lists or came' },
  source: LOCAL,
})
export const reportRate = ratio(reported, come, {
  id: 'physical-examination.report-rate',
  title: { zh: '体检结果反馈率', en: 'Told the outcome' },
  unit: '%',
  basis: byDay,
  source: NORM,
})
export const abnormalShare = ratio(abnormal, results, {
  id: 'physical-examination.abnormal-share',
  title: { zh: '检验结果异常率', en: 'Abnormal results' },
  unit: '%',
  better: 'neither',
  basis: { zh: '按检测日期，超出参考区间或阳性', en: 'by day of measurement: outside the range, or positive' },
  source: 'WS/T 404、WS/T 405；中国血脂管理指南（2023年）',
})
export const criticalInTime = ratio(inTime, critical, {
  id: 'physical-examination.critical-in-time',
  title: { zh: '危急值按时通知率', en: 'Critical values told in time' },
  unit: '%',
  basis: { zh: '按检测日期，得知后24小时内', en: 'by day of measurement, within 24 hours of becoming known' },
  source: `健康体检重要异常结果管理专家共识（试行版）；时限为${LOCAL}`,
})

export const indicators: readonly Indicator[] = [
  twoYearRate,
  examinations,
  attendanceRate,
  reportRate,
  abnormalShare,
  criticalInTime,
]
