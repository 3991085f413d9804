import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** What a case is asked, by the way the disease passes on. */
export type Questionnaire = 'respiratory' | 'enteric' | 'zoonotic' | 'blood-sexual'

/** The natural course of a disease, as far as investigation and observation go by it. Days are counted from the day of onset. */
export interface DiseaseCourse {
  readonly disease: string
  /** Only of this subtype; a row with a subtype goes before one without. */
  readonly subtype?: string
  /** First day on which these values are used; a later row takes over from its own day. */
  readonly from: IsoDate
  /** Shortest and longest incubation in days. */
  readonly incubation: readonly [shortest: number, longest: number]
  /** First and last day on which a case is taken for infectious, before (negative) or after onset; none where it does not pass from person to person. */
  readonly infectious?: readonly [first: number, last: number]
  /** Longest incubations without a new case after which a cluster is over. */
  readonly quietIncubations: 1 | 2
  readonly source: string
}

const LAW_2004 = '2004-12-01'
const TEXTBOOK = '《传染病学》（人民卫生出版社，第9版）'

const row = (
  disease: string,
  incubation: DiseaseCourse['incubation'],
  infectious: DiseaseCourse['infectious'] | null,
  source = TEXTBOOK,
  rest: Partial<Pick<DiseaseCourse, 'subtype' | 'from' | 'quietIncubations'>> = {},
): DiseaseCourse => ({
  disease,
  from: LAW_2004,
  incubation,
  ...(infectious ? { infectious } : {}),
  quietIncubations: 1,
  source,
  ...rest,
})

/**
 * Incubation and infectious period by disease, dated. Where a guideline gives the end of infectiousness by signs (crusts, cultures), the last day stands for the
 * usual course. Diseases without a row (tuberculosis, leprosy, parasites of slow course) have no observation in days.
 */
const courses: readonly DiseaseCourse[] = [
  row('plague', [1, 9], [0, 10], '鼠疫控制应急预案（2000）：接触者留验9天'),
  row('cholera', [0, 5], [0, 7], '霍乱防治手册（第6版）：疫点观察5天'),
  row('covid-19', [1, 7], [-2, 10], '新型冠状病毒感染诊疗方案（试行第十版）', { from: '2023-01-08' }),
  row('sars', [2, 14], [0, 21], '传染性非典型肺炎诊断标准 WS 286-2008'),
  row('poliomyelitis', [3, 35], [-7, 42], '脊髓灰质炎诊断标准 WS 294-2016', { quietIncubations: 2 }),
  row('novel-influenza', [1, 10], [-1, 10], '人感染H7N9禽流感诊疗方案（2017年第一版）'),
  row('avian-influenza', [1, 10], [-1, 10], '人感染H7N9禽流感诊疗方案（2017年第一版）'),
  row('h7n9', [1, 10], [-1, 10], '人感染H7N9禽流感诊疗方案（2017年第一版）'),
  row('measles', [7, 21], [-1, 8], '麻疹诊断 WS 296-2017（出疹前后各4天，出疹在发热后3～4天）', {
    quietIncubations: 2,
  }),
  row('rubella', [14, 21], [-7, 7], '风疹诊断标准 WS 297-2008'),
  row('mumps', [12, 25], [-7, 9], '流行性腮腺炎诊断标准 WS 270-2007'),
  row('scarlet-fever', [1, 7], [0, 7], '猩红热诊断标准 WS 282-2008'),
  row('pertussis', [5, 21], [0, 21], '百日咳诊疗方案（2023年版）'),
  row('diphtheria', [1, 10], [0, 14], '白喉诊断标准 WS 275-2007'),
  row('meningococcal-meningitis', [1, 10], [-1, 10], '流行性脑脊髓膜炎诊断 WS 295-2019'),
  row('hand-foot-mouth', [2, 10], [-1, 14], '手足口病诊疗指南（2018年版）', { from: '2018-05-15' }),
  row('influenza', [1, 7], [-1, 7], '流行性感冒诊疗方案（2020年版）'),
  row('hemorrhagic-conjunctivitis', [1, 3], [0, 10]),
  row('mpox', [5, 21], [-1, 21], '猴痘诊疗指南（2022年版）'),
  row('infectious-diarrhoea', [0, 3], [0, 5], '诺如病毒感染暴发调查和预防控制技术指南（2015版）'),
  row('dysentery', [0, 7], [0, 14], '细菌性和阿米巴性痢疾诊断标准 WS 287-2008'),
  row('typhoid', [3, 23], [0, 30], '伤寒和副伤寒诊断标准 WS 280-2008'),
  row('viral-hepatitis', [15, 45], [-14, 7], '甲型病毒性肝炎诊断标准 WS 298-2008', { subtype: 'hepatitis-a' }),
  row('viral-hepatitis', [15, 75], [-14, 14], '戊型病毒性肝炎诊断标准 WS 301-2008', { subtype: 'hepatitis-e' }),
  row('anthrax', [1, 14], null),
  row('brucellosis', [7, 60], null, '布鲁氏菌病诊断 WS 269-2019'),
  row('hemorrhagic-fever', [4, 46], null, '流行性出血热诊断标准 WS 278-2008'),
  row('sfts', [5, 15], [0, 14], '发热伴血小板减少综合征防治指南（2010版）', { from: '2010-10-01' }),
  row('japanese-encephalitis', [4, 21], null),
  row('dengue', [1, 14], null, '登革热诊疗方案（2024年版）'),
  row('chikungunya', [1, 12], null, '基孔肯雅热诊疗方案（2025年版）'),
  row('malaria', [7, 30], null, '疟疾控制和消除标准 GB 26345-2010'),
  row('leptospirosis', [2, 28], null),
  row('rabies', [14, 90], null, '狂犬病诊断标准 WS 281-2008'),
  row('typhus', [5, 23], null),
]

/** The course of a disease by what is in force on a day; undefined for a disease that is not observed in days. */
export function courseOf(disease: string, subtype: string | null | undefined, on: IsoDate): DiseaseCourse | undefined {
  return courses
    .filter(
      (each) =>
        each.disease === disease &&
        each.from <= on &&
        (each.subtype === undefined || each.subtype === (subtype ?? undefined)),
    )
    .sort(
      (one, other) =>
        Number(other.subtype !== undefined) - Number(one.subtype !== undefined) || (one.from < other.from ? 1 : -1),
    )[0]
}

const RESPIRATORY = new Set([
  ...['plague', 'covid-19', 'sars', 'novel-influenza', 'avian-influenza', 'h7n9', 'measles', 'rubella', 'mumps'],
  ...['scarlet-fever', 'pertussis', 'diphtheria', 'meningococcal-meningitis', 'influenza', 'tuberculosis', 'leprosy'],
  ...['hand-foot-mouth', 'hemorrhagic-conjunctivitis', 'mpox'],
])
const ENTERIC = new Set(['cholera', 'poliomyelitis', 'infectious-diarrhoea', 'dysentery', 'typhoid'])
const BLOOD_SEXUAL = new Set(['aids', 'gonorrhoea', 'syphilis'])
const ENTERIC_HEPATITIS = new Set(['hepatitis-a', 'hepatitis-e'])

/** Which questionnaire a case is asked. Viral hepatitis goes by its type: A and E with the enteric diseases, the others with those of the blood. */
export function questionnaireOf(disease: string, subtype?: string | null): Questionnaire {
  if (disease === 'viral-hepatitis') return ENTERIC_HEPATITIS.has(subtype ?? '') ? 'enteric' : 'blood-sexual'
  if (BLOOD_SEXUAL.has(disease)) return 'blood-sexual'
  if (ENTERIC.has(disease)) return 'enteric'
  return RESPIRATORY.has(disease) ? 'respiratory' : 'zoonotic'
}

/**
 * Diseases of which each single case is investigated within 24 hours of its report; of the others, clusters are. Source: the surveillance schemes of the
 * single diseases; a province or county may ask for more.
 */
export const investigatedDiseases: readonly string[] = [
  ...['plague', 'cholera', 'sars', 'poliomyelitis', 'novel-influenza', 'measles', 'hemorrhagic-fever', 'rabies'],
  ...['japanese-encephalitis', 'dengue', 'mpox', 'anthrax', 'typhoid', 'meningococcal-meningitis', 'diphtheria'],
  ...['neonatal-tetanus', 'brucellosis', 'leptospirosis', 'schistosomiasis', 'malaria', 'chikungunya', 'sfts'],
]
/** Hours from the report within which a case is to be investigated. */
export const INVESTIGATE_WITHIN_HOURS = 24
