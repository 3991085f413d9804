import type { Text } from '@kangheng/kernel/text/text.ts'

/**
 * Standing of households and people on the register. Since the campaign ended the register (建档立卡) is continued as
 * out-of-poverty people and monitored people; 未脱贫 and 已脱贫 are the historical classes.
 */
export const standings = {
  monitored: { zh: '监测对象', en: 'Monitored' },
  'out-of-poverty': { zh: '脱贫人口', en: 'Out of poverty' },
} as const satisfies Record<string, Text>
export type Standing = keyof typeof standings
export const standingIds = Object.keys(standings) as [Standing, ...Standing[]]

/** The historical classes, as documents of earlier years call them. */
export const formerStandings: Record<Standing, Text> = {
  monitored: { zh: '未脱贫', en: 'not yet out of poverty' },
  'out-of-poverty': { zh: '已脱贫', en: 'out of poverty' },
}

/** Kinds of monitored households (防返贫监测对象). */
export const monitoredKinds = {
  unstable: { zh: '脱贫不稳定户', en: 'Out of poverty but unstable' },
  marginal: { zh: '边缘易致贫户', en: 'On the margin of poverty' },
  sudden: { zh: '突发严重困难户', en: 'In sudden serious hardship' },
} as const satisfies Record<string, Text>

/** Causes of poverty; a household may have several. */
export const causes = {
  illness: { zh: '因病', en: 'Illness' },
  disability: { zh: '因残', en: 'Disability' },
  schooling: { zh: '因学', en: 'Cost of schooling' },
  disaster: { zh: '因灾', en: 'Disaster' },
  labour: { zh: '缺劳力', en: 'Lack of labour' },
  skill: { zh: '缺技术', en: 'Lack of skill' },
  money: { zh: '缺资金', en: 'Lack of money' },
  land: { zh: '缺土地', en: 'Lack of land' },
  transport: { zh: '交通条件落后', en: 'Poor transport' },
  will: { zh: '自身发展动力不足', en: 'Lack of drive' },
} as const satisfies Record<string, Text>

/** Why an entry is not due for a contract. */
export const dispositions = {
  died: { zh: '死亡', en: 'Died' },
  duplicate: { zh: '名单重复', en: 'Duplicate entry' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type Disposition = keyof typeof dispositions
export const dispositionIds = Object.keys(dispositions) as [Disposition, ...Disposition[]]

/** Reasons under “other”. */
export const otherReasons = {
  'moved-out': { zh: '户口迁出', en: 'Registration moved out' },
  'away-long': { zh: '长期外出', en: 'Away for long' },
  'married-out': { zh: '婚嫁迁出', en: 'Married out' },
  army: { zh: '参军', en: 'In the army' },
  detained: { zh: '服刑', en: 'In prison' },
  untraced: { zh: '失联', en: 'Cannot be traced' },
  'public-service': { zh: '转为财政供养人员', en: 'Became a public employee' },
} as const satisfies Record<string, Text>

/** How the illness was verified. */
export const findings = {
  'hospital-data': { zh: '医院数据比对', en: 'Match with hospital data' },
  'home-visit': { zh: '入户调查', en: 'Home visit' },
  exam: { zh: '健康体检', en: 'Physical exam' },
} as const satisfies Record<string, Text>

/** Classes of illness and what each calls for (健康扶贫“三个一批”). */
export const illnessClasses = {
  I: { zh: 'Ⅰ类（大病集中救治）', en: 'I (special treatment of major diseases)' },
  II: { zh: 'Ⅱ类（慢病签约管理）', en: 'II (chronic disease under contract)' },
  III: { zh: 'Ⅲ类（重病兜底保障）', en: 'III (serious illness, full cover)' },
} as const satisfies Record<string, Text>
export type IllnessClass = keyof typeof illnessClasses

/** Purposes of a support visit. */
export const visitPurposes = {
  health: { zh: '健康随访', en: 'Health' },
  policy: { zh: '政策宣讲', en: 'Policy' },
  aid: { zh: '慰问帮扶', en: 'Aid' },
  check: { zh: '动态监测排查', en: 'Monitoring' },
} as const satisfies Record<string, Text>

/** Outcomes of a special treatment. */
export const outcomes = {
  cured: { zh: '治愈', en: 'Cured' },
  improved: { zh: '好转', en: 'Improved' },
  'long-term': { zh: '转长期管理', en: 'Under long-term care' },
  died: { zh: '死亡', en: 'Died' },
  refused: { zh: '本人放弃', en: 'Declined' },
} as const satisfies Record<string, Text>
