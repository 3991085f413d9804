import { and, eq, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import type { Expression } from '@kangheng/kernel/indicator/relation.ts'
import { matter, matters } from '../../administration/section-work/index.ts'
import { kinds, levels, type Kind, type Level } from './codes.ts'
import { drive, patrol, problem, sanitation, survey } from './daily-records.ts'
import { application, check } from './records.ts'
import {
  applications as a,
  checks as c,
  drives as d,
  patrols as p,
  problems as b,
  sanitation as s,
  surveys as y,
} from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const CAMPAIGN = '国家卫生城镇评审管理办法（2021年版）；省以下按地方评审办法（LOCAL）'
const LOCAL = '县级爱国卫生工作统计口径（LOCAL）'
const DENSITY = 'GB/T 27770～27773—2011病媒生物密度控制水平'
const WATER = '农村改厕改水统计口径'

const named = (id: string, kind: Kind, level: Level | undefined, unit: { zh: string; en: string }) =>
  quantity(
    stock(application, {
      id: `healthy-places.named-${id}`,
      title: title(`已命名${kinds[kind].zh}`, `${kinds[kind].en}: named`),
      from: a.namedOn,
      to: a.endedOn,
      where: and(eq(a.kind, kind), ...(level ? [eq(a.level, level)] : []))!,
    }),
    {
      id: `healthy-places.${id}`,
      title: title(
        `${level ? levels[level].zh : ''}${kinds[kind].zh}`,
        `${kinds[kind].en}${level ? `, ${levels[level].en.toLowerCase()}` : ''}`,
      ),
      unit,
      better: 'higher',
      basis: title('期末仍在命名有效的', 'holding the name at the period’s end'),
      source: CAMPAIGN,
    },
  )
const piece = title('个', 'places')
export const nationalTownships = named('national-townships', 'sanitary-township', 'national', piece)
export const provincialTownships = named('provincial-townships', 'sanitary-township', 'provincial', piece)
export const provincialVillages = named('provincial-villages', 'sanitary-village', 'provincial', piece)
export const sanitaryUnits = named('sanitary-units', 'sanitary-unit', undefined, piece)
export const healthyVillages = named('healthy-villages', 'healthy-village', undefined, piece)
const healthyUnits = named('healthy-units', 'healthy-unit', undefined, piece)
export const healthyHouseholds = named('healthy-households', 'healthy-household', undefined, title('户', 'households'))

const recheck = (id: string, words: { zh: string; en: string }, more?: SQL) =>
  flow(check, {
    id: `healthy-places.${id}`,
    title: words,
    when: c.happenedOn,
    where: and(eq(c.kind, 'recheck'), ...(more ? [more] : []))!,
  })
export const recheckRate = ratio(
  recheck('rechecks-passed', title('复审通过', 'Re-checks passed'), sql`${c.passed}`),
  recheck('rechecks', title('复审', 'Re-checks')),
  {
    id: 'healthy-places.recheck-pass-rate',
    title: title('复审通过率', 'Re-checks passed'),
    unit: '%',
    basis: title('本期复审通过的／本期复审的', 'passed / re-checked in the period'),
    source: CAMPAIGN,
  },
)

const graded = (id: string, words: { zh: string; en: string }, where: SQL) =>
  flow(survey, { id: `healthy-places.${id}`, title: words, when: y.happenedOn, where })
export const densityRate = ratio(
  graded(
    'surveys-good',
    title('达到C级及以上的监测', 'Surveys of grade C or better'),
    sql`${y.grade} in ('A', 'B', 'C')`,
  ),
  graded('surveys-graded', title('定级的监测', 'Surveys graded'), sql`${y.grade} <> 'incomplete'`),
  {
    id: 'healthy-places.density-rate',
    title: title('病媒密度达标率', 'Vector density within grade C'),
    unit: '%',
    basis: title('达到C级及以上的监测／定级的监测', 'grade C or better / graded'),
    source: DENSITY,
  },
)
const counted = (id: string, vector: string, words: { zh: string; en: string }, count: SQL) =>
  flow(survey, {
    id: `healthy-places.${id}`,
    title: words,
    when: y.happenedOn,
    where: eq(y.vector, vector),
    count: { sum: count },
  })
const rooms = (vector: string) =>
  counted(`${vector}-rooms`, vector, title('检查房间', 'Rooms looked at'), sql`${y.rooms}`)
const positive = (vector: string) =>
  counted(`${vector}-positive`, vector, title('阳性房间', 'Positive rooms'), sql`${y.positiveRooms}`)
const positivity = (vector: string, zh: string, en: string) =>
  ratio(positive(vector), rooms(vector), {
    id: `healthy-places.${vector}-rate`,
    title: title(zh, en),
    unit: '%',
    better: 'lower',
    basis: title('阳性房间／检查房间', 'positive rooms / rooms looked at'),
    source: DENSITY,
  })
export const rodentRate = positivity('rodent', '室内鼠迹阳性率', 'Rooms with rat traces')
export const flyRate = positivity('fly', '有蝇房间阳性率', 'Rooms with flies')
export const cockroachRate = positivity('cockroach', '蟑螂侵害率', 'Rooms with cockroaches')
export const mosquitoIndex = ratio(
  counted('mosquito-waters', 'mosquito', title('阳性积水', 'Positive waters'), sql`${y.traces}`),
  counted('mosquito-kilometres', 'mosquito', title('检查千米', 'Kilometres'), sql`${y.metres} / 1000.0`),
  {
    id: 'healthy-places.mosquito-index',
    title: title('蚊虫路径指数', 'Path index of mosquitoes'),
    unit: title('处/千米', 'per km'),
    better: 'lower',
    basis: title('阳性小型积水／检查千米', 'positive small waters / kilometres'),
    source: DENSITY,
  },
)

const driven = (id: string, words: { zh: string; en: string }, count?: SQL) =>
  flow(drive, {
    id: `healthy-places.${id}`,
    title: words,
    when: d.happenedOn,
    ...(count ? { count: { sum: count } } : {}),
  })
const workDone = (
  measure: ReturnType<typeof driven>,
  id: string,
  words: { zh: string; en: string },
  unit: { zh: string; en: string },
  decimals = 0,
) =>
  quantity(measure, {
    ...{ id: `healthy-places.${id}`, title: words, unit, decimals, better: 'higher', source: LOCAL },
    basis: title('按活动日期', 'by the day'),
  })
export const drives = workDone(
  driven('clean-ups', title('环境整治', 'Clean-ups')),
  'drives',
  title('环境卫生整治次数', 'Clean-ups'),
  title('次', ''),
)
export const participants = workDone(
  driven('clean-up-people', title('参加人数', 'Took part'), sql`${d.participants}`),
  'drive-participants',
  title('环境整治参加人次', 'People at clean-ups'),
  title('人次', 'people'),
)
export const refuseCarried = workDone(
  driven('clean-up-refuse', title('清运垃圾', 'Refuse'), sql`${d.refuse}`),
  'refuse',
  title('清运垃圾', 'Refuse carried away'),
  title('吨', 't'),
  2,
)

const homes = (id: string, words: { zh: string; en: string }, count: SQL) =>
  stock(sanitation, {
    id: `healthy-places.${id}`,
    title: words,
    from: s.happenedOn,
    to: s.replacedOn,
    count: { sum: count },
  })
const households = homes('households', title('农户', 'Households'), sql`${s.households}`)
const coverage = (id: string, zh: string, en: string, count: SQL, headline = false) =>
  ratio(homes(`${id}-households`, title(zh.replace('普及率', ''), en), count), households, {
    id: `healthy-places.${id}`,
    title: title(zh, en),
    unit: '%',
    headline,
    basis: title('各村最近一次年报的户数／农户数', 'households by each village’s last report / households'),
    source: WATER,
  })
export const toiletRate = coverage(
  'toilet-coverage',
  '农村卫生厕所普及率',
  'Sanitary toilets',
  sql`${s.sanitaryToilets}`,
  true,
)
export const harmlessRate = coverage(
  'harmless-coverage',
  '农村无害化卫生厕所普及率',
  'Harmless toilets',
  sql`${s.harmlessToilets}`,
)
export const waterRate = coverage('water-coverage', '农村自来水普及率', 'Piped water', sql`${s.pipedWater}`)

const made = flow(patrol, {
  id: 'healthy-places.patrols-made',
  title: title('网格巡查', 'Patrols'),
  when: p.happenedOn,
})
const found = flow(problem, {
  id: 'healthy-places.problems-found',
  title: title('发现问题', 'Problems'),
  when: b.happenedOn,
})
const due = flow(problem, {
  id: 'healthy-places.problems-due',
  title: title('到期问题', 'Problems due'),
  when: b.mendBy,
})
const inTime = flow(problem, {
  id: 'healthy-places.problems-in-time',
  title: title('按期整改的到期问题', 'Of these put right in time'),
  when: b.mendBy,
  where: sql`${b.correctedOn} <= ${b.mendBy}`,
})
const late = stock(problem, {
  id: 'healthy-places.problems-overdue',
  title: title('逾期未整改问题', 'Problems overdue'),
  from: sql`${b.mendBy} + 1`,
  to: b.correctedOn,
})
export const patrols = quantity(made, {
  ...{
    id: 'healthy-places.patrols',
    title: title('网格巡查次数', 'Patrols of the grid'),
    unit: title('次', ''),
    better: 'higher',
    source: LOCAL,
  },
  basis: title('按点位所在地', 'by the place’s division'),
})
export const problemsFound = quantity(found, {
  ...{
    id: 'healthy-places.problems',
    title: title('巡查发现问题', 'Problems found'),
    unit: title('处', ''),
    source: LOCAL,
  },
  basis: title('按发现日期', 'by the day found'),
})
export const problemsOverdue = quantity(late, {
  ...{
    id: 'healthy-places.overdue',
    title: title('期末逾期未整改问题', 'Problems overdue'),
    unit: title('处', ''),
    better: 'lower',
    source: LOCAL,
  },
  basis: title('已过期限、未报整改的', 'past their day and not put right'),
})
export const inTimeRate = ratio(inTime, due, {
  ...{
    id: 'healthy-places.in-time-rate',
    title: title('巡查问题按期整改率', 'Problems put right in time'),
    unit: '%',
    source: LOCAL,
  },
  basis: title('期限内整改的／本期到期的问题', 'put right by their day / due in the period'),
})

const ours = eq(matters.programme, 'patriotic-health')
const project = (id: string, words: { zh: string; en: string }, from: Expression) =>
  stock(matter, {
    id: `healthy-places.${id}`,
    title: words,
    from,
    to: matters.withdrawnOn,
    where: ours,
  })
const projectsSet = project('projects-set', title('爱国卫生重点工程', 'Key projects'), matters.happenedOn)
const projectsDone = project('projects-done', title('完成的重点工程', 'Key projects done'), matters.confirmedOn)
export const projects = quantity(projectsSet, {
  ...{
    id: 'healthy-places.projects',
    title: title('爱国卫生重点工程', 'Key projects'),
    unit: title('项', ''),
    source: LOCAL,
  },
  basis: title('立项未撤销的，按责任单位', 'set and not withdrawn, by owner'),
})
export const projectRate = ratio(projectsDone, projectsSet, {
  ...{
    id: 'healthy-places.project-rate',
    title: title('爱国卫生重点工程完成率', 'Key projects done'),
    unit: '%',
    source: LOCAL,
  },
  basis: title('确认办结的／立项的', 'confirmed as done / set'),
})

export const indicators: readonly Indicator[] = [
  toiletRate,
  harmlessRate,
  waterRate,
  nationalTownships,
  provincialTownships,
  provincialVillages,
  sanitaryUnits,
  healthyVillages,
  healthyUnits,
  healthyHouseholds,
  recheckRate,
  densityRate,
  rodentRate,
  mosquitoIndex,
  flyRate,
  cockroachRate,
  drives,
  participants,
  refuseCarried,
  patrols,
  problemsFound,
  inTimeRate,
  problemsOverdue,
  projects,
  projectRate,
]
