import { sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { stock } from '@kangheng/kernel/indicator/measure.ts'
import { aged65 } from '../../population/resident/index.ts'
import { managedPeople } from '../older-people/index.ts'
import { ENOUGH_KINDS } from './capability.ts'
import * as rows from './relations.ts'

const NORM = '国家基本公共卫生服务规范（第三版）中医药健康管理'
const BUILD = '社区卫生服务中心 乡镇卫生院中医馆服务能力提升建设标准（试行）'
const people = { zh: '人', en: 'people' }
const title = (zh: string, en: string) => ({ zh, en })
const each = { count: 'persons', onePlacePerPerson: true } as const

const advised = stock(rows.advisedRelation, {
  id: 'traditional-chinese-medicine.advised-people',
  title: title('年内接受中医药健康管理的老年人', 'Older people served in the year'),
  from: rows.advised.validFrom,
  to: rows.advised.validTo,
  ...each,
})
const children = stock(rows.servedChildrenRelation, {
  id: 'traditional-chinese-medicine.children-served',
  title: title('年内接受中医药服务的0—36个月儿童', 'Children of 0–36 months served in the year'),
  from: rows.servedChildren.validFrom,
  to: rows.servedChildren.validTo,
  ...each,
})
const infants = stock(rows.infantRelation, {
  id: 'traditional-chinese-medicine.infants',
  title: title('0—36个月常住儿童', 'Residents of 0–36 months'),
  from: rows.infants.validFrom,
  to: rows.infants.validTo,
  ...each,
})

const centres = sql`('township-centre', 'community-centre')`
const clinics = sql`('village-clinic', 'community-station')`
type Kinds = typeof centres
const unitsOf = (id: string, name: { zh: string; en: string }, kinds: Kinds) =>
  stock(rows.unitRelation, {
    id: `traditional-chinese-medicine.${id}`,
    title: name,
    from: rows.units.validFrom,
    to: rows.units.validTo,
    where: sql`${rows.units.kind} in ${kinds}`,
    place: 'institution',
  })
const offersOf = (id: string, name: { zh: string; en: string }, kinds: Kinds, where: Kinds) =>
  stock(rows.offerRelation, {
    id: `traditional-chinese-medicine.${id}`,
    title: name,
    from: rows.offers.validFrom,
    to: rows.offers.validTo,
    where: sql`${rows.offers.kind} in ${kinds} and ${where}`,
    place: 'institution',
  })
const allCentres = unitsOf('centres', title('乡镇卫生院和社区卫生服务中心', 'Township and community centres'), centres)
const allClinics = unitsOf(
  'clinics',
  title('村卫生室和社区卫生服务站', 'Village clinics and community stations'),
  clinics,
)
const halls = offersOf(
  'halls',
  title('设置中医馆的机构', 'Centres with a hall'),
  centres,
  sql`${rows.offers.zone} = 'hall'`,
)
const pavilions = offersOf(
  'pavilions',
  title('设置中医阁的机构', 'Clinics with a pavilion'),
  clinics,
  sql`${rows.offers.zone} = 'pavilion'`,
)
const enough = (least: number) => sql`${rows.offers.kinds} >= ${sql.raw(String(least))}`
const ableCentres = offersOf(
  'able-centres',
  title('开展6类以上适宜技术的机构', 'Centres with six kinds of techniques'),
  centres,
  enough(ENOUGH_KINDS.hall),
)
const ableClinics = offersOf(
  'able-clinics',
  title('开展4类以上适宜技术的村卫生室（站）', 'Clinics with four kinds of techniques'),
  clinics,
  enough(ENOUGH_KINDS.pavilion),
)

const inYear = title('年初至期末', 'in the year so far')

export const olderRate = ratio(advised, aged65, {
  id: 'traditional-chinese-medicine.older-rate',
  title: title('老年人中医药健康管理率', 'TCM health management of older people'),
  unit: '%',
  headline: true,
  basis: title(
    '年初至期末接受体质辨识和保健指导的65岁及以上常住居民／65岁及以上常住居民',
    'judged and advised in the year so far / residents from 65',
  ),
  source: NORM,
  synonyms: ['老年人中医药管理率', '65岁以上老年人中医药健康管理率'],
})
export const olderRateOfManaged = ratio(advised, managedPeople, {
  id: 'traditional-chinese-medicine.older-rate-of-managed',
  title: title('老年人中医药健康管理率（考核口径）', 'TCM health management of managed older people'),
  unit: '%',
  basis: title(
    '同一分子／接受健康管理的65岁及以上常住居民',
    'the same people / older people with complete health management',
  ),
  source: '县级考核口径：分母为接受健康管理的老年人',
})
export const childRate = ratio(children, infants, {
  id: 'traditional-chinese-medicine.child-rate',
  title: title('0—36个月儿童中医药健康管理服务率', 'TCM service of children of 0–36 months'),
  unit: '%',
  headline: true,
  basis: title(
    '年初至期末按月龄接受服务的0—36个月常住儿童',
    'residents of 0–36 months served at a due age in the year so far',
  ),
  source: NORM,
  synonyms: ['儿童中医药健康管理率', '0-36个月儿童中医药健康管理率'],
})
export const olderServed = quantity(advised, {
  id: 'traditional-chinese-medicine.older-served',
  title: title('接受中医药健康管理的老年人数', 'Older people served'),
  unit: people,
  better: 'higher',
  basis: inYear,
  source: NORM,
})
export const childrenServed = quantity(children, {
  id: 'traditional-chinese-medicine.children-served-count',
  title: title('接受中医药服务的儿童数', 'Children served'),
  unit: people,
  better: 'higher',
  basis: inYear,
  source: NORM,
})
const share = (
  id: string,
  name: { zh: string; en: string },
  numerator: typeof halls,
  denominator: typeof allCentres,
  synonyms: string[] = [],
) =>
  ratio(numerator, denominator, {
    id: `traditional-chinese-medicine.${id}`,
    title: name,
    unit: '%',
    basis: title('期末机构数', 'institutions at the period’s end'),
    source: BUILD,
    synonyms,
  })
export const hallCoverage = share(
  'hall-coverage',
  title('中医馆覆盖率', 'Centres with a TCM hall'),
  halls,
  allCentres,
  ['中医馆设置率'],
)
export const pavilionCoverage = share(
  'pavilion-coverage',
  title('中医阁覆盖率', 'Clinics with a TCM pavilion'),
  pavilions,
  allClinics,
)
export const ableCentreShare = share(
  'able-centre-share',
  title('开展6类以上中医适宜技术机构比例', 'Centres with six kinds of techniques'),
  ableCentres,
  allCentres,
)
export const ableClinicShare = share(
  'able-clinic-share',
  title('开展4类以上中医适宜技术村卫生室比例', 'Clinics with four kinds of techniques'),
  ableClinics,
  allClinics,
)

export const indicators: readonly Indicator[] = [
  olderRate,
  olderRateOfManaged,
  childRate,
  olderServed,
  childrenServed,
  hallCoverage,
  pavilionCoverage,
  ableCentreShare,
  ableClinicShare,
]
