import type { PgTable } from 'drizzle-orm/pg-core'
import { diseaseSignals } from '@kangheng/domains/public-health/communicable-disease/tables.ts'
import { fluorosisSurveys, snailSurveys } from '@kangheng/domains/public-health/communicable-disease/endemic/tables.ts'
import { coldAlarms, equipment, temperatures } from '@kangheng/domains/public-health/immunization/cold-chain/tables.ts'
import { searchRounds } from '@kangheng/domains/public-health/immunization/floating/tables.ts'
import { lots } from '@kangheng/domains/public-health/immunization/tables.ts'
import { drills, findings, permits, staff } from '@kangheng/domains/public-health/obstetric-units/tables.ts'
import { capabilities } from '@kangheng/domains/public-health/traditional-chinese-medicine/tables.ts'
import type { Layer } from './layer.ts'
import type { Stage } from './load.ts'
import type { Model } from './model.ts'
import { birthDefectTables } from './rows/birth-defects.ts'
import { childHealthTables } from './rows/child-health.ts'
import { chronicCaseTables } from './rows/chronic-cases.ts'
import { communicableDiseaseTables } from './rows/communicable-disease.ts'
import { chronicTables } from './rows/chronic-disease.ts'
import { copdTables } from './rows/copd.ts'
import { contractTables, teamTables } from './rows/family-doctor.ts'
import { deathTables } from './rows/deaths.ts'
import { diseaseProgrammeTables } from './rows/disease-programmes.ts'
import { emergencyTables } from './rows/emergency.ts'
import { campaignTables } from './rows/campaigns.ts'
import { careHomeTables } from './rows/care-homes.ts'
import { healthyPlaceTables } from './rows/healthy-places.ts'
import { healthRecordTables } from './rows/health-records.ts'
import { immunizationTables } from './rows/immunization.ts'
import { maternalHealthTables } from './rows/maternal-health.ts'
import { mentalTables } from './rows/mental-disorder.ts'
import { communityServiceTables } from './rows/community-services.ts'
import { obstetricTables } from './rows/obstetrics.ts'
import { outbreakWorkTables } from './rows/outbreak-work.ts'
import { olderTables } from './rows/older-people.ts'
import { peopleTables, type Seal } from './rows/people.ts'
import { reliefTables } from './rows/relief.ts'
import { returnTables } from './rows/returns.ts'
import { screeningTables } from './rows/screening.ts'
import { sectionWorkTables } from './rows/section-work.ts'
import { statisticalReturnTables } from './rows/statistical-returns.ts'
import { tuberculosisTables } from './rows/tuberculosis.ts'
import { traditionalMedicineTables } from './rows/traditional-chinese-medicine.ts'
import { vitalTables } from './rows/vital-events.ts'
import type { TableRows } from './rows/load-table.ts'
import { targetTables } from './targets.ts'

interface StagePlan {
  readonly id: string
  readonly title: string
  tables(model: Model, seal: Seal): TableRows[]
  /** Is about places and institutions, not about people: made by the first layer for all. */
  readonly once?: true
}

const plans: readonly StagePlan[] = [
  { id: 'people', title: '居民和户', tables: peopleTables },
  { id: 'vital-events', title: '出生、死亡、迁移', tables: vitalTables },
  { id: 'deaths', title: '死亡医学证明书', tables: deathTables },
  { id: 'chronic-cases', title: '心脑血管事件和肿瘤报告', tables: chronicCaseTables },
  { id: 'teams', title: '签约团队和服务包', tables: teamTables, once: true },
  { id: 'contracts', title: '签约和履约', tables: contractTables },
  { id: 'health-records', title: '健康档案', tables: healthRecordTables },
  { id: 'immunization', title: '预防接种', tables: immunizationTables },
  { id: 'chronic-disease', title: '慢性病患者和随访', tables: chronicTables },
  { id: 'copd', title: '慢阻肺患者和随访', tables: copdTables },
  { id: 'older-people', title: '老年人评估', tables: olderTables },
  { id: 'care-homes', title: '医养结合', tables: careHomeTables, once: true },
  { id: 'traditional-medicine', title: '中医药健康管理', tables: traditionalMedicineTables },
  { id: 'child-health', title: '儿童健康管理', tables: childHealthTables },
  { id: 'maternal-health', title: '孕产妇健康管理', tables: maternalHealthTables },
  { id: 'screening', title: '妇幼筛查', tables: screeningTables },
  { id: 'community-services', title: '健康教育和监督协管', tables: communityServiceTables, once: true },
  { id: 'campaigns', title: '卫生和健康创建', tables: campaignTables, once: true },
  { id: 'healthy-places', title: '爱国卫生日常工作', tables: healthyPlaceTables, once: true },
  { id: 'section-work', title: '会议和交办事项', tables: sectionWorkTables, once: true },
  { id: 'birth-defects', title: '出生缺陷防治', tables: birthDefectTables },
  { id: 'obstetrics', title: '助产机构和住院分娩补助', tables: obstetricTables },
  { id: 'relief', title: '脱贫人口和监测对象', tables: reliefTables },
  { id: 'communicable-disease', title: '传染病报告和预警', tables: communicableDiseaseTables },
  { id: 'mental-disorder', title: '严重精神障碍患者', tables: mentalTables },
  { id: 'tuberculosis', title: '肺结核患者', tables: tuberculosisTables },
  { id: 'outbreak-work', title: '个案调查和聚集性疫情', tables: outbreakWorkTables, once: true },
  { id: 'disease-programmes', title: '犬伤门诊和地方病', tables: diseaseProgrammeTables },
  { id: 'emergency', title: '应急指挥', tables: emergencyTables, once: true },
  { id: 'returns', title: '汇总报表', tables: returnTables, once: true },
  { id: 'statistical-returns', title: '统计报表', tables: statisticalReturnTables, once: true },
  { id: 'targets', title: '年度目标', tables: targetTables, once: true },
]

/** Tables about places and institutions in stages that are about people as well. */
const onceTables: ReadonlySet<PgTable> = new Set([
  ...[capabilities, lots, equipment, temperatures, coldAlarms, searchRounds, permits, staff, findings, drills],
  ...[diseaseSignals, snailSurveys, fluorosisSurveys],
])

/** The stages that a layer has rows in, with their titles; what is made once is made by the first. */
export const stagesIn = ({ index }: Layer): Pick<Stage, 'id' | 'title'>[] =>
  plans.filter(({ once }) => index === 0 || !once).map(({ id, title }) => ({ id, title }))

/** The stages of a model, in the order in which they are loaded. */
export function stagesOf(model: Model, seal: Seal): Stage[] {
  const first = model.layer.index === 0
  const wanted = new Set(stagesIn(model.layer).map(({ id }) => id))
  return plans
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, tables }) => ({
      id,
      title,
      tables: () => tables(model, seal).filter(({ table }) => first || !onceTables.has(table)),
    }))
}
