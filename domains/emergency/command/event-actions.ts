import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addHours, dayOfMoment, minutesBetween, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field, keysOf } from '@kangheng/kernel/record/field.ts'
import { Refusal, refuse } from '@kangheng/kernel/text/refusal.ts'
import { diseaseSignal, grades, timeInput } from '../../public-health/communicable-disease/index.ts'
import { finalReportDue, firstReportDue, progressReportDue } from './clocks.ts'
import * as codes from './codes.ts'
import { gradeByCounts } from './grading.ts'
import * as inputs from './inputs.ts'
import { emergencyEvent, emergencyPlan, eventDispatch, eventEntry, eventReport, eventTask } from './records.ts'
import { emergencyPlans, eventDispatches, eventReports, eventTasks, type emergencyEvents } from './tables.ts'

type Context = ActionContext<typeof emergencyEvents>

const people = ['人', 'people'] as const
const counts = {
  cases: inputs.whole('发病（伤）人数', 'Cases or casualties', people),
  critical: inputs.whole('其中危重', 'Of them critical', people).default(0),
  deaths: inputs.whole('死亡人数', 'Deaths', people).default(0),
}
const hours = (minutes: number) => (minutes / 60).toFixed(1)

/** What is decided of an event stands in its log as well, in the words of whoever decides. */
function log({ createOther, current, today }: Context, content: string) {
  return createOther(eventEntry, {
    state: 'written',
    event: current.id,
    division: current.division,
    institution: current.institution,
    happenedOn: today,
    kind: 'decision',
    at: presentMoment(today),
    content,
  })
}

function checkCounts({ cases, critical, deaths }: { cases: number; critical: number; deaths: number }): void {
  if (critical + deaths > cases)
    refuse('cases', {
      zh: '危重与死亡之和不能超过发病（伤）人数',
      en: 'Critical and dead together are not more than all',
    })
}

export const reportEvent = defineAction(emergencyEvent, {
  name: 'report',
  title: { zh: '上报突发事件', en: 'Report an event' },
  on: 'new',
  to: 'reported',
  input: z.object({
    title: inputs.line('事件名称', 'Title'),
    kind: choice(codes.eventKinds, { zh: '事件类型', en: 'Kind of event' }),
    division: inputs.place,
    address: field(z.string().trim().max(120).optional(), { title: { zh: '发生地点', en: 'Where' } }),
    signal: field(z.uuid().optional(), {
      title: { zh: '来自预警信号', en: 'From the signal' },
      refersTo: `record:${diseaseSignal.id}`,
    }),
    discoveredOn: inputs.day('发现日期', 'Discovered on'),
    discoveredTime: timeInput('发现时刻', 'Time of discovery'),
    ...counts,
    exposed: inputs.whole('波及人数', 'Exposed', people).optional(),
  }),
  run({ input, today, create }) {
    checkCounts(input)
    const { discoveredOn, discoveredTime, ...event } = input
    const discoveredAt = inputs.pastMoment(discoveredOn, discoveredTime, today)
    return create({
      ...event,
      happenedOn: discoveredOn,
      discoveredAt,
      reportedAt: presentMoment(today),
      ...firstReportDue(discoveredAt),
    })
  },
})

export const updateEvent = defineAction(emergencyEvent, {
  name: 'update',
  title: { zh: '更新人数', en: 'Update the counts' },
  on: 'existing',
  from: ['reported', 'responding'],
  input: z.object({ ...counts, exposed: inputs.whole('波及人数', 'Exposed', people).optional() }),
  run({ input, current, change }) {
    checkCounts(input)
    return change({ ...input, exposed: input.exposed ?? current.exposed })
  },
})

export const gradeEvent = defineAction(emergencyEvent, {
  name: 'grade',
  title: { zh: '研判分级', en: 'Grade the event' },
  on: 'existing',
  from: ['reported', 'responding'],
  input: z.object({
    grade: field(z.enum(keysOf(grades)).optional(), {
      title: { zh: '事件分级', en: 'Grade' },
      values: grades,
      help: {
        zh: '中毒、伤员救援等按人数自动分级；疫情、灾害或与自动结果不同时填写，并说明依据',
        en: 'Poisoning and casualties are graded by their counts; give it for outbreaks, disasters or another grade, with its basis',
      },
    }),
    basis: field(z.string().trim().max(300).optional(), { title: { zh: '分级依据', en: 'Basis' } }),
  }),
  async run(context) {
    const { input, current, change } = context
    const byRule = gradeByCounts({ ...current, kind: current.kind as codes.EventKind })
    const grade = input.grade ?? byRule?.grade
    if (!grade)
      return refuse('grade', { zh: '此类事件须由研判确定分级', en: 'The grade of such events is judged: give one' })
    if (grade !== byRule?.grade && !input.basis)
      return refuse('basis', { zh: '请填写分级依据', en: 'Say what the grade is based on' })
    const gradeSource = grade === byRule?.grade ? byRule.source : input.basis!
    await log(context, `研判为${grades[grade].zh}；依据：${gradeSource}`)
    return change({ grade, gradeSource })
  },
})

/** The duties of the plan in force become tasks; level IV starts those of level IV, level I starts all. */
async function startDuties(context: Context, level: keyof typeof codes.levels, now: string): Promise<number> {
  const { current, today, findAll, createOther } = context
  const order = keysOf(codes.levels)
  const plans = await findAll(
    emergencyPlan,
    and(eq(emergencyPlans.kind, current.kind), eq(emergencyPlans.state, 'in-force'), isNull(emergencyPlans.voidedAt)),
  )
  const latest = plans.sort((one, other) => other.happenedOn.localeCompare(one.happenedOn))[0]
  const duties = (latest?.duties ?? []).filter((duty) => order.indexOf(duty.level) >= order.indexOf(level))
  for (const { duty, team, withinHours } of duties) {
    const dueAt = addHours(now, withinHours)
    await createOther(eventTask, {
      state: 'given',
      event: current.id,
      division: current.division,
      institution: current.institution,
      happenedOn: today,
      duty,
      assignee: team,
      givenAt: now,
      dueAt,
      dueOn: dayOfMoment(dueAt),
    })
  }
  return duties.length
}

export const startResponse = defineAction(emergencyEvent, {
  name: 'start-response',
  title: { zh: '启动（调整）响应', en: 'Start or change the response' },
  on: 'existing',
  from: ['reported', 'responding'],
  to: 'responding',
  input: z.object({
    level: choice(codes.levels, { zh: '响应级别', en: 'Response level' }),
    decision: inputs.paragraph('决定', 'Decision'),
  }),
  async run(context) {
    const { input, current, today, change } = context
    if (!current.grade) return refuse('level', { zh: '请先研判分级', en: 'Grade the event first' })
    const now = presentMoment(today)
    const tasks = current.respondedAt ? 0 : await startDuties(context, input.level, now)
    const from = current.level ? `由${codes.levels[current.level as 'IV'].zh}调整为` : '启动'
    await log(
      context,
      `${from}${codes.levels[input.level].zh}：${input.decision}${tasks ? `（按预案下达任务${tasks}项）` : ''}`,
    )
    return change({
      level: input.level,
      respondedAt: current.respondedAt ?? now,
      responseHours: current.responseHours ?? hours(minutesBetween(current.discoveredAt, now)),
    })
  },
})

export const endResponse = defineAction(emergencyEvent, {
  name: 'end-response',
  title: { zh: '终止响应', en: 'End the response' },
  on: 'existing',
  from: ['responding'],
  to: 'ended',
  input: z.object({ decision: inputs.paragraph('终止依据', 'Why it may end') }),
  async run(context) {
    const { input, current, today, change } = context
    const now = presentMoment(today)
    await log(context, `终止${codes.levels[current.level as 'IV'].zh}：${input.decision}`)
    return change({
      endedAt: now,
      durationHours: hours(minutesBetween(current.respondedAt!, now)),
      ...finalReportDue(now),
    })
  },
})

export const closeEvent = defineAction(emergencyEvent, {
  name: 'close',
  title: { zh: '总结结案', en: 'Close with a review' },
  on: 'existing',
  from: ['ended'],
  to: 'closed',
  input: z.object({
    causes: inputs.paragraph('原因和结论', 'Causes and conclusion'),
    lessons: inputs.paragraph('经验和不足', 'Lessons'),
  }),
  async run({ input, current, today, findAll, change }) {
    const alive = (column: { event: typeof eventTasks.event; voidedAt: typeof eventTasks.voidedAt }) =>
      and(eq(column.event, current.id), isNull(column.voidedAt))
    const open = (await findAll(eventTask, alive(eventTasks))).filter(
      ({ state }) => state === 'given' || state === 'accepted',
    )
    const out = await findAll(eventDispatch, and(alive(eventDispatches as never), eq(eventDispatches.state, 'out')))
    const final = await findAll(eventReport, and(alive(eventReports as never), eq(eventReports.kind, 'final')))
    const lacking = [
      open.length > 0 && { zh: `还有${open.length}项任务未完成`, en: `${open.length} tasks are not done` },
      out.length > 0 && { zh: `还有${out.length}批资源未收回`, en: `${out.length} dispatches have not come back` },
      final.length === 0 && { zh: '尚未报出结案报告', en: 'the final report has not been sent' },
    ].filter((each) => each !== false)
    if (lacking.length > 0)
      throw new Refusal('conflict', {
        zh: `${lacking.map((each) => each.zh).join('；')}，不能结案`,
        en: `It cannot be closed: ${lacking.map((each) => each.en).join('; ')}`,
      })
    return change({ ...input, closedOn: today, nextReport: null, nextReportDueAt: null, nextReportDueOn: null })
  },
})

export const dismissEvent = defineAction(emergencyEvent, {
  name: 'dismiss',
  title: { zh: '排除事件', en: 'Dismiss an event' },
  on: 'existing',
  from: ['reported'],
  to: 'dismissed',
  input: z.object({ reason: choice(codes.dismissals, { zh: '排除原因', en: 'Why dismissed' }) }),
  run: ({ input, change }) =>
    change({ dismissal: input.reason, nextReport: null, nextReportDueAt: null, nextReportDueOn: null }),
})

export const sendReport = defineAction(eventReport, {
  name: 'send',
  title: { zh: '报出报告', en: 'Send a report' },
  on: 'new',
  to: 'sent',
  input: z.object({
    event: inputs.event,
    content: inputs.paragraph('报告内容', 'Content'),
    ...counts,
    toldTo: field(z.array(z.enum(keysOf(codes.receivers))).min(1), {
      title: { zh: '报送对象', en: 'Told to' },
      values: codes.receivers,
    }),
  }),
  async run({ input, today, findAll, create, changeOther, ...context }) {
    checkCounts(input)
    const event = await openEvent({ ...context, findAll }, input.event, ['reported', 'responding', 'ended'])
    const sent = await findAll(eventReport, and(eq(eventReports.event, event.id), isNull(eventReports.voidedAt)))
    const kind: codes.ReportKind = event.state === 'ended' ? 'final' : sent.length === 0 ? 'first' : 'progress'
    const now = presentMoment(today)
    const dueAt = event.nextReportDueAt ?? now
    const { cases, critical, deaths } = input
    const next =
      kind === 'final'
        ? { nextReport: null, nextReportDueAt: null, nextReportDueOn: null }
        : progressReportDue(now, event.grade as never)
    await changeOther(emergencyEvent, event, { cases, critical, deaths, ...next })
    return create({
      event: event.id,
      division: event.division,
      happenedOn: today,
      kind,
      serial: sent.length + 1,
      content: input.content,
      cases,
      deaths,
      toldTo: input.toldTo,
      dueAt,
      sentAt: now,
      inTime: now <= dueAt,
    })
  },
})

/** The event that something is written about, in one of these states. */
export async function openEvent({ findAll }: Pick<ActionContext, 'findAll'>, id: string, states: readonly string[]) {
  const { table } = emergencyEvent
  const [event] = await findAll(emergencyEvent, and(eq(table.id, id), isNull(table.voidedAt)))
  if (!event) return refuse('event', { zh: '事件不存在或不在您的管辖范围内', en: 'No such event within your scope' })
  if (!states.includes(event.state))
    return refuse('event', {
      zh: `事件状态为“${emergencyEvent.states[event.state]!.zh}”，不能再登记`,
      en: `The event is “${emergencyEvent.states[event.state]!.en}”: nothing more is entered`,
    })
  return event
}
