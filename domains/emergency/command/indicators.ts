import type { Text } from '@kangheng/kernel/text/text.ts'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import * as m from './measures.ts'

const LAW = '突发公共卫生事件应对法（2025）；突发公共卫生事件应急条例'
const REPORTING = '国家突发公共卫生事件相关信息报告管理工作规范（试行）'
const PLANS = '突发事件应急预案管理办法（2024）'
const byDiscovery: Text = {
  zh: '按发现日期和发生地，不含已排除',
  en: 'by day of discovery and place, dismissed ones left out',
}
const byDay = (zh: string, en: string): Text => ({ zh, en })

type Measure = Parameters<typeof quantity>[0]
const amount = (
  id: string,
  title: readonly [string, string],
  unit: readonly [string, string],
  measure: Measure,
  basis: Text,
  source: string,
  better: 'higher' | 'lower' | 'neither' = 'neither',
) =>
  quantity(measure, {
    id: `emergency.${id}`,
    title: { zh: title[0], en: title[1] },
    unit: { zh: unit[0], en: unit[1] },
    basis,
    source,
    better,
  })
const share = (id: string, zh: string, en: string, part: Measure, whole: Measure, basis: Text, source: string) =>
  ratio(part, whole, { id: `emergency.${id}`, title: { zh, en }, unit: '%', basis, source })

export const eventCount = amount(
  'event-count',
  ['突发事件数', 'Events'],
  ['起', 'events'],
  m.allEvents,
  byDiscovery,
  LAW,
)
export const gradedCount = amount(
  'graded-count',
  ['达到分级标准的突发事件数', 'Events of a grade'],
  ['起', 'events'],
  m.gradedEvents,
  byDiscovery,
  LAW,
  'lower',
)
export const caseCount = amount(
  'case-count',
  ['突发事件发病（伤）人数', 'Cases of events'],
  ['人', 'people'],
  m.eventCases,
  byDiscovery,
  LAW,
)
export const deathCount = amount(
  'death-count',
  ['突发事件死亡人数', 'Deaths of events'],
  ['人', 'people'],
  m.eventDeaths,
  byDiscovery,
  LAW,
  'lower',
)
export const reportTimeliness = share(
  'report-timeliness',
  '突发事件报告及时率',
  'Reports of events in time',
  m.reportsInTime,
  m.allReports,
  byDay('按报出日期', 'by day sent'),
  REPORTING,
)
export const responseTime = ratio(m.responseHours, m.respondedEvents, {
  id: 'emergency.response-time',
  title: { zh: '平均响应启动用时', en: 'Mean time to the response' },
  unit: { zh: '小时', en: 'hours' },
  decimals: 1,
  better: 'lower',
  basis: byDay('从发现到启动响应，按发现日期', 'from discovery to response, by day of discovery'),
  source: LAW,
})
export const taskTimeliness = share(
  'task-timeliness',
  '处置任务按时完成率',
  'Tasks done in time',
  m.tasksInTime,
  m.finishedTasks,
  byDay('已完成的任务，按下达日期', 'tasks done, by day given'),
  LAW,
)
export const planCount = amount(
  'plan-count',
  ['有效应急预案数', 'Plans in force'],
  ['个', 'plans'],
  m.plansInForce,
  byDay('期末有效', 'in force at the end'),
  PLANS,
)
export const teamCount = amount(
  'team-count',
  ['应急队伍数', 'Emergency teams'],
  ['支', 'teams'],
  m.readyTeams,
  byDay('期末在编', 'ready at the end'),
  LAW,
)
export const memberCount = amount(
  'member-count',
  ['应急队员数', 'Members of teams'],
  ['人', 'people'],
  m.teamMembers,
  byDay('期末在编', 'ready at the end'),
  LAW,
)
export const drillCount = amount(
  'drill-count',
  ['应急演练次数', 'Drills'],
  ['次', 'drills'],
  m.heldDrills,
  byDay('按演练日期', 'by day held'),
  PLANS,
)
export const drillImprovement = share(
  'drill-improvement',
  '演练整改完成率',
  'Drills improved upon',
  m.improvedDrills,
  m.heldDrills,
  byDay('按演练日期', 'by day held'),
  PLANS,
)
const finished = byDay('已完成的保障任务，按开始日期', 'support finished, by first day')
export const supportCount = amount(
  'support-count',
  ['医疗卫生保障任务数', 'Medical support'],
  ['次', 'times'],
  m.supported,
  finished,
  LAW,
)
export const vehicleCount = amount(
  'support-vehicle-count',
  ['保障出动车辆', 'Vehicles sent'],
  ['辆次', 'vehicles'],
  m.supportVehicles,
  finished,
  LAW,
)
export const staffCount = amount(
  'support-staff-count',
  ['保障出动人员', 'Staff sent'],
  ['人次', 'staff'],
  m.supportStaff,
  finished,
  LAW,
)
export const treatedCount = amount(
  'support-treated-count',
  ['保障诊疗人次', 'Treated at events'],
  ['人次', 'visits'],
  m.supportTreated,
  finished,
  LAW,
)
export const foodborneCount = amount(
  'support-foodborne-count',
  ['保障期间食源性事件', 'Food-borne incidents during support'],
  ['起', 'incidents'],
  m.supportFoodborne,
  finished,
  LAW,
  'lower',
)
const worked = byDay('按工作日期', 'by day of work')
export const disinfectedArea = amount(
  'relief-area-total',
  ['灾后消杀面积', 'Area disinfected'],
  ['平方米', 'm²'],
  m.disinfected,
  worked,
  LAW,
)
export const waterPass = share(
  'relief-water-pass',
  '灾后水样合格率',
  'Water samples that passed',
  m.waterPassed,
  m.waterSamples,
  worked,
  'GB 5749-2022',
)

export const indicators: readonly Indicator[] = [
  eventCount,
  gradedCount,
  caseCount,
  deathCount,
  reportTimeliness,
  responseTime,
  taskTimeliness,
  planCount,
  teamCount,
  memberCount,
  drillCount,
  drillImprovement,
  supportCount,
  vehicleCount,
  staffCount,
  treatedCount,
  foodborneCount,
  disinfectedArea,
  waterPass,
]
