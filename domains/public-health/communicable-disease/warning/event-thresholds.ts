import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** What is counted together: people of one unit (school, kindergarten, workplace, site), one village, township or the county. */
export type ClusterLevel = 'unit' | 'village' | 'township' | 'county'

/** How sure or how serious what the rule finds is. */
export type ThresholdKind = 'event' | 'cluster' | 'single-case'

/** One rule: so many cases (or deaths) within so many days in one place are to be reported as a possible public health event. */
export interface EventThreshold {
  readonly id: string
  readonly title: Text
  /** Diseases counted together, or `disease/subtype`. */
  readonly diseases: readonly string[]
  readonly kind: ThresholdKind
  /** Places in which cases are counted together; a case of a pupil counts in school and village. */
  readonly levels: readonly ClusterLevel[]
  /** Length of the sliding window in days: 7 is today and the six days before. */
  readonly days: number
  /** Smallest number of cases, or of deaths, in a window. */
  readonly cases?: number
  readonly deaths?: number
  /** First day of validity. */
  readonly from: IsoDate
  readonly source: string
}

const NORM = '国家突发公共卫生事件相关信息报告管理工作规范（试行）2005'
const UNIT_OR_VILLAGE: readonly ClusterLevel[] = ['unit', 'village']

function rule(
  id: string,
  zh: string,
  en: string,
  diseases: readonly string[],
  rest: Partial<EventThreshold> & Pick<EventThreshold, 'days'>,
): EventThreshold {
  return {
    id,
    title: { zh, en },
    diseases,
    kind: 'event',
    levels: UNIT_OR_VILLAGE,
    from: '2005-12-27',
    source: NORM,
    ...rest,
  }
}

const single = (id: string, zh: string, en: string, disease: string): EventThreshold =>
  rule(id, zh, en, [disease], { days: 1, cases: 1, kind: 'single-case', levels: ['county'] })

/**
 * The thresholds in force, most urgent first. What depends on local facts (endemic areas, control state of schistosomiasis) has the stricter value and is
 * a parameter of the county.
 */
export const eventThresholds: readonly EventThreshold[] = [
  single('plague', '鼠疫', 'Plague', 'plague'),
  single('cholera', '霍乱', 'Cholera', 'cholera'),
  single('sars', '传染性非典型肺炎', 'SARS', 'sars'),
  single('novel-influenza', '人感染新亚型流感', 'Novel influenza', 'novel-influenza'),
  single('pulmonary-anthrax', '肺炭疽', 'Pulmonary anthrax', 'anthrax/anthrax-pulmonary'),
  single('poliomyelitis', '脊髓灰质炎', 'Poliomyelitis', 'poliomyelitis'),
  single('diphtheria', '白喉', 'Diphtheria', 'diphtheria'),
  rule(
    'anthrax',
    '皮肤或肠炭疽',
    'Cutaneous or intestinal anthrax',
    ['anthrax/anthrax-cutaneous', 'anthrax/anthrax-intestinal'],
    { days: 7, cases: 3 },
  ),
  rule(
    'hepatitis-a-e',
    '甲肝、戊肝',
    'Hepatitis A or E',
    ['viral-hepatitis/hepatitis-a', 'viral-hepatitis/hepatitis-e'],
    { days: 7, cases: 5 },
  ),
  rule('typhoid', '伤寒副伤寒', 'Typhoid or paratyphoid', ['typhoid'], { days: 7, cases: 5, deaths: 2 }),
  rule('dysentery', '痢疾', 'Dysentery', ['dysentery'], { days: 3, cases: 10, deaths: 2 }),
  rule('measles', '麻疹', 'Measles', ['measles'], { days: 7, cases: 10 }),
  rule('rubella', '风疹', 'Rubella', ['rubella'], { days: 7, cases: 10 }),
  rule('mumps', '流行性腮腺炎', 'Mumps', ['mumps'], { days: 7, cases: 10 }),
  rule('scarlet-fever', '猩红热', 'Scarlet fever', ['scarlet-fever'], { days: 7, cases: 10 }),
  rule('meningitis', '流行性脑脊髓膜炎', 'Meningococcal meningitis', ['meningococcal-meningitis'], {
    days: 3,
    cases: 3,
    deaths: 2,
  }),
  rule('dengue', '登革热', 'Dengue', ['dengue'], { days: 7, cases: 5, levels: ['county'] }),
  rule('hemorrhagic-fever', '流行性出血热', 'Haemorrhagic fever', ['hemorrhagic-fever'], {
    days: 7,
    cases: 5,
    deaths: 1,
  }),
  rule('leptospirosis', '钩端螺旋体病', 'Leptospirosis', ['leptospirosis'], { days: 7, cases: 5, deaths: 1 }),
  rule('japanese-encephalitis', '流行性乙型脑炎', 'Japanese encephalitis', ['japanese-encephalitis'], {
    days: 7,
    cases: 5,
    deaths: 1,
    levels: ['township'],
  }),
  rule('malaria', '疟疾', 'Malaria', ['malaria'], { days: 30, cases: 5, levels: ['village'] }),
  rule('influenza', '流感', 'Influenza', ['influenza'], { days: 7, cases: 30, deaths: 1 }),
  rule('diarrhoea', '其他感染性腹泻', 'Other infectious diarrhoea', ['infectious-diarrhoea'], {
    days: 7,
    cases: 20,
    deaths: 1,
  }),
  rule(
    'hand-foot-mouth-unit',
    '手足口病暴发（单位）',
    'Hand, foot and mouth disease outbreak (unit)',
    ['hand-foot-mouth'],
    { days: 7, cases: 10, levels: ['unit'], source: '手足口病聚集性和暴发疫情处置工作规范 2012' },
  ),
  rule(
    'hand-foot-mouth-village',
    '手足口病暴发（村）',
    'Hand, foot and mouth disease outbreak (village)',
    ['hand-foot-mouth'],
    { days: 7, cases: 5, levels: ['village'], source: '手足口病聚集性和暴发疫情处置工作规范 2012' },
  ),
  rule('measles-places', '麻疹聚集（村、乡镇）', 'Measles cluster (village or township)', ['measles'], {
    days: 10,
    cases: 2,
    kind: 'cluster',
    levels: ['village', 'township'],
    source: 'local: two cases within ten days, as in the school cluster watch; measles is to be eliminated',
  }),
  ...(
    [
      ['hand-foot-mouth', '手足口病', 'Hand, foot and mouth disease', 7, 5],
      ['infectious-diarrhoea', '感染性腹泻（诺如）', 'Infectious diarrhoea (norovirus)', 7, 10],
      ['hemorrhagic-conjunctivitis', '急性出血性结膜炎', 'Acute haemorrhagic conjunctivitis', 7, 3],
      ['influenza', '流感样病例', 'Influenza-like illness', 7, 10],
      ['measles', '麻疹', 'Measles', 10, 2],
      ['rubella', '风疹', 'Rubella', 7, 5],
      ['mumps', '流行性腮腺炎', 'Mumps', 7, 5],
      ['dengue', '登革热', 'Dengue', 14, 3],
    ] as const
  ).map(([disease, zh, en, days, cases]) =>
    rule(`school-${disease}`, `${zh}聚集`, `${en} cluster`, [disease], {
      days,
      cases,
      kind: 'cluster',
      levels: ['unit'],
      source: 'local: school cluster watch (values of one city)',
    }),
  ),
]
