import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { emergency as section } from '../../sections.ts'
import * as i from './indicators.ts'

/** The year: what stood ready, what happened, how it was met. */
const readiness = defineParagraph({
  id: 'emergency.readiness-year',
  section,
  documents: ['summary'],
  figures: {
    plans: i.planCount,
    teams: i.teamCount,
    members: i.memberCount,
    drills: i.drillCount,
    improved: i.drillImprovement,
  },
  say: (f) =>
    zh`有效应急预案${f.plans}，应急队伍${f.teams}、队员${f.members}。全年开展应急演练${f.drills}，${f.drills.sameTimeLastYear}，演练整改完成率${f.improved}。`,
})

const handled = defineParagraph({
  id: 'emergency.events-year',
  section,
  documents: ['summary'],
  figures: {
    events: i.eventCount,
    graded: i.gradedCount,
    cases: i.caseCount,
    deaths: i.deathCount,
    timeliness: i.reportTimeliness,
    response: i.responseTime,
    tasks: i.taskTimeliness,
  },
  say: (f) =>
    zh`全年处置突发事件${f.events}，${f.events.sameTimeLastYear}，其中达到分级标准的${f.graded}；涉及${f.cases}，死亡${f.deaths}。报告及时率${f.timeliness}，平均响应启动用时${f.response}，处置任务按时完成率${f.tasks}。`,
})

const supported = defineParagraph({
  id: 'emergency.support-year',
  section,
  documents: ['summary'],
  figures: {
    operations: i.supportCount,
    vehicles: i.vehicleCount,
    staff: i.staffCount,
    treated: i.treatedCount,
    foodborne: i.foodborneCount,
  },
  say: (f) =>
    zh`完成重大活动医疗卫生保障任务${f.operations}，${f.operations.sameTimeLastYear}，出动车辆${f.vehicles}、人员${f.staff}，现场诊疗${f.treated}，保障期间食源性事件${f.foodborne}。`,
})

/** The month. */
const month = defineParagraph({
  id: 'emergency.month',
  section,
  documents: ['bulletin'],
  figures: { events: i.eventCount, timeliness: i.reportTimeliness, drills: i.drillCount, operations: i.supportCount },
  say: (f) =>
    zh`本期处置突发事件${f.events}，报告及时率${f.timeliness}；开展应急演练${f.drills}，完成医疗卫生保障任务${f.operations}。`,
})

export const paragraphs = [readiness, handled, supported, month]
