import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import {
  FULL_MARKS,
  fulfilledBy,
  isLiterate,
  quotaKinds,
  quotaOf,
  topics,
} from '@kangheng/domains/public-health/health-education/codes.ts'
import * as education from '@kangheng/domains/public-health/health-education/tables.ts'
import type { fields } from '@kangheng/domains/public-health/supervision-assistance/rules.ts'
import * as supervision from '@kangheng/domains/public-health/supervision-assistance/tables.ts'
import { momentOf } from '@kangheng/kernel/period/moment.ts'
import { planOf } from '../county-plan.ts'
import { RECORD_YEARS, dayOf, isoOf, TODAY } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

type Row = CopyValue[]
const TITLES = [
  '高血压防治',
  '糖尿病饮食',
  '健康素养66条',
  '传染病预防',
  '合理膳食',
  '控烟限酒',
  '老年人防跌倒',
  '儿童预防接种',
]
const topicIds = Object.keys(topics)

/** The columns of a row that concerns a place and no person. */
const head = (county: string, id: string, division: string, institution: string, on: number, state: string): Row => {
  const day = isoOf(on)
  return [county, id, division, institution, null, day, state, evening(day)]
}

/** Every centre and clinic with its division and class. */
const unitsOf = ({ population }: Model) => [
  ...[...new Set(population.villages.map(({ code }) => code.slice(0, 9)))].map((township) => ({
    ...{ code: centreCode(township), division: township, kind: 'township-centre' },
    village: population.villages.find(({ code }) => code.startsWith(township))!.code,
  })),
  ...population.villages.map(({ code }) => ({
    code: clinicCode(code),
    division: code,
    kind: 'village-clinic',
    village: code,
  })),
]

/** Plans of both years, and what was done of them: most of it, in good places more. */
function educationRows(model: Model): { plans: Row[]; activities: Row[] } {
  const { county, seed, idOf } = model
  const random = randomOf(seed, 'health education')
  const [plans, activities]: [Row[], Row[]] = [[], []]
  const add = (unit: { code: string; division: string }, kind: string, on: number, plan: string | null) => {
    const gathers = kind === 'lecture' || kind === 'consultation' || kind === 'first-aid'
    const hands = kind === 'print' || kind === 'audio-video' || kind === 'media'
    activities.push([
      ...head(county, idOf('education-activity', activities.length), unit.division, unit.code, on, 'recorded'),
      ...[plan, kind, random.pick(topicIds), random.pick(TITLES), hands ? random.int(60, 400) : null],
      ...[gathers ? random.int(18, 70) : null, kind === 'first-aid' ? 12 : null, kind === 'board' ? 2.4 : null],
    ])
  }
  for (const unit of unitsOf(model))
    for (const year of RECORD_YEARS) {
      const first = dayOf(`${year}-01-01`)
      const quota = quotaOf(unit.kind, year)!
      const plan = idOf('education-plan', plans.length)
      plans.push([
        ...head(county, plan, unit.division, unit.code, first + 9, 'current'),
        year,
        ...quotaKinds.map((kind) => quota[kind]),
      ])
      const share = 0.72 + 0.26 * planOf(unit.village).services
      for (const kind of quotaKinds)
        for (let number = 0; number < quota[kind]; number += 1) {
          const on = first + Math.floor(((number + random.int(1, 9) / 10) * 365) / quota[kind])
          if (random.chance(share) && on <= TODAY) add(unit, fulfilledBy[kind], on, plan)
        }
      if (unit.kind !== 'township-centre') continue
      for (const kind of ['media', 'first-aid', 'individual'])
        for (let number = 0; number < 3; number += 1) add(unit, kind, first + random.int(20, 360), null)
    }
  return { plans, activities }
}

/** A survey every summer, some twenty people at each point. */
function literacyRows({ county, seed, idOf, population }: Model): Row[] {
  const random = randomOf(seed, 'health literacy')
  const ages = ['15-24', '25-34', '35-44', '45-54', '55-64', '65-69']
  const points = population.villages.filter((_, index) => index % 6 === 0)
  return RECORD_YEARS.flatMap((year, place) =>
    points.flatMap(({ code }) =>
      Array.from({ length: 20 }, (_, number) => {
        const age = random.int(0, 5)
        const score = Math.max(6, Math.min(FULL_MARKS, Math.round(random.normal(45 - 1.6 * age + 1.2 * place, 9))))
        const on = dayOf(`${year}-07-10`) + random.int(0, 30)
        return {
          code,
          on,
          values: [
            String(number + 1),
            random.chance(0.5) ? 'male' : 'female',
            ages[age]!,
            score,
            FULL_MARKS,
            isLiterate(score, FULL_MARKS),
          ],
        }
      }),
    ),
  ).map(({ code, on, values }, index) => [
    ...head(county, idOf('literacy-survey', index), code, centreCode(code.slice(0, 9)), on, 'recorded'),
    ...values,
  ])
}

const SITES: readonly (readonly [field: keyof typeof fields, name: string])[] = [
  ['drinking-water', '供水点'],
  ['school', '完小'],
  ['practice', '集市（非法行医巡查）'],
  ['food-borne', '农村集体聚餐点'],
]

/** Sites of every village, patrolled in each half-year, and what was found there. */
function supervisionRows(model: Model): { sites: Row[]; patrols: Row[]; findings: Row[] } {
  const { county, seed, idOf, population } = model
  const random = randomOf(seed, 'supervision assistance')
  const [sites, patrols, findings]: [Row[], Row[], Row[]] = [[], [], []]
  const patrolSite = (site: string, field: string, village: string) => {
    const clinic = clinicCode(village)
    for (const half of RECORD_YEARS.flatMap((year) => [`${year}-01-01`, `${year}-07-01`])) {
      if (!random.chance(0.8 + 0.18 * planOf(village).services)) continue
      const on = dayOf(half) + random.int(20, 175)
      const found = random.chance(0.06)
      const patrol = idOf('patrol', patrols.length)
      patrols.push([
        ...head(county, patrol, village, clinic, on, 'recorded'),
        site,
        field,
        '查看现场、台账和相关证照',
        '村协管员',
        found ? 'found' : 'normal',
      ])
      if (!found) continue
      const told = random.chance(0.95)
      const answered = told && random.chance(0.9) && on + 12 <= TODAY
      findings.push([
        ...head(
          county,
          idOf('patrol-finding', findings.length),
          village,
          clinic,
          on,
          answered ? 'answered' : told ? 'reported' : 'found',
        ),
        ...[patrol, site, field, '现场管理不规范，资料不全', momentOf(isoOf(on), '10:30')],
        ...(told ? [momentOf(isoOf(on), '16:00'), '县卫生监督所'] : [null, null]),
        ...(answered ? ['已责令整改并复查', isoOf(on + 12)] : [null, null]),
      ])
    }
  }
  const list = (field: string, name: string, village: string) => {
    const id = idOf('patrol-site', sites.length)
    sites.push([
      ...head(county, id, village, centreCode(village.slice(0, 9)), dayOf('2023-12-01'), 'active'),
      field,
      name,
    ])
    patrolSite(id, field, village)
  }
  for (const { code, shortName } of population.villages)
    for (const [field, name] of SITES) list(field, `${shortName}${name}`, code)
  for (const [, villages] of Map.groupBy(population.villages, ({ code }) => code.slice(0, 9)))
    list('family-planning', `${villages[0]!.townshipName}计划生育服务点`, villages[0]!.code)
  return { sites, patrols, findings }
}

/** Health education and supervision assistance of both years. */
export function communityServiceTables(model: Model): TableRows[] {
  const { plans, activities } = educationRows(model)
  const literacy = literacyRows(model)
  const { sites, patrols, findings } = supervisionRows(model)
  return [
    rowsFor(education.plans, [...recordColumns, 'year', ...quotaKinds], plans.length, plans),
    rowsFor(
      education.activities,
      [...recordColumns, 'plan', 'kind', 'topic', 'title', 'quantity', 'participants', 'certificates', 'area'],
      activities.length,
      activities,
    ),
    rowsFor(
      education.literacySurveys,
      [...recordColumns, 'serial', 'sex', 'ageGroup', 'score', 'fullMarks', 'literate'],
      literacy.length,
      literacy,
    ),
    rowsFor(supervision.sites, [...recordColumns, 'field', 'name'], sites.length, sites),
    rowsFor(
      supervision.patrols,
      [...recordColumns, 'site', 'field', 'content', 'assistant', 'outcome'],
      patrols.length,
      patrols,
    ),
    rowsFor(
      supervision.findings,
      [
        ...recordColumns,
        'patrol',
        'site',
        'field',
        'description',
        'foundAt',
        'reportedAt',
        'reportedTo',
        'answer',
        'answeredOn',
      ],
      findings.length,
      findings,
    ),
  ]
}
