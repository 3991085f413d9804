import type { AccountHouse } from '@kangheng/kernel/access/accounts.ts'
import { createDemoAccounts, demoAccounts } from './accounts.ts'
import { loadStages, type Stage } from './load.ts'
import { makeModel, type Model } from './model.ts'
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
import { targetTables } from './targets.ts'

/** The demo county: 玉龙, on the last day of 2025, with figures from 2024 on and its months closed up to November. */
export const demoCounty = {
  code: '530721',
  today: '2025-12-31',
  firstMonth: '2024-01',
  closedUntil: '2025-11',
} as const

/** What the demo is loaded into: an installation that has its places and nothing else. */
export interface DemoHouse extends AccountHouse {
  readonly vault: Seal
}

export interface DemoOptions {
  /** 1 is the whole county; 0.05 a twentieth of its people in the same places. */
  readonly scale: number
  readonly seed: number
  /** The county planned beforehand by `planDemo`, while the database was being opened. */
  readonly model?: Model
  /** Called as rows are written: step, rows done, rows of the step. */
  readonly onProgress: (step: string, done: number, total: number) => void
}

function stagesOf(model: Model, seal: Seal): Stage[] {
  return [
    { id: 'people', title: '居民和户', tables: () => peopleTables(model, seal) },
    { id: 'vital-events', title: '出生、死亡、迁移', tables: () => vitalTables(model) },
    { id: 'deaths', title: '死亡医学证明书', tables: () => deathTables(model) },
    { id: 'chronic-cases', title: '心脑血管事件和肿瘤报告', tables: () => chronicCaseTables(model) },
    { id: 'teams', title: '签约团队和服务包', tables: () => teamTables(model) },
    { id: 'contracts', title: '签约和履约', tables: () => contractTables(model) },
    { id: 'health-records', title: '健康档案', tables: () => healthRecordTables(model) },
    { id: 'immunization', title: '预防接种', tables: () => immunizationTables(model) },
    { id: 'chronic-disease', title: '慢性病患者和随访', tables: () => chronicTables(model) },
    { id: 'copd', title: '慢阻肺患者和随访', tables: () => copdTables(model) },
    { id: 'older-people', title: '老年人评估', tables: () => olderTables(model) },
    { id: 'traditional-medicine', title: '中医药健康管理', tables: () => traditionalMedicineTables(model) },
    { id: 'child-health', title: '儿童健康管理', tables: () => childHealthTables(model) },
    { id: 'maternal-health', title: '孕产妇健康管理', tables: () => maternalHealthTables(model) },
    { id: 'screening', title: '妇幼筛查', tables: () => screeningTables(model) },
    { id: 'community-services', title: '健康教育和监督协管', tables: () => communityServiceTables(model) },
    { id: 'campaigns', title: '卫生和健康创建', tables: () => campaignTables(model) },
    { id: 'healthy-places', title: '爱国卫生日常工作', tables: () => healthyPlaceTables(model) },
    { id: 'section-work', title: '会议和交办事项', tables: () => sectionWorkTables(model) },
    { id: 'birth-defects', title: '出生缺陷防治', tables: () => birthDefectTables(model) },
    { id: 'obstetrics', title: '助产机构和住院分娩补助', tables: () => obstetricTables(model) },
    { id: 'relief', title: '脱贫人口和监测对象', tables: () => reliefTables(model) },
    { id: 'communicable-disease', title: '传染病报告和预警', tables: () => communicableDiseaseTables(model) },
    { id: 'mental-disorder', title: '严重精神障碍患者', tables: () => mentalTables(model) },
    { id: 'tuberculosis', title: '肺结核患者', tables: () => tuberculosisTables(model) },
    { id: 'outbreak-work', title: '个案调查和聚集性疫情', tables: () => outbreakWorkTables(model) },
    { id: 'disease-programmes', title: '犬伤门诊和地方病', tables: () => diseaseProgrammeTables(model) },
    { id: 'emergency', title: '应急指挥', tables: () => emergencyTables(model) },
    { id: 'returns', title: '汇总报表', tables: () => returnTables(model) },
    { id: 'statistical-returns', title: '统计报表', tables: () => statisticalReturnTables(model) },
    { id: 'targets', title: '年度目标', tables: () => targetTables(model) },
  ]
}

/** Plans the county's people and services in memory; needs no database. */
export function planDemo({ scale, seed }: Pick<DemoOptions, 'scale' | 'seed'>): Model {
  return makeModel({ county: demoCounty.code, scale, seed })
}

/**
 * Makes the synthetic county from one seed and loads it: people, records of two years, targets, one account per role.
 * Nothing is computed here and no figure is stored; whoever loads a demo builds its figures afterwards.
 * @returns the number of rows loaded.
 */
export async function loadDemo(house: DemoHouse, options: DemoOptions): Promise<number> {
  const { scale, seed, onProgress } = options
  const { database } = house
  const model = options.model ?? planDemo(options)
  onProgress('生成人员', 0, 1)
  const rows = await loadStages(house, stagesOf(model, house.vault), { scale, seed }, onProgress)
  const accounts = demoAccounts(model)
  await createDemoAccounts(house, accounts)
  const shown = accounts.map(({ username, password }) => ({ username, password }))
  await database.query(
    `insert into setting (key, value) values ('demoAccounts', $1::jsonb) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(shown)],
  )
  return rows
}
