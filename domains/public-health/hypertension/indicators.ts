import { sql } from 'drizzle-orm'
import { diseaseIndicators, expectedPatients, type Prevalence, type RuleVersion } from '../chronic-follow-up/index.ts'
import { hypertensionDisease, screening } from './disease.ts'
import { clinicalGoals } from './pressure.ts'

/** Prevalence among residents from 18. The county may replace it by its own survey: a version more. */
export const prevalence: readonly [RuleVersion<Prevalence>, ...RuleVersion<Prevalence>[]] = [
  { from: '2020-12-23', source: '中国居民营养与慢性病状况报告（2020年）', value: { fromAge: 18, perThousand: 275 } },
]

const strict = clinicalGoals.at(-1)!.value

/** The indicators of hypertension: 国家基本公共卫生服务规范（第三版）高血压患者健康管理, 工作指标. */
export const indicators = diseaseIndicators({
  disease: hypertensionDisease,
  screening,
  expected: expectedPatients(
    'hypertension.expected-patients',
    { zh: '高血压患者估算', en: 'Expected patients: hypertension' },
    prevalence,
  ),
  prevalence: '《中国居民营养与慢性病状况报告（2020年）》18岁及以上居民高血压患病率27.5%',
  source: '国家基本公共卫生服务规范（第三版）高血压患者健康管理',
  glucose: false,
  strict: {
    title: '低于140/90mmHg',
    titleEn: 'Below 140/90 mmHg',
    source: '县级口径：各年龄均低于140/90mmHg（参照 WS/T 872-2025）',
    where: (rows) =>
      sql`${rows.systolic} < ${sql.raw(String(strict.systolic))} and ${rows.diastolic} < ${sql.raw(String(strict.diastolic))}`,
  },
})
