import type { Schedule, SeriesRule } from './rules.ts'
import { schedule2025 } from './schedule-2025.ts'

const { series } = schedule2025
const TEXT = '国家免疫规划疫苗儿童免疫程序及说明（2026年版），国疾控卫免发〔2026〕16号'

/** Ages were compared with two transcriptions of the edition; what earlier editions left open stays open. */
const inEdition = (rule: SeriesRule): SeriesRule => ({
  ...rule,
  source: { ...rule.source, where: `${TEXT}，一般原则一（接种年龄）与该疫苗一章；此前：${rule.source.where}` },
})
const [first, second] = series['MPSV-A'].doses

/**
 * The edition of 2026: as 2025, and the second dose against meningococci of group A may be finished before 24 months instead of 18.
 * Source: 国疾控卫免发〔2026〕16号, domain-facts § 2.1.
 */
export const schedule2026: Schedule = {
  ...schedule2025,
  edition: '2026',
  title: { zh: '2026年版', en: '2026 edition' },
  effectiveFrom: '2026-06-17',
  source: TEXT,
  // “含免疫球蛋白的血液制品”: no distance for vaccines that are not live.
  afterImmunoglobulin: { live: 3, inactivatedEncephalitis: null },
  series: {
    ...(Object.fromEntries(
      Object.entries(series).map(([code, rule]) => [code, inEdition(rule)]),
    ) as unknown as Schedule['series']),
    'MPSV-A': {
      ...inEdition(series['MPSV-A']),
      doses: [first!, { ...second!, before: { months: 24 } }],
    },
  },
}
