import { and, eq, isNotNull, ne, sql, type SQL } from 'drizzle-orm'
import { derived, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import {
  ageBandOf,
  ageBandStarts,
  ageBandTitle,
  meanPopulation,
  populationByAge,
} from '../../population/resident/index.ts'
import { standardised } from '../cause-of-death/index.ts'
import { kinds, sites, type Kind } from './codes.ts'
import { chronicCase } from './records.ts'
import { chronicCases as c } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const EVENTS = '全国心脑血管事件报告技术规范'
const CANCER = '中国肿瘤登记工作指导手册; 肿瘤登记管理办法（国卫疾控发〔2015〕6号）'
const byOnset = title('按发病（首次诊断）日期，年平均常住人口', 'by day of attack or diagnosis; mean usual residents')
const standing = ne(c.state, 'duplicate')

const cases = (id: string, zh: string, en: string, where?: SQL) =>
  flow(chronicCase, {
    id: `chronic-disease-report.${id}`,
    title: { zh, en },
    when: c.happenedOn,
    where: where ? and(standing, where)! : standing,
  })
const all = cases('cases', '报告病例', 'Cases')
const ofKind = (kind: Kind) =>
  cases(`of-${kind}`, `${kinds[kind].zh}病例`, `Cases: ${kinds[kind].en}`, eq(c.kind, kind))
const [stroke, infarction, sudden, cancer] = (['stroke', 'infarction', 'sudden-death', 'cancer'] as const).map(
  ofKind,
) as [ReturnType<typeof ofKind>, ReturnType<typeof ofKind>, ReturnType<typeof ofKind>, ReturnType<typeof ofKind>]

const incidence = (id: string, measure: typeof all, zh: string, en: string, source: string) =>
  ratio(measure, meanPopulation, {
    id: `chronic-disease-report.${id}-incidence`,
    title: title(`${zh}发病率`, `Incidence of ${en}`),
    unit: '/10万',
    better: 'neither',
    basis: byOnset,
    source,
  })
export const strokeIncidence = incidence('stroke', stroke, '脑卒中', 'stroke', EVENTS)
export const infarctionIncidence = incidence('infarction', infarction, '急性心肌梗死', 'myocardial infarction', EVENTS)
const suddenIncidence = incidence('sudden-death', sudden, '心脏性猝死', 'sudden cardiac death', EVENTS)
export const cancerIncidence = incidence('cancer', cancer, '恶性肿瘤', 'cancer', CANCER)
/** The leading cancers, whose order is the spectrum of sites. */
export const siteIncidence = Object.entries(sites).map(([id, { zh, en, ranges }]) => {
  const [from, to = from] = ranges[0].split('-') as [string, string?]
  const where = and(eq(c.kind, 'cancer'), sql`left(${c.code}, 3) between ${from} and ${to}`)!
  return incidence(id, cases(`of-${id}`, `${zh}病例`, `Cases: ${en}`, where), zh, en.toLowerCase(), CANCER)
})

const share = (
  id: string,
  name: { zh: string; en: string },
  numerator: SQL,
  denominator: SQL | undefined,
  more: { better?: 'higher' | 'lower' | 'neither'; basis: { zh: string; en: string }; source: string },
) =>
  ratio(
    cases(`${id}-n`, name.zh, name.en, denominator ? and(denominator, numerator)! : numerator),
    denominator ? cases(`${id}-d`, more.basis.zh, more.basis.en, denominator) : all,
    { id: `chronic-disease-report.${id}`, title: name, unit: '%', ...more },
  )
const ofCancer = eq(c.kind, 'cancer')
export const timely = share(
  'timely-rate',
  title('心脑血管、肿瘤报告及时率', 'Cards in time'),
  eq(c.inTime, true),
  undefined,
  {
    basis: title('诊断后28天内报告', 'reported within 28 days of the diagnosis'),
    source: EVENTS,
  },
)
const reviewed = share('review-rate', title('报告卡审核率', 'Cards reviewed'), isNotNull(c.reviewedOn), undefined, {
  basis: title('报告病例', 'cases reported'),
  source: EVENTS,
})
export const caseFatality = share(
  'case-fatality',
  title('28天病死率', 'Case fatality at 28 days'),
  eq(c.fatal, true),
  and(ne(c.kind, 'cancer'), ne(c.kind, 'sudden-death'), isNotNull(c.fatal))!,
  {
    better: 'lower',
    basis: title('结局已知的脑卒中和心肌梗死', 'strokes and infarctions with known outcome'),
    source: EVENTS,
  },
)
const verified = share(
  'verified-share',
  title('病理诊断比例（MV%）', 'Morphologically verified'),
  eq(c.basis, 'pathology'),
  ofCancer,
  { better: 'neither', basis: title('恶性肿瘤病例', 'cases of cancer'), source: `${CANCER}; 66%—85%` },
)
const deathOnly = share(
  'death-only-share',
  title('只有死亡证明比例（DCO%）', 'Death certificate only'),
  eq(c.basis, 'death'),
  ofCancer,
  { better: 'lower', basis: title('恶性肿瘤病例', 'cases of cancer'), source: `${CANCER}; 低于15%` },
)
const anniversary = sql`(${c.happenedOn} + interval '1 year')::date`
const dueInPeriod = (id: string, zh: string, en: string, where: SQL) =>
  flow(chronicCase, {
    id: `chronic-disease-report.${id}`,
    title: { zh, en },
    when: anniversary,
    where: and(standing, where)!,
  })
const followed = ratio(
  dueInPeriod(
    'followed',
    '已随访或死亡的肿瘤患者',
    'Cancer patients followed up or dead',
    sql`${ofCancer} and (${c.lastFollowedOn} is not null or ${c.diedOn} is not null)`,
  ),
  dueInPeriod('to-be-followed', '应随访的肿瘤患者', 'Cancer patients to be followed up', ofCancer),
  {
    id: 'chronic-disease-report.follow-up-rate',
    title: title('肿瘤患者随访率', 'Cancer patients followed up'),
    unit: '%',
    basis: title(
      '期内诊断满一年的，至今随访过或已死亡',
      'a year after the diagnosis in the period; followed up since, or dead',
    ),
    source: CANCER,
  },
)

const cancerByAge = ageBandStarts.map((from, index) => {
  const age = ageBandTitle(index)
  return cases(
    `cancer-from-${from}`,
    `恶性肿瘤${age.zh}`,
    `Cancer, ${age.en}`,
    sql`${ofCancer} and ${ageBandOf(sql`${c.age}`)} = ${index}::int`,
  )
})
export const standardisedCancer: Indicator = derived(
  cancer,
  cancerByAge.map((events, index) => ({
    events,
    population: (['male', 'female'] as const).map(
      (sex) => ({ measure: populationByAge[sex][index]!, weight: 1 }) as const,
    ),
  })),
  {
    id: 'chronic-disease-report.standardised-cancer-incidence',
    title: title('恶性肿瘤标化发病率', 'Age-standardised incidence of cancer'),
    unit: '/10万',
    decimals: 1,
    better: 'neither',
    basis: title('直接法，世界标准人口（WHO 2000—2025）', 'direct method, WHO world standard 2000–2025'),
    source: CANCER,
    ...standardised,
  },
)

/** The indicators of report cards, in the order of tables. */
export const indicators: readonly Indicator[] = [
  ...[strokeIncidence, infarctionIncidence, suddenIncidence, cancerIncidence, ...siteIncidence, standardisedCancer],
  ...[caseFatality, timely, reviewed, verified, deathOnly, followed],
]
