import type { Text } from '@kangheng/kernel/text/text.ts'

/** The series of the programme, in the order in which a child meets them. */
export const seriesCodes = [
  'HepB',
  'BCG',
  'Polio',
  'DTaP',
  'DT',
  'MMR',
  'JE',
  'MPSV-A',
  'MPSV-AC',
  'HepA',
  'HPV',
] as const
export type SeriesCode = (typeof seriesCodes)[number]

/** What the forecast knows of a vaccine. */
export interface VaccineDefinition {
  readonly title: Text
  /** The series its doses count in; none for a vaccine outside the programme’s series. */
  readonly series: readonly SeriesCode[]
  /** Attenuated and injected: keeps 28 days from others of its kind that are not given on the same day. */
  readonly live?: true
  /** Bought by the family instead of provided by the programme. */
  readonly ownExpense?: true
}

const vaccine = (
  zh: string,
  en: string,
  series: readonly SeriesCode[],
  more: Omit<VaccineDefinition, 'title' | 'series'> = {},
): VaccineDefinition => ({ title: { zh, en }, series, ...more })

const own = { ownExpense: true } as const
const live = { live: true } as const

/**
 * Every vaccine a history may name. The first fourteen are the programme’s (national table, codes of its 2021 and 2026 editions); the others
 * stand in for one of its doses, were used by it before, or matter for the distance between attenuated vaccines.
 */
export const vaccines = {
  HepB: vaccine('乙肝疫苗', 'Hepatitis B', ['HepB']),
  BCG: vaccine('卡介苗', 'BCG', ['BCG'], live),
  IPV: vaccine('脊灰灭活疫苗', 'Inactivated polio', ['Polio']),
  bOPV: vaccine('脊灰减毒活疫苗', 'Oral polio, bivalent', ['Polio']),
  DTaP: vaccine('百白破疫苗', 'Diphtheria, tetanus, pertussis', ['DTaP']),
  DT: vaccine('白破疫苗', 'Diphtheria, tetanus', ['DT']),
  MMR: vaccine('麻腮风疫苗', 'Measles, mumps, rubella', ['MMR'], live),
  'JE-L': vaccine('乙脑减毒活疫苗', 'Japanese encephalitis, live', ['JE'], live),
  'JE-I': vaccine('乙脑灭活疫苗', 'Japanese encephalitis, inactivated', ['JE']),
  'MPSV-A': vaccine('A群流脑多糖疫苗', 'Meningococcal polysaccharide A', ['MPSV-A']),
  'MPSV-AC': vaccine('A群C群流脑多糖疫苗', 'Meningococcal polysaccharide A and C', ['MPSV-AC']),
  'HepA-L': vaccine('甲肝减毒活疫苗', 'Hepatitis A, live', ['HepA'], live),
  'HepA-I': vaccine('甲肝灭活疫苗', 'Hepatitis A, inactivated', ['HepA']),
  HPV2: vaccine('双价HPV疫苗', 'HPV, bivalent', ['HPV']),
  'DTaP-IPV/Hib': vaccine('五联疫苗（百白破-脊灰-Hib）', 'DTaP-IPV/Hib', ['DTaP', 'Polio'], own),
  'DTaP-IPV': vaccine('百白破-脊灰联合疫苗', 'DTaP-IPV', ['DTaP', 'Polio'], own),
  'DTaP-Hib': vaccine('四联疫苗（百白破-Hib）', 'DTaP-Hib', ['DTaP'], own),
  'MCV-AC': vaccine('A群C群流脑结合疫苗', 'Meningococcal conjugate A and C', ['MPSV-A', 'MPSV-AC'], own),
  'MCV-AC-Hib': vaccine(
    'A群C群流脑-Hib结合疫苗',
    'Meningococcal conjugate A and C with Hib',
    ['MPSV-A', 'MPSV-AC'],
    own,
  ),
  MCV4: vaccine('ACYW135群流脑结合疫苗', 'Meningococcal conjugate ACYW135', ['MPSV-A', 'MPSV-AC'], own),
  MPSV4: vaccine('ACYW135群流脑多糖疫苗', 'Meningococcal polysaccharide ACYW135', ['MPSV-AC'], own),
  HPV4: vaccine('四价HPV疫苗', 'HPV, quadrivalent', ['HPV'], own),
  HPV9: vaccine('九价HPV疫苗', 'HPV, nonavalent', ['HPV'], own),
  tOPV: vaccine('三价脊灰减毒活疫苗（2016年停用）', 'Oral polio, trivalent (until 2016)', ['Polio']),
  MR: vaccine('麻风疫苗（2020年停用）', 'Measles, rubella (until 2020)', ['MMR'], live),
  MV: vaccine('麻疹疫苗（停用）', 'Measles (no longer used)', ['MMR'], live),
  Hib: vaccine('Hib疫苗', 'Haemophilus influenzae b', [], own),
  PCV13: vaccine('13价肺炎球菌结合疫苗', 'Pneumococcal conjugate, 13-valent', [], own),
  PPV23: vaccine('23价肺炎球菌多糖疫苗', 'Pneumococcal polysaccharide, 23-valent', [], own),
  VarV: vaccine('水痘减毒活疫苗', 'Varicella, live', [], { ...live, ...own }),
  RV: vaccine('轮状病毒疫苗（口服）', 'Rotavirus (oral)', [], own),
  EV71: vaccine('肠道病毒71型灭活疫苗', 'Enterovirus 71', [], own),
  InfV: vaccine('流感灭活疫苗', 'Influenza, inactivated', [], own),
  LAIV: vaccine('鼻喷流感减毒活疫苗', 'Influenza, live (nasal)', [], own),
  HepE: vaccine('戊肝疫苗', 'Hepatitis E', [], own),
  RabV: vaccine('狂犬病疫苗', 'Rabies', [], own),
  YF: vaccine('黄热病减毒活疫苗', 'Yellow fever, live', [], { ...live, ...own }),
  IG: vaccine('人免疫球蛋白（非疫苗）', 'Human immunoglobulin (no vaccine)', [], own),
  'RIG-H': vaccine('人狂犬病免疫球蛋白（非疫苗）', 'Human rabies immunoglobulin (no vaccine)', [], own),
  'RIG-E': vaccine('马抗狂犬病血清（非疫苗）', 'Equine rabies antiserum (no vaccine)', [], own),
} as const satisfies Record<string, VaccineDefinition>

export type VaccineCode = keyof typeof vaccines

/** Every code a history may use. */
export const vaccineCodes = Object.keys(vaccines) as VaccineCode[]

const definitions: Readonly<Record<VaccineCode, VaccineDefinition>> = vaccines

/** The vaccine behind a code. */
export function vaccineOf(code: VaccineCode): VaccineDefinition {
  return definitions[code]
}

/** Whether a text is the code of a vaccine. */
export function isVaccineCode(text: string): text is VaccineCode {
  return Object.hasOwn(vaccines, text)
}

/** What a series is called. */
export const seriesTitles: Readonly<Record<SeriesCode, Text>> = {
  HepB: { zh: '乙肝', en: 'Hepatitis B' },
  BCG: { zh: '卡介苗', en: 'BCG' },
  Polio: { zh: '脊灰', en: 'Polio' },
  DTaP: { zh: '百白破', en: 'Diphtheria, tetanus, pertussis' },
  DT: { zh: '白破', en: 'Diphtheria, tetanus' },
  MMR: { zh: '麻腮风', en: 'Measles, mumps, rubella' },
  JE: { zh: '乙脑', en: 'Japanese encephalitis' },
  'MPSV-A': { zh: 'A群流脑', en: 'Meningococcal A' },
  'MPSV-AC': { zh: 'A群C群流脑', en: 'Meningococcal A and C' },
  HepA: { zh: '甲肝', en: 'Hepatitis A' },
  HPV: { zh: 'HPV', en: 'HPV' },
}
