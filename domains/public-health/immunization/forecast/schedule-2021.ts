import type { DoseRule, RuleSource, Schedule } from './rules.ts'

const months = (value: number) => ({ months: value })
const days = (value: number) => ({ days: value })

const TEXT = '国家免疫规划疫苗儿童免疫程序及说明（2021年版）'

/** A chapter of the edition: “免疫程序与使用说明” and “补种原则” of one vaccine. Ages by which doses are to be finished: “一般原则” 一（二）. */
const chapter = (name: string, toVerify?: string): RuleSource => ({
  where: `${TEXT}，一般原则一（接种年龄）、四（补种）；${name}的免疫程序与使用说明、补种原则`,
  ...(toVerify ? { toVerify } : {}),
})

/** Minimum ages of DTaP combinations by their instructions: 2, 3, 4 and 18 months; a booster at 6 years follows the programme. */
const combinationAges = [2, 3, 4, 18, 72] as const

/** IPV and oral polio. Four doses of IPV by a product’s instructions end at 18 months: see `ipvOnlyFourthFrom`. */
const polio: readonly DoseRule[] = [
  { id: 'polio-1', from: 2, give: 'IPV' },
  { id: 'polio-2', from: 3, interval: days(28), give: 'IPV' },
  { id: 'polio-3', from: 4, before: months(12), interval: days(28), give: 'bOPV' },
  { id: 'polio-4', from: 48, before: months(60), interval: days(28), give: 'bOPV' },
]

/**
 * The edition of 2021. Ages, “finish before” ages and intervals: 国家免疫规划疫苗儿童免疫程序及说明（2021年版）, general principles 1 and 4,
 * and the chapter of each vaccine; domain-facts § 2.1 and § 2.2.
 */
export const schedule2021: Schedule = {
  edition: '2021',
  title: { zh: '2021年版', en: '2021 edition' },
  effectiveFrom: '2021-02-23',
  source: TEXT,
  diphtheriaTetanusFrom: 72,
  diphtheriaTetanusRoutine: true,
  // Chapters of MMR, JE-L and HepA-L (3 months) and of JE-I (1 month).
  afterImmunoglobulin: { live: 3, inactivatedEncephalitis: 1 },
  humanPapillomavirus: null,
  series: {
    HepB: {
      series: 'HepB',
      source: chapter(
        '重组乙型肝炎疫苗',
        '第1、3剂间隔4个月取自补种原则的转述（第2、3剂间隔60天已与两份公开转载核对）',
      ),
      doses: [
        { id: 'hepb-1', from: 0, before: days(2), give: 'HepB' },
        { id: 'hepb-2', from: 1, interval: days(28), give: 'HepB' },
        {
          id: 'hepb-3',
          from: 6,
          before: months(12),
          interval: days(60),
          sinceFirst: months(4),
          give: 'HepB',
        },
      ],
    },
    // From 3 months to 3 years only after a negative skin test, never from 4 years on, and never twice.
    BCG: {
      series: 'BCG',
      source: chapter('卡介苗'),
      until: 48,
      doses: [{ id: 'bcg-1', from: 0, before: months(3), give: 'BCG' }],
    },
    Polio: {
      series: 'Polio',
      source: chapter('脊髓灰质炎疫苗', '含IPV成分疫苗第4剂自18月龄起计入，取自产品说明书'),
      doses: polio,
    },
    DTaP: {
      series: 'DTaP',
      source: chapter('百白破疫苗', '联合疫苗各剂最小月龄取自产品说明书'),
      until: 72,
      productAges: {
        'DTaP-IPV/Hib': combinationAges,
        'DTaP-IPV': combinationAges,
        'DTaP-Hib': combinationAges,
      },
      doses: [
        { id: 'dtap-1', from: 3, give: 'DTaP' },
        { id: 'dtap-2', from: 4, interval: days(28), give: 'DTaP' },
        { id: 'dtap-3', from: 5, before: months(12), interval: days(28), give: 'DTaP' },
        { id: 'dtap-4', from: 18, before: months(24), interval: months(6), give: 'DTaP' },
      ],
    },
    // Doses and intervals depend on the doses of DTaP: see diphtheria.ts. The product is for children under 12.
    DT: {
      series: 'DT',
      source: chapter('白破疫苗'),
      until: 144,
      doses: [
        { id: 'dt-1', from: 72, before: months(84), give: 'DT' },
        { id: 'dt-2', from: 72, give: 'DT' },
        { id: 'dt-3', from: 72, give: 'DT' },
      ],
    },
    MMR: {
      series: 'MMR',
      source: chapter('麻腮风疫苗'),
      doses: [
        { id: 'mmr-1', from: 8, before: months(12), give: 'MMR' },
        { id: 'mmr-2', from: 18, before: months(24), interval: days(28), give: 'MMR' },
      ],
    },
    // The product of the first dose decides between two doses and four; later doses of the other product count in its place.
    JE: {
      series: 'JE',
      source: chapter(
        '乙脑减毒活疫苗、乙脑灭活疫苗',
        '已开始接种后换用另一种乙脑疫苗的剂次如何计入，程序未写明，由本系统规定',
      ),
      doses: [
        { id: 'je-1', from: 8, before: months(12), give: 'JE-L' },
        { id: 'je-2', from: 24, before: months(36), interval: months(12), give: 'JE-L' },
      ],
      dosesBegunWith: {
        'JE-I': [
          { id: 'je-1', from: 8, give: 'JE-I' },
          { id: 'je-2', from: 8, before: months(12), interval: days(7), within: days(10), give: 'JE-I' },
          { id: 'je-3', from: 24, before: months(36), interval: months(1), give: 'JE-I' },
          { id: 'je-4', from: 72, before: months(84), interval: months(36), give: 'JE-I' },
        ],
      },
    },
    'MPSV-A': {
      series: 'MPSV-A',
      source: chapter('A群流脑多糖疫苗', '流脑结合疫苗各剂最小月龄与间隔取自产品说明书'),
      until: 24,
      // Conjugate vaccine by its instructions stands in for the polysaccharide: see meningococcal.ts.
      productAges: { 'MCV-AC': [3, 4, 5], 'MCV-AC-Hib': [2, 3, 4], MCV4: [3, 4, 5] },
      doses: [
        { id: 'mpsva-1', from: 6, before: months(12), give: 'MPSV-A' },
        { id: 'mpsva-2', from: 9, before: months(18), interval: months(3), give: 'MPSV-A' },
      ],
    },
    'MPSV-AC': {
      series: 'MPSV-AC',
      source: chapter('A群C群流脑多糖疫苗'),
      doses: [
        { id: 'mpsvac-1', from: 36, before: months(48), give: 'MPSV-AC' },
        { id: 'mpsvac-2', from: 72, before: months(84), interval: months(36), give: 'MPSV-AC' },
      ],
    },
    // Begun with the inactivated product, either product may follow after 6 months.
    HepA: {
      series: 'HepA',
      source: chapter('甲肝减毒活疫苗、甲肝灭活疫苗'),
      doses: [{ id: 'hepa-1', from: 18, before: months(24), give: 'HepA-L' }],
      dosesBegunWith: {
        'HepA-I': [
          { id: 'hepa-1', from: 18, before: months(24), give: 'HepA-I' },
          { id: 'hepa-2', from: 24, before: months(36), interval: months(6), give: 'HepA-I' },
        ],
      },
    },
    // Not yet part of the programme in 2021; the doses stand here so that bought ones can be judged.
    HPV: {
      series: 'HPV',
      source: {
        where: '双价、四价、九价HPV疫苗说明书',
        toVerify: '纳入国家免疫规划之前自费接种的，最小年龄按9岁、两剂间隔6个月判断',
      },
      productAges: { HPV4: [108, 108], HPV9: [108, 108] },
      doses: [
        { id: 'hpv-1', from: 156, before: months(168), give: 'HPV2' },
        {
          id: 'hpv-2',
          from: 156,
          before: months(168),
          interval: months(6),
          within: months(12),
          give: 'HPV2',
        },
      ],
    },
  },
}
