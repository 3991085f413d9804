import { itemsPerYear, type KeyGroupId, type PackageItem } from '@kangheng/domains/public-health/family-doctor/index.ts'
import type { idMaker } from '../ids.ts'

export interface PackagePlan {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly grade: 'basic' | 'paid'
  readonly fee: string
  readonly groups: readonly KeyGroupId[]
  readonly items: readonly PackageItem[]
  readonly itemsDue: number
}

type Draft = Omit<PackagePlan, 'id' | 'itemsDue'>

const basic = (code: string, name: string, groups: readonly KeyGroupId[], items: readonly PackageItem[]): Draft => ({
  code,
  name,
  grade: 'basic',
  fee: '0.00',
  groups,
  items,
})

/** The packages of the demo county, the most special group first: a person gets the first that fits. */
const drafts: readonly Draft[] = [
  basic('B09', '肺结核患者基本服务包', ['tuberculosis'], [{ item: 'tuberculosis-visits', times: 6 }]),
  basic('B06', '孕产妇基本服务包', ['maternal'], [{ item: 'maternal-visits', times: 4 }]),
  basic('B04', '糖尿病患者基本服务包', ['diabetes'], [{ item: 'diabetes-visits', times: 4 }]),
  basic('B03', '高血压患者基本服务包', ['hypertension'], [{ item: 'hypertension-visits', times: 4 }]),
  basic(
    'B11',
    '计划生育特殊家庭服务包',
    ['special-family'],
    [
      { item: 'annual-assessment', times: 1 },
      { item: 'home-visits', times: 2 },
    ],
  ),
  basic(
    'B10',
    '残疾人基本服务包',
    ['disabled'],
    [
      { item: 'annual-assessment', times: 1 },
      { item: 'rehabilitation', times: 1 },
    ],
  ),
  basic(
    'B02',
    '老年人基本服务包',
    ['older'],
    [
      { item: 'older-check', times: 1 },
      { item: 'chinese-medicine', times: 1 },
    ],
  ),
  basic('B05', '儿童基本服务包', ['child'], [{ item: 'child-checks', times: 2 }]),
  basic(
    'B07',
    '脱贫人口和监测对象基本服务包',
    ['out-of-poverty', 'low-income'],
    [
      { item: 'annual-assessment', times: 1 },
      { item: 'guidance', times: 1 },
    ],
  ),
  {
    code: 'P02',
    name: '慢病患者有偿服务包',
    grade: 'paid',
    fee: '120.00',
    groups: ['hypertension', 'diabetes'],
    items: [
      { item: 'hypertension-visits', times: 4 },
      { item: 'diabetes-visits', times: 4 },
      { item: 'home-visits', times: 2 },
    ],
  },
  {
    code: 'P01',
    name: '家庭有偿服务包',
    grade: 'paid',
    fee: '60.00',
    groups: [],
    items: [
      { item: 'annual-assessment', times: 1 },
      { item: 'guidance', times: 2 },
    ],
  },
  basic('B01', '居民基本服务包', [], [{ item: 'annual-assessment', times: 1 }]),
]

/** The packages with their identifiers. */
export function planPackages(idOf: ReturnType<typeof idMaker>): PackagePlan[] {
  return drafts.map((draft, index) => ({ ...draft, id: idOf('package', index), itemsDue: itemsPerYear(draft.items) }))
}

/** The basic package for somebody in these groups. */
export function basicPackage(packages: readonly PackagePlan[], groups: readonly KeyGroupId[]): PackagePlan {
  return packages.find(
    (each) =>
      each.grade === 'basic' && (each.groups.length === 0 || each.groups.some((group) => groups.includes(group))),
  )!
}
