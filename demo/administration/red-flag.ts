import { LEADER, SECTION, type Stage } from './stage.ts'

/** What townships are compared by every quarter: figures alone decide. */
const ITEMS = [
  ['coverage', '家庭医生签约覆盖率', 'family-doctor.coverage', '50', '25'],
  ['records', '健康档案建档率', 'health-record.coverage', '90', '25'],
  ['lectures', '健康知识讲座任务完成率', 'health-education.lecture-completion', '90', '25'],
  ['grid', '巡查问题按期整改率', 'healthy-places.in-time-rate', '90', '15'],
  ['vectors', '病媒密度达标率', 'healthy-places.density-rate', '80', '10'],
] as const
/** The flag was set up in December; the quarters of the year were reviewed then. */
const QUARTERS = [
  ['2025-Q1', '2025-12-09'],
  ['2025-Q2', '2025-12-10'],
  ['2025-Q3', '2025-12-11'],
] as const

/** The travelling red flag of 2025: its rules, and three quarters with their holders. */
export async function playRedFlag(stage: Stage): Promise<void> {
  const day = '2025-12-08'
  const rules = await stage.act(SECTION, day, 'appraisal.rule-set.draft', {
    ...{ name: '乡镇季度讲评细则', unitKind: 'township', year: 2025 },
  })
  for (const [code, title, indicator, baseline, full] of ITEMS)
    await stage.act(
      SECTION,
      day,
      'appraisal.rule-set.set-item',
      {
        ...{ code, full, groupZh: '季度讲评', groupEn: 'Quarterly review', titleZh: title, titleEn: code },
        clauses: [{ kind: 'ratio', value: `[${indicator}]`, baseline, points: full }],
        source: '县级流动红旗评比办法（地方规定）',
      },
      rules,
    )
  await stage.act(LEADER, day, 'appraisal.rule-set.issue', {}, rules)
  const award = await stage.act(SECTION, day, 'red-flag.award.draft', {
    ...{ name: '卫生健康综合流动红旗', ruleSet: rules, flags: 2, flagFrom: '85', laggingBelow: '80' },
  })
  await stage.act(LEADER, day, 'red-flag.award.issue', {}, award)
  for (const [quarter, on] of QUARTERS) {
    const review = await stage.act(SECTION, on, 'red-flag.review.compute', { award, quarter })
    const comment = '签约和建档总体平稳，巡查整改进度不一；请落后乡镇逐项说明原因，下季度见成效。'
    await stage.act(SECTION, on, 'red-flag.review.comment', { comment }, review)
    await stage.act(LEADER, on, 'red-flag.review.publish', {}, review)
  }
}
