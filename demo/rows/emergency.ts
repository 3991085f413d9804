import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import * as tables from '@kangheng/domains/emergency/command/tables.ts'
import { progressReportDue } from '@kangheng/domains/emergency/command/clocks.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { addHours, addMinutes, dayOfMoment, minutesBetween, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { NewRowOf, RecordTable } from '@kangheng/kernel/record/define-record.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import type { IdKind } from '../ids.ts'
import type { Model } from '../model.ts'
import * as plan from '../services/emergencies.ts'
import { diseasesOf } from './communicable-disease.ts'
import { rowsFor, type TableRows } from './load-table.ts'

type Row<Table extends RecordTable> = NewRowOf<Table> & { division: string; happenedOn: string; state: string }

/** Rows written as objects: there are few of them, and most of their columns are empty. */
function rowsOf<Table extends RecordTable>(
  { county, idOf }: Model,
  kind: IdKind,
  table: Table,
  rows: readonly (Row<Table> & { recordedMoment?: Moment })[],
): TableRows {
  const names = Object.keys(getTableColumns(table as PgTable)).filter(
    (name) => !['version', 'extra', 'recordedBy', 'voidedAt', 'voidedReason'].includes(name),
  )
  const values = rows.map((row, number): CopyValue[] => {
    const given: Record<string, unknown> = {
      ...row,
      county,
      id: idOf(kind, number),
      recordedAt: `${(row.recordedMoment ?? `${row.happenedOn} 17:30`).slice(0, 16)}:00+08`,
    }
    return names.map(
      (name) =>
        (typeof given[name] === 'object' && given[name] ? JSON.stringify(given[name]) : given[name]) as CopyValue,
    )
  })
  return rowsFor(table as never, names as never, values.length, values)
}

const one = (number: number) => number.toFixed(1)
const hours = (from: Moment, to: Moment) => one(minutesBetween(from, to) / 60)

function preparedness(model: Model): TableRows[] {
  const { county } = model
  const at = (institution: string) => ({ division: county, institution: `H${county}${institution}` })
  const sent = plan.demoEvents.flatMap((event) => event.stocks)
  const used = (name: string) =>
    sent.filter(([each]) => each === name).reduce((sum, [, quantity, returned]) => sum + quantity - returned, 0)
  const bureau = { division: county, institution: null }
  return [
    rowsOf(
      model,
      'emergency-plan',
      tables.emergencyPlans,
      plan.demoPlans.map(([title, kind, happenedOn]) => ({
        ...bureau,
        ...{ state: 'in-force', title: `玉龙县${title}`, kind, happenedOn, edition: `${happenedOn.slice(0, 4)}年版` },
        duties: [...plan.demoDuties],
        reviewDueOn: addDays(happenedOn, 3 * 365),
      })),
    ),
    rowsOf(
      model,
      'emergency-team',
      tables.emergencyTeams,
      plan.demoTeams.map(([name, kind, institution, leader, members, happenedOn, trainedOn], number) => ({
        ...at(institution),
        ...{
          state: 'ready',
          name,
          kind,
          leader,
          members,
          happenedOn,
          trainedOn,
          phone: `0888-51${String(20_010 + number * 7).slice(1)}`,
        },
      })),
    ),
    rowsOf(
      model,
      'emergency-stock',
      tables.emergencyStocks,
      plan.demoStocks.map(([name, kind, unit, received, least, happenedOn, expiresOn]) => ({
        ...at('004'),
        ...{ state: 'held', name, kind, unit, happenedOn, expiresOn, store: '县卫生应急物资库' },
        ...{ received: one(received), quantity: one(received - used(name)), least: one(least) },
      })),
    ),
    rowsOf(
      model,
      'emergency-drill',
      tables.emergencyDrills,
      plan.demoDrills.map(([title, kind, happenedOn, participants, score, findings, improved]) => ({
        ...bureau,
        ...{
          state: improved ? 'improved' : 'evaluated',
          title,
          kind,
          happenedOn,
          participants,
          score,
          findings,
          improved,
        },
        improveDueOn: addDays(happenedOn, 45),
      })),
    ),
    rowsOf(
      model,
      'emergency-duty',
      tables.emergencyDuties,
      plan.demoDutyDays.map((happenedOn, number) => {
        const past = number < 3
        return {
          ...bureau,
          ...{ state: past ? 'handed-over' : 'rostered', happenedOn, phone: '0888-5110120' },
          ...{ onDuty: ['和文光', '杨志明', '李红梅'][number % 3]!, leader: ['木局长', '和副局长'][number % 2]! },
          ...(past ? { calls: number + 1, handover: '无突发事件，接报均已处理' } : {}),
        }
      }),
    ),
    rowsOf(
      model,
      'medical-support',
      tables.supportOperations,
      plan.demoSupport.map(
        ([title, kind, venue, happenedOn, untilOn, expected, vehicles, staff, inspectors, treated]) => ({
          ...bureau,
          ...{ state: treated === null ? 'planned' : 'finished', title, kind, venue, happenedOn, untilOn },
          ...{ expected, vehicles, staff, inspectors, treated, foodborne: treated === null ? null : 0 },
          ...{ transferred: treated === null ? null : Math.floor(treated / 20), plan: '设现场医疗点，就近医院待命' },
        }),
      ),
    ),
  ]
}

/** Events with everything on their boards. */
function events(model: Model): TableRows[] {
  const { idOf } = model
  const { signals } = diseasesOf(model)
  const villageIn = (township: string) =>
    model.population.villages.find((village) => village.code.startsWith(township))?.code ?? township
  const all = plan.demoEvents.map((event, number) => ({
    event,
    number,
    clock: plan.clockOf(event),
    division: villageIn(event.village),
  }))
  const head = (number: number, division: string, moment: Moment, state: string) => ({
    ...{ event: idOf('emergency-event', number), division, institution: null },
    ...{ happenedOn: dayOfMoment(moment), state, recordedMoment: moment },
  })
  const eventRows = all.map(({ event, clock, division }) => {
    const [cases, critical, deaths, exposed] = event.counts
    const signal = event.outbreak
      ? signals.findIndex((each) => each.outbreak === event.outbreak && each.state === 'event')
      : -1
    return {
      ...{ division, institution: null, happenedOn: dayOfMoment(event.discoveredAt), recordedMoment: clock.reportedAt },
      state: clock.endedAt ? 'closed' : 'responding',
      ...{ kind: event.kind, title: event.title, address: event.address, discoveredAt: event.discoveredAt },
      signal: signal < 0 ? null : idOf('disease-signal', signal),
      ...{ reportedAt: clock.reportedAt, cases, critical, deaths, exposed },
      ...{ grade: event.grade, gradeSource: event.gradeSource, level: event.level },
      ...{ respondedAt: clock.respondedAt, responseHours: hours(event.discoveredAt, clock.respondedAt) },
      ...(clock.endedAt ? { endedAt: clock.endedAt, durationHours: hours(clock.respondedAt, clock.endedAt) } : {}),
      ...(clock.endedAt ? {} : progressReportDue(clock.reportedAt, event.grade as never)),
      ...{ causes: event.causes, lessons: event.lessons, closedOn: clock.closedOn },
    }
  })
  const reportRows = all.flatMap(({ event, number, clock, division }) => {
    const told = ['government', 'bureau-above', 'control-above']
    const report = (kind: string, serial: number, sentAt: Moment, dueAt: Moment, cases: number, content: string) => ({
      ...head(number, division, sentAt, 'sent'),
      ...{ kind, serial, sentAt, dueAt, cases, content, toldTo: told, deaths: 0, inTime: sentAt <= dueAt },
    })
    const first = report(
      'first',
      1,
      clock.reportedAt,
      addHours(event.discoveredAt, 2),
      Math.ceil(event.counts[0] / 3),
      `初次报告：${event.title}`,
    )
    const middle = event.progress.map(([after, cases, content], index) => {
      const sentAt = addHours(clock.respondedAt, after)
      return report('progress', index + 2, sentAt, sentAt, cases, content)
    })
    if (!clock.endedAt) return [first, ...middle]
    const sentAt = addHours(clock.endedAt, 24 * 5)
    return [
      first,
      ...middle,
      report('final', middle.length + 2, sentAt, clock.finalDue!, event.counts[0], `结案报告：${event.causes!}`),
    ]
  })
  const taskRows = all.flatMap(({ event, number, clock, division }) =>
    event.tasks.map(({ duty, assignee, within, doneAfter, result }) => {
      const dueAt = addHours(clock.respondedAt, within)
      const doneAt = doneAfter === null ? null : addMinutes(clock.respondedAt, Math.round(doneAfter * 60))
      return {
        ...head(number, division, clock.respondedAt, doneAt ? 'done' : 'accepted'),
        ...{ duty, assignee, result, givenAt: clock.respondedAt, acceptedAt: addMinutes(clock.respondedAt, 6) },
        ...{ dueAt, dueOn: dayOfMoment(dueAt), doneAt, inTime: doneAt ? doneAt <= dueAt : null },
      }
    }),
  )
  const dispatchRows = all.flatMap(({ event, number, clock, division }) => {
    const sentAt = addMinutes(clock.respondedAt, 15)
    const back = clock.endedAt
    const common = { ...head(number, division, sentAt, back ? 'returned' : 'out'), sentAt, returnedAt: back }
    const numberOf = (list: readonly (readonly unknown[])[], name: string) => list.findIndex(([each]) => each === name)
    return [
      ...event.teams.map(([what, people]) => ({
        ...common,
        ...{ kind: 'team', what, quantity: one(people), unit: '人', returned: back ? one(people) : null },
        team: idOf('emergency-team', numberOf(plan.demoTeams, what)),
      })),
      ...event.stocks.map(([what, quantity, returned]) => ({
        ...common,
        ...{ kind: 'stock', what, quantity: one(quantity), returned: back ? one(returned) : null },
        unit: plan.demoStocks.find(([each]) => each === what)![2],
        stock: idOf('emergency-stock', numberOf(plan.demoStocks, what)),
      })),
    ]
  })
  const entryRows = all.flatMap(({ event, number, clock, division }) => {
    const entry = (at: Moment, kind: string, content: string, newCases: number | null = null) => ({
      ...head(number, division, at, 'written'),
      ...{ kind, at, content, newCases },
    })
    return [
      entry(clock.respondedAt, 'decision', `启动Ⅳ级响应：${event.decision}`),
      ...event.field.map(([after, content, newCases]) =>
        entry(addMinutes(clock.respondedAt, Math.round(after * 60)), 'field', content, newCases),
      ),
      ...(clock.endedAt ? [entry(clock.endedAt, 'decision', `终止Ⅳ级响应：${event.ending!}`)] : []),
    ]
  })
  const flood = all.find(({ event }) => event.kind === 'disaster')!
  const reliefRows = plan.demoRelief.map(
    ([day, disinfectedArea, waterSamples, waterPassed, foodChecks, shelters, treated, staff]) => ({
      ...head(flood.number, flood.division, plan.eight(day), 'recorded'),
      ...{ disinfectedArea, waterSamples, waterPassed, foodChecks, shelters, treated, staff },
    }),
  )
  return [
    rowsOf(model, 'emergency-event', tables.emergencyEvents, eventRows),
    rowsOf(model, 'emergency-report', tables.eventReports, reportRows),
    rowsOf(model, 'emergency-task', tables.eventTasks, taskRows),
    rowsOf(model, 'emergency-dispatch', tables.eventDispatches, dispatchRows),
    rowsOf(model, 'emergency-entry', tables.eventEntries, entryRows),
    rowsOf(model, 'disaster-relief', tables.reliefWorks, reliefRows),
  ]
}

/** Plans, teams, stocks, drills and duty; four events of the year, one of them under way; support of big events. */
export function emergencyTables(model: Model): TableRows[] {
  return [...preparedness(model), ...events(model)]
}
