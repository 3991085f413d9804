import type { Text } from '@kangheng/kernel/text/text.ts'
import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { diseaseSignal, grades } from '../../public-health/communicable-disease/index.ts'
import * as codes from './codes.ts'
import * as tables from './tables.ts'

const text = (zh: string, en: string): Text => ({ zh, en })
const people = text('人', 'people')
const eventField = { title: text('事件', 'Event'), refersTo: 'record:emergency.event' } as const

export const emergencyPlan = defineRecord({
  id: 'emergency.plan',
  title: text('应急预案', 'Emergency plan'),
  description: text(
    '一类事件的预案：各级响应由哪支队伍在几小时内做什么',
    'The plan for one kind of event: which team does what within how many hours at each level',
  ),
  table: tables.emergencyPlans,
  states: { 'in-force': text('有效', 'In force'), withdrawn: text('已废止', 'Withdrawn') },
  happenedOn: text('印发日期', 'Issued on'),
  fields: {
    title: { title: text('预案名称', 'Title') },
    kind: { title: text('事件类型', 'Kind of event'), values: codes.eventKinds },
    edition: { title: text('版本', 'Edition') },
    duties: { title: text('职责清单', 'Duties') },
    reviewDueOn: { title: text('应修订日期', 'To be reviewed by') },
    withdrawnOn: { title: text('废止日期', 'Withdrawn on') },
  },
  list: ['title', 'kind', 'edition', 'happenedOn', 'reviewDueOn', 'state'],
})

export const emergencyTeam = defineRecord({
  id: 'emergency.team',
  title: text('应急队伍', 'Emergency team'),
  description: text('一支应急队伍或专家组', 'An emergency team or an expert group'),
  table: tables.emergencyTeams,
  states: { ready: text('在编', 'Ready'), disbanded: text('已撤销', 'Disbanded') },
  happenedOn: text('组建日期', 'Formed on'),
  fields: {
    name: { title: text('队伍名称', 'Name') },
    kind: { title: text('类别', 'Kind'), values: codes.teamKinds },
    leader: { title: text('负责人', 'Leader') },
    phone: { title: text('联系电话', 'Telephone'), masked: 'phone' },
    members: { title: text('人数', 'Members'), unit: people },
    trainedOn: { title: text('最近培训日期', 'Last trained on') },
    disbandedOn: { title: text('撤销日期', 'Disbanded on') },
  },
  list: ['name', 'kind', 'institution', 'leader', 'members', 'trainedOn', 'state'],
})

export const emergencyStock = defineRecord({
  id: 'emergency.stock',
  title: text('应急物资', 'Emergency stock'),
  description: text(
    '一批应急物资：在哪里、还有多少、何时到期',
    'A lot of supplies: where, how much is left, until when',
  ),
  table: tables.emergencyStocks,
  states: { held: text('在库', 'In store'), disposed: text('已处置', 'Written off') },
  happenedOn: text('入库日期', 'Received on'),
  fields: {
    name: { title: text('品名', 'Name') },
    kind: { title: text('类别', 'Kind'), values: codes.stockKinds },
    unit: { title: text('单位', 'Unit') },
    received: { title: text('入库数量', 'Received') },
    quantity: { title: text('现存数量', 'In store') },
    least: { title: text('最低储备', 'Least to be held') },
    expiresOn: { title: text('有效期至', 'Expires on') },
    store: { title: text('存放地点', 'Kept at') },
    disposedOn: { title: text('处置日期', 'Written off on') },
  },
  filters: ['kind'],
  list: ['name', 'kind', 'institution', 'quantity', 'unit', 'least', 'expiresOn', 'state'],
})

export const emergencyDrill = defineRecord({
  id: 'emergency.drill',
  title: text('应急演练', 'Drill'),
  description: text('一次演练，从计划、开展到评估和整改', 'A drill, from plan over evaluation to improvement'),
  table: tables.emergencyDrills,
  states: {
    planned: text('已计划', 'Planned'),
    held: text('已开展，待评估', 'Held'),
    evaluated: text('已评估，待整改', 'Evaluated'),
    improved: text('已完成整改', 'Improved'),
  },
  happenedOn: text('演练日期', 'Day of the drill'),
  fields: {
    title: { title: text('演练名称', 'Title') },
    kind: { title: text('事件类型', 'Kind of event'), values: codes.eventKinds },
    participants: { title: text('参演人数', 'Participants'), unit: people },
    score: { title: text('评估得分', 'Score'), unit: text('分', 'points') },
    findings: { title: text('发现的问题', 'Findings') },
    improveDueOn: { title: text('整改期限', 'To be improved by') },
    improved: { title: text('整改情况', 'What was improved') },
  },
  list: ['title', 'kind', 'division', 'happenedOn', 'participants', 'score', 'state'],
})

export const emergencyDuty = defineRecord({
  id: 'emergency.duty',
  title: text('应急值守', 'Duty roster'),
  description: text('一个机构一天的值班', 'Duty at one institution on one day'),
  table: tables.emergencyDuties,
  states: { rostered: text('已排班', 'Rostered'), 'handed-over': text('已交班', 'Handed over') },
  happenedOn: text('值班日期', 'Day of duty'),
  fields: {
    onDuty: { title: text('值班人员', 'On duty') },
    leader: { title: text('带班领导', 'Leader on duty') },
    phone: { title: text('值班电话', 'Telephone'), masked: 'phone' },
    calls: { title: text('接报次数', 'Calls taken') },
    handover: { title: text('交班记录', 'Handover') },
  },
  list: ['happenedOn', 'institution', 'onDuty', 'leader', 'phone', 'calls', 'state'],
})

export const emergencyEvent = defineRecord({
  id: 'emergency.event',
  title: text('突发事件', 'Event'),
  description: text(
    '一起突发公共卫生事件或紧急医学救援，从初报到结案',
    'An emergency from the first report to its closing',
  ),
  table: tables.emergencyEvents,
  states: {
    reported: text('已报告，待研判', 'Reported'),
    responding: text('应急响应中', 'Response under way'),
    ended: text('响应终止，待结案', 'Response ended'),
    closed: text('已结案', 'Closed'),
    dismissed: text('已排除', 'Dismissed'),
  },
  happenedOn: text('发现日期', 'Discovered on'),
  fields: {
    title: { title: text('事件名称', 'Title') },
    kind: { title: text('事件类型', 'Kind of event'), values: codes.eventKinds },
    address: { title: text('发生地点', 'Where') },
    signal: { title: text('来自预警信号', 'From the signal'), refersTo: `record:${diseaseSignal.id}` },
    discoveredAt: { title: text('发现时间', 'Discovered at') },
    reportedAt: { title: text('接报时间', 'Reported at') },
    cases: { title: text('发病（伤）人数', 'Cases or casualties'), unit: people },
    critical: { title: text('危重人数', 'Critical'), unit: people },
    deaths: { title: text('死亡人数', 'Deaths'), unit: people },
    exposed: { title: text('波及人数', 'Exposed'), unit: people },
    grade: { title: text('事件分级', 'Grade'), values: grades },
    gradeSource: { title: text('分级依据', 'Source of the grade') },
    level: { title: text('响应级别', 'Response level'), values: codes.levels },
    respondedAt: { title: text('启动响应时间', 'Response started at') },
    responseHours: { title: text('启动用时', 'Time to response'), unit: text('小时', 'hours') },
    endedAt: { title: text('终止响应时间', 'Response ended at') },
    durationHours: { title: text('响应时长', 'Length of the response'), unit: text('小时', 'hours') },
    nextReport: { title: text('应发报告', 'Report due'), values: codes.reportKinds },
    nextReportDueAt: { title: text('报告时限', 'Report due at') },
    causes: { title: text('原因和结论', 'Causes and conclusion') },
    lessons: { title: text('经验和不足', 'Lessons') },
    closedOn: { title: text('结案日期', 'Closed on') },
    dismissal: { title: text('排除原因', 'Why dismissed'), values: codes.dismissals },
  },
  filters: ['kind', 'grade'],
  list: ['title', 'kind', 'division', 'happenedOn', 'cases', 'deaths', 'grade', 'level', 'state'],
  board: ['emergency.entry', 'emergency.task', 'emergency.dispatch', 'emergency.report', 'emergency.relief'],
})

export const eventReport = defineRecord({
  id: 'emergency.report',
  title: text('事件报告', 'Report'),
  description: text(
    '初次、进程或结案报告：内容、报给谁、是否及时',
    'First, progress or final report: what, to whom, in time',
  ),
  table: tables.eventReports,
  states: { sent: text('已报出', 'Sent') },
  happenedOn: text('报告日期', 'Sent on'),
  fields: {
    event: eventField,
    kind: { title: text('报告类型', 'Kind'), values: codes.reportKinds },
    serial: { title: text('期次', 'Number') },
    content: { title: text('报告内容', 'Content') },
    cases: { title: text('发病（伤）人数', 'Cases or casualties'), unit: people },
    deaths: { title: text('死亡人数', 'Deaths'), unit: people },
    toldTo: { title: text('报送对象', 'Told to'), values: codes.receivers },
    dueAt: { title: text('报告时限', 'Due at') },
    sentAt: { title: text('报出时间', 'Sent at') },
    inTime: { title: text('及时', 'In time') },
  },
  list: ['event', 'kind', 'serial', 'cases', 'deaths', 'toldTo', 'dueAt', 'sentAt', 'inTime'],
})

export const eventTask = defineRecord({
  id: 'emergency.task',
  title: text('处置任务', 'Task'),
  description: text('响应中交给队伍或机构的一项任务', 'A task given to a team or an institution'),
  table: tables.eventTasks,
  states: {
    given: text('待接收', 'Given'),
    accepted: text('处置中', 'Accepted'),
    done: text('已完成', 'Done'),
    withdrawn: text('已撤回', 'Withdrawn'),
  },
  happenedOn: text('下达日期', 'Given on'),
  fields: {
    event: eventField,
    duty: { title: text('任务', 'Task') },
    team: { title: text('队伍', 'Team'), refersTo: 'record:emergency.team' },
    assignee: { title: text('责任人或单位', 'Who') },
    givenAt: { title: text('下达时间', 'Given at') },
    dueAt: { title: text('完成时限', 'Due at') },
    acceptedAt: { title: text('接收时间', 'Accepted at') },
    doneAt: { title: text('完成时间', 'Done at') },
    inTime: { title: text('按时', 'In time') },
    result: { title: text('结果', 'Result') },
  },
  list: ['event', 'duty', 'assignee', 'division', 'dueAt', 'doneAt', 'inTime', 'state'],
})

export const eventDispatch = defineRecord({
  id: 'emergency.dispatch',
  title: text('资源调派', 'Dispatch'),
  description: text(
    '派往事件的队伍或物资，何时派出、何时收回',
    'A team or supplies sent to an event, and what came back',
  ),
  table: tables.eventDispatches,
  states: { out: text('已派出', 'Out'), returned: text('已收回', 'Returned') },
  happenedOn: text('派出日期', 'Sent on'),
  fields: {
    event: eventField,
    kind: { title: text('类别', 'Kind'), values: codes.resourceKinds },
    stock: { title: text('物资', 'Stock'), refersTo: 'record:emergency.stock' },
    team: { title: text('队伍', 'Team'), refersTo: 'record:emergency.team' },
    what: { title: text('名称', 'What') },
    quantity: { title: text('派出数量', 'Sent') },
    unit: { title: text('单位', 'Unit') },
    sentAt: { title: text('派出时间', 'Sent at') },
    returned: { title: text('收回数量', 'Came back') },
    returnedAt: { title: text('收回时间', 'Came back at') },
  },
  list: ['event', 'kind', 'what', 'quantity', 'unit', 'sentAt', 'returned', 'state'],
})

export const eventEntry = defineRecord({
  id: 'emergency.entry',
  title: text('处置记录', 'Situation log'),
  description: text(
    '决定、现场情况和信息通报，按时间记录，不能修改',
    'Decisions, reports from the field and information, in order of time; written once',
  ),
  table: tables.eventEntries,
  states: { written: text('已记录', 'Written') },
  happenedOn: text('日期', 'Day'),
  fields: {
    event: eventField,
    at: { title: text('时间', 'Time') },
    kind: { title: text('类型', 'Kind'), values: codes.entryKinds },
    content: { title: text('内容', 'Content') },
    newCases: { title: text('新增病（伤）例', 'New cases'), unit: people },
    needs: { title: text('现场需求', 'What is needed') },
  },
  list: ['at', 'kind', 'content', 'newCases', 'needs', 'event'],
})

export const supportOperation = defineRecord({
  id: 'emergency.support',
  title: text('医疗卫生保障', 'Medical support'),
  description: text('一次重大活动的医疗卫生保障任务', 'Medical support of one big event'),
  table: tables.supportOperations,
  states: {
    planned: text('已计划', 'Planned'),
    'under-way': text('保障中', 'Under way'),
    finished: text('已完成', 'Finished'),
  },
  happenedOn: text('开始日期', 'From'),
  fields: {
    title: { title: text('活动名称', 'Title') },
    kind: { title: text('类型', 'Kind'), values: codes.supportKinds },
    untilOn: { title: text('结束日期', 'Until') },
    venue: { title: text('地点', 'Venue') },
    expected: { title: text('预计人数', 'Expected'), unit: people },
    vehicles: { title: text('救护车', 'Ambulances'), unit: text('辆', 'vehicles') },
    staff: { title: text('医护人员', 'Medical staff'), unit: people },
    inspectors: { title: text('卫生监督员', 'Inspectors'), unit: people },
    plan: { title: text('保障方案', 'Plan') },
    treated: { title: text('现场诊疗人次', 'Treated'), unit: text('人次', 'visits') },
    transferred: { title: text('转送人数', 'Taken to hospital'), unit: people },
    foodborne: { title: text('食源性事件', 'Food-borne incidents'), unit: text('起', 'incidents') },
  },
  list: ['title', 'kind', 'division', 'happenedOn', 'untilOn', 'vehicles', 'staff', 'treated', 'foodborne', 'state'],
})

export const reliefWork = defineRecord({
  id: 'emergency.relief',
  title: text('灾后卫生防疫', 'Relief of sanitation'),
  description: text('一处一天的消杀、饮水和食品卫生工作', 'Disinfection, water and food at one place on one day'),
  table: tables.reliefWorks,
  states: { recorded: text('已记录', 'Recorded') },
  happenedOn: text('工作日期', 'Day'),
  fields: {
    event: eventField,
    disinfectedArea: { title: text('消杀面积', 'Disinfected'), unit: text('平方米', 'm²') },
    waterSamples: { title: text('检测水样', 'Water samples'), unit: text('份', 'samples') },
    waterPassed: { title: text('合格水样', 'Samples that passed'), unit: text('份', 'samples') },
    foodChecks: { title: text('食品卫生检查', 'Food checks'), unit: text('户次', 'checks') },
    shelters: { title: text('巡查安置点', 'Shelters visited'), unit: text('个', 'shelters') },
    treated: { title: text('诊疗人次', 'Treated'), unit: text('人次', 'visits') },
    staff: { title: text('出动人员', 'Staff'), unit: text('人次', 'persons') },
    note: { title: text('情况', 'Note') },
  },
  list: ['event', 'division', 'happenedOn', 'disinfectedArea', 'waterSamples', 'waterPassed', 'foodChecks', 'treated'],
})
