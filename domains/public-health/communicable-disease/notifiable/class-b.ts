import { type NotifiableDisease, kinds } from './disease.ts'

/** Day from which the law of 2004 was in force. */
const LAW_2004 = '2004-12-01'
/** Day from which the law revised on 30 April 2025 is in force. */
const LAW_2025 = '2025-09-01'
/** The first list that carries the two diseases added by announcement; the announcement itself has not been found. */
const ADDED_2026 = '2026-06-01'

const b = (id: string, zh: string, en: string, rest: Partial<NotifiableDisease> = {}): NotifiableDisease => ({
  id,
  title: { zh, en },
  class: 'B',
  from: LAW_2004,
  subtypes: [],
  twoHours: false,
  ...rest,
})

const HEPATITIS = kinds(
  ['hepatitis-a', '甲型肝炎', 'Hepatitis A'],
  ['hepatitis-b', '乙型肝炎', 'Hepatitis B'],
  ['hepatitis-c', '丙型肝炎', 'Hepatitis C'],
  ['hepatitis-d', '丁型肝炎', 'Hepatitis D'],
  ['hepatitis-e', '戊型肝炎', 'Hepatitis E'],
  ['hepatitis-unclassified', '肝炎（未分型）', 'Hepatitis, unclassified'],
)
const NOVEL_INFLUENZA = kinds(
  ...(['H3N8', 'H5N1', 'H5N6', 'H7N4', 'H7N9', 'H9N2', 'H10N3', 'H10N5', 'H10N8'] as const).map(
    (name) => [name.toLowerCase(), `人感染${name}禽流感`, `Influenza A(${name})`] as const,
  ),
  ['eurasian-h1n1', '人感染欧亚类禽H1N1猪流感', 'Eurasian avian-like influenza A(H1N1)'],
  ['novel-influenza-other', '其他新亚型流感', 'Other novel influenza'],
)

/** Class B: 27 in the law, two added by announcement, and what the law of 2025 has merged (valid for cases before it). Source: domain notes § 3.1. */
export const classB: readonly NotifiableDisease[] = [
  b('covid-19', '新型冠状病毒感染', 'COVID-19', { from: '2020-01-20' }),
  b('sars', '传染性非典型肺炎', 'Severe acute respiratory syndrome', { twoHours: true }),
  b('aids', '艾滋病', 'AIDS', {
    subtypes: kinds(['aids', '艾滋病', 'AIDS'], ['hiv', '艾滋病病毒感染', 'HIV infection']),
    attached: 'sexually-transmitted',
    confidential: true,
    uncounted: ['hiv'],
  }),
  b('viral-hepatitis', '病毒性肝炎', 'Viral hepatitis', {
    subtypes: HEPATITIS,
    attached: 'hepatitis-b',
    course: ['hepatitis-b', 'hepatitis-c'],
  }),
  b('poliomyelitis', '脊髓灰质炎', 'Poliomyelitis'),
  b('novel-influenza', '人感染新亚型流感', 'Human infection with novel influenza', {
    from: LAW_2025,
    subtypes: NOVEL_INFLUENZA,
  }),
  b('measles', '麻疹', 'Measles'),
  b('hemorrhagic-fever', '流行性出血热', 'Haemorrhagic fever with renal syndrome'),
  b('rabies', '狂犬病', 'Rabies'),
  b('japanese-encephalitis', '流行性乙型脑炎', 'Japanese encephalitis'),
  b('dengue', '登革热', 'Dengue'),
  b('mpox', '猴痘', 'Mpox', { from: '2023-09-20' }),
  b('anthrax', '炭疽', 'Anthrax', {
    subtypes: kinds(
      ['anthrax-pulmonary', '肺炭疽', 'Pulmonary anthrax'],
      ['anthrax-cutaneous', '皮肤炭疽', 'Cutaneous anthrax'],
      ['anthrax-intestinal', '肠炭疽', 'Intestinal anthrax'],
      ['anthrax-unclassified', '炭疽（未分型）', 'Anthrax, unclassified'],
    ),
    twoHours: ['anthrax-pulmonary'],
  }),
  b('dysentery', '细菌性和阿米巴性痢疾', 'Dysentery', {
    subtypes: kinds(
      ['dysentery-bacillary', '细菌性痢疾', 'Bacillary dysentery'],
      ['dysentery-amoebic', '阿米巴性痢疾', 'Amoebic dysentery'],
    ),
  }),
  b('tuberculosis', '肺结核', 'Pulmonary tuberculosis', {
    subtypes: kinds(
      ['tb-resistant', '利福平耐药', 'Rifampicin resistant'],
      ['tb-positive', '病原学阳性', 'Bacteriologically confirmed'],
      ['tb-negative', '病原学阴性', 'Bacteriologically negative'],
      ['tb-no-result', '无病原学结果', 'No bacteriological result'],
    ),
    attached: 'tuberculosis',
  }),
  b('typhoid', '伤寒和副伤寒', 'Typhoid and paratyphoid', {
    subtypes: kinds(['typhoid', '伤寒', 'Typhoid'], ['paratyphoid', '副伤寒', 'Paratyphoid']),
  }),
  b('meningococcal-meningitis', '流行性脑脊髓膜炎', 'Meningococcal meningitis'),
  b('pertussis', '百日咳', 'Pertussis'),
  b('diphtheria', '白喉', 'Diphtheria'),
  b('neonatal-tetanus', '新生儿破伤风', 'Neonatal tetanus'),
  b('scarlet-fever', '猩红热', 'Scarlet fever'),
  b('brucellosis', '布鲁氏菌病', 'Brucellosis'),
  b('gonorrhoea', '淋病', 'Gonorrhoea', { attached: 'sexually-transmitted', confidential: true }),
  b('syphilis', '梅毒', 'Syphilis', {
    subtypes: kinds(
      ['syphilis-primary', 'Ⅰ期梅毒', 'Primary syphilis'],
      ['syphilis-secondary', 'Ⅱ期梅毒', 'Secondary syphilis'],
      ['syphilis-tertiary', 'Ⅲ期梅毒', 'Tertiary syphilis'],
      ['syphilis-congenital', '胎传梅毒', 'Congenital syphilis'],
      ['syphilis-latent', '隐性梅毒', 'Latent syphilis'],
    ),
    attached: 'sexually-transmitted',
    confidential: true,
  }),
  b('leptospirosis', '钩端螺旋体病', 'Leptospirosis'),
  b('schistosomiasis', '血吸虫病', 'Schistosomiasis', { course: true }),
  b('malaria', '疟疾', 'Malaria', {
    subtypes: kinds(
      ['malaria-vivax', '间日疟', 'Vivax malaria'],
      ['malaria-falciparum', '恶性疟', 'Falciparum malaria'],
      ['malaria-unclassified', '疟疾（未分型）', 'Malaria, unclassified'],
    ),
  }),
  b('chikungunya', '基孔肯雅热', 'Chikungunya', { from: ADDED_2026 }),
  b('sfts', '发热伴血小板减少综合征', 'Severe fever with thrombocytopenia syndrome', { from: ADDED_2026 }),
  b('avian-influenza', '人感染高致病性禽流感', 'Human infection with highly pathogenic avian influenza', {
    to: LAW_2025,
  }),
  b('h7n9', '人感染H7N9禽流感', 'Human infection with avian influenza A(H7N9)', { from: '2013-11-01', to: LAW_2025 }),
]
