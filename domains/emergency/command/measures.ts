import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import {
  emergencyDrill,
  emergencyEvent,
  emergencyPlan,
  emergencyTeam,
  eventReport,
  eventTask,
  reliefWork,
  supportOperation,
} from './records.ts'
import {
  emergencyDrills as drills,
  emergencyEvents as e,
  emergencyPlans as plans,
  emergencyTeams as teams,
  eventReports as reports,
  eventTasks as tasks,
  reliefWorks as relief,
  supportOperations as support,
} from './tables.ts'

const events = (id: string, zh: string, en: string, where?: SQL, sum?: SQL) =>
  flow(emergencyEvent, {
    id: `emergency.${id}`,
    title: { zh, en },
    when: e.happenedOn,
    where: where ? and(sql`${e.state} <> 'dismissed'`, where)! : sql`${e.state} <> 'dismissed'`,
    ...(sum ? { count: { sum } } : {}),
  })
export const allEvents = events('events', '突发事件', 'Events')
export const gradedEvents = events(
  'graded-events',
  '达到分级标准的突发事件',
  'Events of a grade',
  inArray(e.grade, ['I', 'II', 'III', 'IV']),
)
export const respondedEvents = events(
  'responded-events',
  '启动响应的事件',
  'Events responded to',
  isNotNull(e.respondedAt),
)
export const responseHours = events(
  'response-hours',
  '响应启动用时合计',
  'Hours to the response',
  isNotNull(e.responseHours),
  sql`${e.responseHours}`,
)
export const eventCases = events('event-cases', '突发事件发病（伤）人数', 'Cases of events', undefined, sql`${e.cases}`)
export const eventDeaths = events('event-deaths', '突发事件死亡人数', 'Deaths of events', undefined, sql`${e.deaths}`)

const sent = (id: string, zh: string, en: string, where?: SQL) =>
  flow(eventReport, {
    id: `emergency.${id}`,
    title: { zh, en },
    when: reports.happenedOn,
    ...(where ? { where } : {}),
  })
export const allReports = sent('reports', '事件报告', 'Reports')
export const reportsInTime = sent('reports-in-time', '及时报出的报告', 'Reports in time', eq(reports.inTime, true))

const given = (id: string, zh: string, en: string, where: SQL) =>
  flow(eventTask, { id: `emergency.${id}`, title: { zh, en }, when: tasks.happenedOn, where })
export const finishedTasks = given('tasks-done', '已完成的处置任务', 'Tasks done', eq(tasks.state, 'done'))
export const tasksInTime = given('tasks-in-time', '按时完成的处置任务', 'Tasks done in time', eq(tasks.inTime, true))

export const heldDrills = flow(emergencyDrill, {
  id: 'emergency.drills-held',
  title: { zh: '已开展的演练', en: 'Drills held' },
  when: drills.happenedOn,
  where: inArray(drills.state, ['held', 'evaluated', 'improved']),
})
export const improvedDrills = flow(emergencyDrill, {
  id: 'emergency.drills-improved',
  title: { zh: '已整改的演练', en: 'Drills improved upon' },
  when: drills.happenedOn,
  where: eq(drills.state, 'improved'),
})
export const plansInForce = stock(emergencyPlan, {
  id: 'emergency.plans-in-force',
  title: { zh: '有效预案', en: 'Plans in force' },
  from: plans.happenedOn,
  to: plans.withdrawnOn,
})
export const readyTeams = stock(emergencyTeam, {
  id: 'emergency.teams-ready',
  title: { zh: '在编应急队伍', en: 'Teams ready' },
  from: teams.happenedOn,
  to: teams.disbandedOn,
})
export const teamMembers = stock(emergencyTeam, {
  id: 'emergency.team-members',
  title: { zh: '应急队员', en: 'Members of teams' },
  from: teams.happenedOn,
  to: teams.disbandedOn,
  count: { sum: sql`${teams.members}` },
})

const operations = (id: string, zh: string, en: string, sum?: SQL) =>
  flow(supportOperation, {
    id: `emergency.${id}`,
    title: { zh, en },
    when: support.happenedOn,
    where: eq(support.state, 'finished'),
    ...(sum ? { count: { sum } } : {}),
  })
export const supported = operations('support-finished', '已完成的保障任务', 'Support given')
export const supportVehicles = operations('support-vehicles', '保障出动车辆', 'Vehicles sent', sql`${support.vehicles}`)
export const supportStaff = operations('support-staff', '保障出动人员', 'Staff sent', sql`${support.staff}`)
export const supportTreated = operations('support-treated', '保障诊疗人次', 'Treated', sql`${support.treated}`)
export const supportFoodborne = operations(
  'support-foodborne',
  '保障期间食源性事件',
  'Food-borne incidents',
  sql`${support.foodborne}`,
)

const work = (id: string, zh: string, en: string, sum: SQL) =>
  flow(reliefWork, { id: `emergency.${id}`, title: { zh, en }, when: relief.happenedOn, count: { sum } })
export const disinfected = work('relief-area', '消杀面积', 'Area disinfected', sql`${relief.disinfectedArea}`)
export const waterSamples = work('relief-water', '灾后检测水样', 'Water samples', sql`${relief.waterSamples}`)
export const waterPassed = work(
  'relief-water-passed',
  '灾后合格水样',
  'Samples that passed',
  sql`${relief.waterPassed}`,
)
