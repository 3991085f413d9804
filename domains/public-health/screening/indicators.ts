import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { liveBirths, populationOf } from '../../population/resident/index.ts'
import { programmes, type ProgrammeId } from './programmes.ts'
import { course } from './records.ts'
import { screenedNewbornRelation, screenedNewborns } from './relations.ts'
import { courses as c } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const people = title('人', 'people')
const NEWBORNS = '新生儿疾病筛查管理办法（卫生部令第64号）; 妇幼健康统计调查制度'
const CANCERS = '宫颈癌、乳腺癌筛查工作方案，国卫办妇幼函〔2021〕635号'
const byFirst = title('按初筛日期', 'by day of the first test')

const screened = (id: string, zh: string, en: string, of: readonly ProgrammeId[], where?: SQL) => {
  const programme = inArray(c.programme, [...of])
  return flow(course, {
    id: `screening.${id}`,
    title: { zh, en },
    when: c.happenedOn,
    where: where ? and(programme, where)! : programme,
  })
}
const newborns = ['metabolic', 'hearing'] as const

const newbornRate = (id: 'metabolic' | 'hearing', zh: string, en: string) =>
  ratio(
    flow(screenedNewbornRelation, {
      id: `screening.${id}`,
      title: title(`${zh}已筛查`, `${en}: screened`),
      when: screenedNewborns.bornOn,
      where: eq(screenedNewborns.programme, id),
    }),
    liveBirths,
    {
      id: `screening.${id}-rate`,
      version: 2,
      title: title(`${zh}筛查率`, `${en}: screened`),
      unit: '%',
      basis: title('按出生日期，活产中已初筛的', 'by day of birth; live births that have had the first test'),
      source: NEWBORNS,
    },
  )
export const metabolicRate = newbornRate('metabolic', '新生儿遗传代谢病', 'Newborn metabolic screening')
export const hearingRate = newbornRate('hearing', '新生儿听力', 'Newborn hearing screening')

/** Of those whose first result asked for more, those who came. */
const recallRate = (id: string, name: { zh: string; en: string }, of: readonly ProgrammeId[], source: string) =>
  ratio(
    screened(`${id}-came`, `${name.zh}：已召回`, `${name.en}: came`, of, sql`${c.suspicious} and ${c.cameBack}`),
    screened(`${id}-suspicious`, `${name.zh}：应召回`, `${name.en}: to be recalled`, of, eq(c.suspicious, true)),
    { id: `screening.${id}-recall-rate`, title: name, unit: '%', basis: byFirst, source },
  )
export const newbornRecall = recallRate(
  'newborn',
  title('新生儿筛查召回率', 'Newborn screening: recalled'),
  newborns,
  NEWBORNS,
)
export const cervicalRecall = recallRate(
  'cervical',
  title('宫颈癌筛查异常随诊率', 'Cervical screening: abnormal results followed'),
  ['cervical'],
  CANCERS,
)
export const breastRecall = recallRate(
  'breast',
  title('乳腺癌筛查异常随诊率', 'Breast screening: abnormal results followed'),
  ['breast'],
  CANCERS,
)

const earlyRate = (id: 'cervical' | 'breast', zh: string, en: string, goal: string) =>
  ratio(
    screened(`${id}-early`, `${zh}早期病例`, `${en}: early`, [id], eq(c.early, true)),
    screened(`${id}-found`, `${zh}确诊病例`, `${en}: found`, [id], isNotNull(c.early)),
    {
      id: `screening.${id}-early-rate`,
      title: title(`${zh}早诊率`, `${en}: found early`),
      unit: '%',
      basis: title('癌前病变和早期癌，占确诊的', 'precancer and early cancer; of those found'),
      source: `${CANCERS}; ${goal}`,
    },
  )
export const cervicalEarly = earlyRate('cervical', '宫颈癌', 'Cervical cancer', '90%以上')
export const breastEarly = earlyRate('breast', '乳腺癌', 'Breast cancer', '70%以上')

const women35to64 = populationOf({
  ...{
    id: 'screening.women-35-64',
    title: title('35—64岁常住妇女', 'Women of 35 to 64'),
    sex: 'female',
    ageFrom: 35,
    ageTo: 64,
  },
  aggregateOnly: true,
})
/** Women screened within the interval of the programme. */
const coverage = (id: 'cervical' | 'breast', zh: string, en: string, years: number) =>
  ratio(
    stock(course, {
      id: `screening.${id}-covered`,
      title: title(`${years}年内${zh}筛查的妇女`, `Women screened within ${years} years: ${en}`),
      where: eq(c.programme, id),
      from: c.happenedOn,
      to: sql`(${c.happenedOn} + make_interval(years => ${years}::int))::date`,
      count: 'persons',
      onePlacePerPerson: true,
    }),
    women35to64,
    {
      id: `screening.${id}-coverage`,
      title: title(`适龄妇女${zh}筛查覆盖率`, `${en}: coverage`),
      unit: '%',
      basis: title(`35—64岁常住妇女，近${years}年筛查过`, `women of 35 to 64; screened within ${years} years`),
      source: CANCERS,
    },
  )
export const cervicalCoverage = coverage(
  'cervical',
  '宫颈癌',
  'Cervical screening',
  programmes.cervical.againAfter('hpv-negative'),
)
const breastCoverage = coverage('breast', '乳腺癌', 'Breast screening', programmes.breast.againAfter())

const treated = ratio(
  screened(
    'treated',
    '筛查确诊已治疗',
    'Found and treated',
    [...newborns, 'cervical', 'breast'],
    isNotNull(c.treatedOn),
  ),
  screened('confirmed', '筛查确诊', 'Found', [...newborns, 'cervical', 'breast'], isNotNull(c.confirmedOn)),
  {
    id: 'screening.treatment-rate',
    title: title('筛查确诊病例治疗率', 'Found by screening and treated'),
    unit: '%',
    basis: title('按初筛日期，新生儿筛查和两癌筛查', 'by day of the first test; newborn and cancer screening'),
    source: CANCERS,
  },
)
const checked = (id: 'premarital' | 'pre-pregnancy', zh: string, en: string, source: string) =>
  quantity(screened(id, zh, en, [id]), {
    id: `screening.${id}-checks`,
    title: title(`${zh}人数`, en),
    unit: people,
    basis: title('自愿检查的人，不设指标', 'who came of their own will; no quota'),
    source,
  })
export const premarital = checked('premarital', '婚前医学检查', 'Premarital checks', '母婴保健法; 婚前保健工作规范')
export const prePregnancy = checked(
  'pre-pregnancy',
  '免费孕前优生健康检查',
  'Pre-pregnancy checks',
  '国家免费孕前优生健康检查项目',
)

/** The indicators of screening, in the order of tables. */
export const indicators: readonly Indicator[] = [
  ...[metabolicRate, hearingRate, newbornRecall, cervicalCoverage, cervicalRecall, cervicalEarly],
  ...[breastCoverage, breastRecall, breastEarly, treated, premarital, prePregnancy],
]
