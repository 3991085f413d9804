import { sql } from 'drizzle-orm'
import { diseaseIndicators, expectedPatients, type Prevalence, type RuleVersion } from '../chronic-follow-up/index.ts'
import { diabetesDisease, screening } from './disease.ts'

/** Prevalence among residents from 18. The county may replace it by its own survey: a version more. */
export const prevalence: readonly [RuleVersion<Prevalence>, ...RuleVersion<Prevalence>[]] = [
  { from: '2020-12-23', source: '中国居民营养与慢性病状况报告（2020年）', value: { fromAge: 18, perThousand: 119 } },
]

/** The indicators of type 2 diabetes: 国家基本公共卫生服务规范（第三版）2型糖尿病患者健康管理, 工作指标. */
export const indicators = diseaseIndicators({
  disease: diabetesDisease,
  screening,
  expected: expectedPatients(
    'diabetes.expected-patients',
    { zh: '糖尿病患者估算', en: 'Expected patients: diabetes' },
    prevalence,
  ),
  prevalence: '《中国居民营养与慢性病状况报告（2020年）》18岁及以上居民糖尿病患病率11.9%',
  source: '国家基本公共卫生服务规范（第三版）2型糖尿病患者健康管理',
  glucose: true,
  strict: {
    title: '血糖和血压均达标',
    titleEn: 'Glucose and pressure at the goal',
    source: '县级口径：空腹血糖达标且血压低于140/90mmHg',
    where: (rows) => sql`${rows.atGoal} and ${rows.systolic} < 140 and ${rows.diastolic} < 90`,
  },
})
