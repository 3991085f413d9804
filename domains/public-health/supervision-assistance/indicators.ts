import { sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { finding, patrol, site } from './records.ts'
import { patrolled, patrolledRelation } from './relations.ts'
import { findings as f, patrols as p, sites as s } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）卫生计生监督协管服务规范'
const title = (zh: string, en: string) => ({ zh, en })

const found = flow(finding, {
  id: 'supervision-assistance.found',
  title: title('发现的事件和线索', 'Found'),
  when: f.happenedOn,
})
const reported = flow(finding, {
  id: 'supervision-assistance.reported',
  title: title('报告的事件和线索', 'Reported'),
  when: f.happenedOn,
  where: sql`${f.reportedAt} is not null`,
})
const made = flow(patrol, {
  id: 'supervision-assistance.patrols-made',
  title: title('巡查', 'Patrols'),
  when: p.happenedOn,
})
const listed = stock(site, {
  id: 'supervision-assistance.sites',
  title: title('在册协管对象', 'Sites'),
  from: s.happenedOn,
  to: s.closedOn,
})
const visited = stock(patrolledRelation, {
  id: 'supervision-assistance.sites-patrolled',
  title: title('半年内巡查过的协管对象', 'Sites patrolled in the half-year'),
  from: patrolled.validFrom,
  to: patrolled.validTo,
})

export const reportRate = ratio(reported, found, {
  id: 'supervision-assistance.report-rate',
  title: title('卫生监督协管信息报告率', 'Events and leads reported'),
  unit: '%',
  basis: title('报告的事件或线索次数／发现的次数，按发现日期', 'reported / found, by the day found'),
  source: NORM,
  synonyms: ['协管信息报告率'],
})
export const patrols = quantity(made, {
  id: 'supervision-assistance.patrols',
  title: title('协管巡查次数', 'Patrols'),
  unit: title('次', 'patrols'),
  better: 'higher',
  basis: title('按对象所在地', 'by the site’s division'),
  source: NORM,
  synonyms: ['卫生监督协管巡查次数'],
})
export const patrolCoverage = ratio(visited, listed, {
  id: 'supervision-assistance.patrol-coverage',
  title: title('协管对象半年巡查覆盖率', 'Sites patrolled in the half-year'),
  unit: '%',
  basis: title(
    '期末所在半年内至少巡查一次的对象／在册对象',
    'patrolled at least once in the half-year of the period’s end / sites listed',
  ),
  source: `${NORM}：每年巡查两次，每半年至少一次`,
})
export const findings = quantity(found, {
  id: 'supervision-assistance.findings',
  title: title('协管发现事件和线索', 'Events and leads found'),
  unit: title('件', 'findings'),
  better: 'neither',
  basis: title('按发现日期', 'by the day found'),
  source: NORM,
})

export const indicators: readonly Indicator[] = [reportRate, patrols, patrolCoverage, findings]
