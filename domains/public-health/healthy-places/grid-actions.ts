import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { placeKinds, problemKinds } from './codes.ts'
import { gridPlace, patrol, problem } from './daily-records.ts'
import { gridPlaces } from './tables.ts'

/** Days to put a problem right, unless the warden says otherwise, and days within which it is looked at again. LOCAL. */
const CORRECT_WITHIN = 7

const written = (zh: string, en: string, most = 300) =>
  field(z.string().trim().min(2).max(most), { title: { zh, en }, ...(most > 120 ? { multiline: true } : {}) })

export const listPlace = defineAction(gridPlace, {
  name: 'list',
  title: { zh: '登记网格点位', en: 'List a place' },
  on: 'new',
  to: 'active',
  input: z.object({
    division: field(z.string().min(9).max(12), { title: { zh: '所在村（社区）', en: 'Where' }, refersTo: 'division' }),
    name: written('名称', 'Name', 60),
    kind: inputs.choice(placeKinds, { zh: '类别', en: 'Kind' }),
    grid: field(z.string().trim().min(1).max(20), { title: { zh: '网格编号', en: 'Grid' } }),
    warden: written('网格员', 'Warden', 40),
    everyDays: field(z.int().min(1).max(92).default(30), {
      title: { zh: '巡查间隔', en: 'Patrolled every' },
      unit: { zh: '天', en: 'days' },
    }),
    happenedOn: inputs.day('建档日期', 'Listed on'),
  }),
  async run({ input, today, find, create }) {
    const { happenedOn = today } = input
    if (happenedOn > today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    const same = and(eq(gridPlaces.name, input.name), eq(gridPlaces.division, input.division))
    if (await find(gridPlace, and(same, eq(gridPlaces.state, 'active'), isNull(gridPlaces.voidedAt))))
      refuse('name', { zh: '该点位已在册', en: 'This place is listed already' })
    return create({ ...input, happenedOn, nextPatrolOn: addDays(happenedOn, input.everyDays) })
  },
})

export const closePlace = defineAction(gridPlace, {
  name: 'close',
  title: { zh: '注销网格点位', en: 'Close the place' },
  on: 'existing',
  from: ['active'],
  to: 'closed',
  input: z.object({}),
  confirm: { zh: '注销后不再巡查。确定注销？', en: 'It will no longer be patrolled. Close it?' },
  run: ({ today, change }) => change({ closedOn: today }),
})

export const recordPatrol = defineAction(patrol, {
  name: 'record',
  title: { zh: '登记网格巡查', en: 'Record a patrol of the grid' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    place: field(z.uuid(), { title: { zh: '点位', en: 'Place' }, refersTo: 'record:healthy-places.grid-place' }),
    happenedOn: inputs.day('巡查日期', 'On'),
    warden: field(z.string().trim().min(2).max(40).optional(), {
      title: { zh: '巡查人', en: 'By' },
      help: { zh: '不填为该点位的网格员', en: 'The place’s warden when left out' },
    }),
    note: inputs.long('情况', 'Note'),
    problems: field(
      z
        .array(
          z.object({
            kind: inputs.choice(problemKinds, { zh: '类别', en: 'Kind' }),
            what: written('问题', 'What'),
            mendBy: field(z.iso.date().optional(), {
              title: { zh: '整改期限', en: 'By' },
              help: { zh: `不填为${CORRECT_WITHIN}天`, en: `${CORRECT_WITHIN} days when left out` },
            }),
          }),
        )
        .max(20)
        .default([]),
      { title: { zh: '发现的问题', en: 'Problems found' }, help: { zh: '没有发现则不填', en: 'None: leave empty' } },
    ),
  }),
  async run({ input, today, find, create, createOther, changeOther }) {
    const { happenedOn = today, note = null } = input
    const held = await find(gridPlace, and(eq(gridPlaces.id, input.place), isNull(gridPlaces.voidedAt)))
    if (held?.state !== 'active')
      return refuse('place', { zh: '点位不存在或已注销', en: 'No such place, or it is closed' })
    if (happenedOn > today || happenedOn < held.happenedOn)
      refuse('happenedOn', { zh: '巡查日期须在建档之后、今天之前', en: 'Between the listing and today' })
    const common = { place: held.id, name: held.name, division: held.division, happenedOn }
    const row = await create({ ...common, warden: input.warden ?? held.warden, problems: input.problems.length, note })
    for (const [index, { kind, what, mendBy = addDays(happenedOn, CORRECT_WITHIN) }] of input.problems.entries()) {
      if (mendBy < happenedOn)
        refuse(`problems.${index}.mendBy`, { zh: '整改期限早于巡查日期', en: 'That lies before the patrol' })
      await createOther(problem, { ...common, state: 'found', patrol: row.id, kind, what, mendBy })
    }
    const next = addDays(happenedOn, held.everyDays)
    if (next > held.nextPatrolOn) await changeOther(gridPlace, held, { nextPatrolOn: next })
    return row
  },
})

export const correctProblem = defineAction(problem, {
  name: 'correct',
  title: { zh: '报告问题整改', en: 'Report it put right' },
  on: 'existing',
  from: ['found'],
  to: 'corrected',
  input: z.object({ measures: written('整改情况', 'What was done') }),
  run: ({ input, today, change }) => change({ measures: input.measures, correctedOn: today }),
})

const opinion = written('复查意见', 'Opinion')

export const closeProblem = defineAction(problem, {
  name: 'close',
  title: { zh: '复查销号', en: 'Look again and close' },
  on: 'existing',
  from: ['corrected'],
  to: 'closed',
  input: z.object({ opinion }),
  run: ({ input, today, change }) => change({ opinion: input.opinion, recheckedOn: today }),
})

export const reopenProblem = defineAction(problem, {
  name: 'reopen',
  title: { zh: '复查未过', en: 'Not put right' },
  on: 'existing',
  from: ['corrected'],
  to: 'found',
  input: z.object({ opinion }),
  // The old day stands: what was not put right is overdue again.
  run: ({ input, current, today, change }) =>
    change({ opinion: input.opinion, recheckedOn: today, correctedOn: null, returned: current.returned + 1 }),
})

export const photosOfGrid = [attachAction(gridPlace), attachAction(problem)] as const
