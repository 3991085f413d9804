import { sql } from 'drizzle-orm'
import { diseaseIndicators, expectedPatients, type Prevalence, type RuleVersion } from '../chronic-follow-up/index.ts'
import { copdDisease, screening } from './disease.ts'
import { lungRules } from './lungs.ts'

/** Prevalence among residents from 40. The county may replace it by its own survey: a version more. */
export const prevalence: readonly [RuleVersion<Prevalence>, ...RuleVersion<Prevalence>[]] = [
  { from: '2018-04-28', source: '中国成人肺部健康研究（2018年发表）', value: { fromAge: 40, perThousand: 137 } },
]

/** The indicators of chronic obstructive pulmonary disease, by the formulas of the other chronic diseases. */
export const indicators = diseaseIndicators({
  disease: copdDisease,
  screening,
  expected: expectedPatients(
    'copd.expected-patients',
    { zh: '慢阻肺患者估算', en: 'Expected patients: COPD' },
    prevalence,
  ),
  prevalence: '中国成人肺部健康研究（2018年发表）40岁及以上居民慢阻肺患病率13.7%',
  source: '慢性阻塞性肺疾病患者健康服务规范（试行），2024',
  glucose: false,
  strict: {
    title: 'CAT评分低于10分',
    titleEn: 'CAT below 10',
    source: '县级口径：末次随访CAT评分低于10分',
    where: (rows) => sql`${rows.assessmentTest} < ${sql.raw(String(lungRules.at(-1)!.value.burden))}`,
  },
})
