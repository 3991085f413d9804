import { sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { matter, meeting } from './records.ts'
import { matters as m, meetings } from './tables.ts'

const SOURCE = '县级口径：会议议定事项和公文交办督查办法（LOCAL）'
const title = (zh: string, en: string) => ({ zh, en })
const matterUnit = title('件', 'matters')
const byOwner = title('按责任单位所在地，不含撤销的', 'by the owner’s division, without those withdrawn')
const standing = sql`${m.state} <> 'withdrawn'`

const decided = flow(matter, {
  id: 'section-work.matters-set',
  title: title('交办事项', 'Matters set'),
  when: m.happenedOn,
  where: standing,
})
const confirmed = flow(matter, {
  id: 'section-work.matters-confirmed',
  title: title('确认办结事项', 'Matters confirmed'),
  when: m.confirmedOn,
  where: standing,
})
const due = flow(matter, {
  id: 'section-work.matters-due',
  title: title('到期事项', 'Matters due'),
  when: m.dueOn,
  where: standing,
})
const inTime = flow(matter, {
  id: 'section-work.matters-in-time',
  title: title('按期办结的到期事项', 'Of these done in time'),
  when: m.dueOn,
  where: sql`${standing} and ${m.finishedOn} <= ${m.dueOn}`,
})
const lateOnes = stock(matter, {
  id: 'section-work.matters-overdue',
  title: title('逾期未办结事项', 'Matters overdue'),
  from: sql`${m.dueOn} + 1`,
  to: sql`coalesce(${m.finishedOn}, ${m.withdrawnOn})`,
})
const running = stock(matter, {
  id: 'section-work.matters-open',
  title: title('在办事项', 'Matters under way'),
  from: m.happenedOn,
  to: sql`coalesce(${m.finishedOn}, ${m.withdrawnOn})`,
})
const held = flow(meeting, {
  id: 'section-work.meetings-held',
  title: title('召开会议', 'Meetings'),
  when: meetings.happenedOn,
})

const counted = (measure: typeof decided | typeof running, id: string, zh: string, en: string) =>
  quantity(measure, {
    id: `section-work.${id}`,
    title: title(zh, en),
    unit: matterUnit,
    basis: byOwner,
    source: SOURCE,
    better: 'neither',
  })

export const mattersSet = counted(decided, 'set', '交办事项', 'Matters set')
export const mattersDone = counted(confirmed, 'done', '办结事项', 'Matters done')
export const mattersOpen = counted(running, 'open', '期末在办事项', 'Matters under way')
export const mattersOverdue = quantity(lateOnes, {
  id: 'section-work.overdue',
  title: title('期末逾期事项', 'Matters overdue'),
  unit: matterUnit,
  basis: title('已过时限、未报办结的，按责任单位', 'past their day and not reported done, by owner'),
  source: SOURCE,
  better: 'lower',
})
export const inTimeRate = ratio(inTime, due, {
  id: 'section-work.in-time-rate',
  title: title('交办事项按期办结率', 'Matters done in time'),
  unit: '%',
  basis: title('时限内报办结的／本期到期的事项', 'reported by their day / due in the period'),
  source: SOURCE,
  synonyms: ['议定事项按期办结率'],
})
export const meetingsHeld = quantity(held, {
  id: 'section-work.meetings',
  title: title('召开会议次数', 'Meetings held'),
  unit: title('次', 'meetings'),
  basis: title('按会议日期', 'by the day of the meeting'),
  source: SOURCE,
})

export const indicators: readonly Indicator[] = [
  mattersSet,
  mattersDone,
  inTimeRate,
  mattersOpen,
  mattersOverdue,
  meetingsHeld,
]
