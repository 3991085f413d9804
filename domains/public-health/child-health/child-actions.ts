import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addYears, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { birth as birthRecord } from '../../population/resident/index.ts'
import { endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { careColumns, checkUpsOf, findChild, isTimely, newbornVisitsOf, type CareContext } from './child.ts'
import * as codes from './codes.ts'
import { daysOf, judgeAgain } from './derive.ts'
import { birthFacts, mother } from './inputs.ts'
import { child, newbornVisit } from './records.ts'
import { isHighRisk, UNTIL_YEARS } from './schedule.ts'
import type { ChildRow } from './tables.ts'

/** What is said of a child when it is registered; what is left out is taken from the registered birth. */
export interface ChildFacts {
  readonly person: string
  readonly happenedOn: IsoDate
  readonly mother?: string | undefined
  readonly motherName?: string | undefined
  readonly birthWeight?: number | undefined
  readonly gestationalWeeks?: number | undefined
  readonly plurality?: number | undefined
  readonly dischargedOn?: IsoDate | undefined
  readonly riskFactors?: readonly string[] | undefined
  readonly note?: string | undefined
}

/** The columns of a newly registered child. @throws Refusal when the child cannot be taken into care. */
async function newChild(context: CareContext, { person: id, happenedOn, ...given }: ChildFacts) {
  const person = await getPerson(context, id)
  assertAlive(person)
  if (happenedOn < person.birth || happenedOn > context.today)
    refuse('happenedOn', { zh: '建册日期应在出生之后、今天之前', en: 'Between the birth and today' })
  if (happenedOn >= addYears(person.birth, UNTIL_YEARS))
    refuse('person', { zh: '服务对象为0—6岁儿童', en: 'The service is for children under seven' })
  if (given.dischargedOn && (given.dischargedOn < person.birth || given.dischargedOn > context.today))
    refuse('dischargedOn', { zh: '出院日期应在出生之后、今天之前', en: 'Between the birth and today' })
  const open = await findChild(context, id)
  if (open)
    refuse('person', {
      zh: `此儿童自${open.happenedOn}起已在管理中，不能重复建册`,
      en: `In care since ${open.happenedOn}; cannot be registered twice`,
    })
  const { table } = birthRecord
  const born = await context.find(birthRecord, and(eq(table.person, id), isNull(table.voidedAt)))
  const facts = {
    birthWeight: given.birthWeight ?? born?.birthWeight ?? null,
    gestationalWeeks: given.gestationalWeeks ?? born?.gestationalWeeks ?? null,
    plurality: given.plurality ?? born?.plurality ?? 1,
    riskFactors: [...(given.riskFactors ?? [])],
  }
  const row = { happenedOn, dischargedOn: given.dischargedOn ?? null, highRisk: isHighRisk(facts) }
  return {
    person: id,
    division: person.division,
    mother: given.mother ?? born?.mother ?? null,
    motherName: given.motherName ?? born?.motherName ?? person.motherName,
    note: given.note ?? null,
    ...facts,
    ...row,
    ...careColumns(row, person.birth, { newbornVisits: [], checkUps: [] }),
  }
}

async function enterKeyGroup(context: Pick<ActionContext, 'find' | 'createOther' | 'changeOther'>, row: ChildRow) {
  const entry = { person: row.person!, group: 'child', on: row.happenedOn, source: 'management' } as const
  await enterFromRegister(context, { ...entry, sourceId: row.id })
}

/**
 * Takes a newborn into care on behalf of whoever delivered it, in the same transaction. A child that is in care already stays as it is.
 * @returns the id of its time in care.
 */
export async function takeIntoCare(context: CareContext, facts: ChildFacts): Promise<string> {
  const open = await findChild(context, facts.person)
  if (open) return open.id
  const row = await context.createOther(child, { state: 'managed', ...(await newChild(context, facts)) })
  await enterKeyGroup(context, row)
  return row.id
}

export const register = defineAction(child, {
  name: 'register',
  title: { zh: '儿童保健建册', en: 'Register a child' },
  on: 'new',
  to: 'managed',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('建册日期', 'Registered on'),
    ...mother,
    ...birthFacts,
  }),
  async run(context) {
    const { happenedOn = context.today, ...facts } = context.input
    const row = await context.create(await newChild(context, { happenedOn, ...facts }))
    await enterKeyGroup(context, row)
    return row
  },
})

export const update = defineAction(child, {
  name: 'update',
  title: { zh: '更新儿童信息', en: 'Update' },
  on: 'existing',
  from: ['managed'],
  input: z.object(birthFacts),
  async run(context) {
    const { current, input, change } = context
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const after: ChildRow = { ...current, ...given }
    const person = await getPerson(context, current.person!)
    if (after.dischargedOn && (after.dischargedOn < person.birth || after.dischargedOn > context.today))
      refuse('dischargedOn', { zh: '出院日期应在出生之后、今天之前', en: 'Between the birth and today' })
    const row: ChildRow = { ...after, highRisk: isHighRisk(after) }
    const visits = await newbornVisitsOf(context, current)
    for (const visit of visits) {
      const timely = isTimely(row, person, visit.happenedOn)
      if (timely !== visit.timely) await context.changeOther(newbornVisit, visit, { timely })
    }
    if (row.gestationalWeeks !== current.gestationalWeeks) await judgeAgain(context, row, person)
    const seen = { newbornVisits: daysOf(visits), checkUps: daysOf(await checkUpsOf(context, current)) }
    return change({ ...given, highRisk: row.highRisk, ...careColumns(row, person.birth, seen) })
  },
})

export const end = defineAction(child, {
  name: 'end',
  title: { zh: '儿童保健结案', en: 'End care of a child' },
  on: 'existing',
  from: ['managed'],
  to: 'ended',
  input: z.object({
    on: inputs.day('结案日期', 'Ended on'),
    endReason: inputs.choice(codes.endReasons, { zh: '结案原因', en: 'Reason' }),
    note: inputs.long('说明', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '结案日期应在建册之后、今天之前', en: 'Between the registration and today' })
    if (current.lastSeenOn && on < current.lastSeenOn)
      refuse('on', {
        zh: `${current.lastSeenOn}还有服务记录，日期不能更早`,
        en: `The child was seen on ${current.lastSeenOn}: give a later day`,
      })
    const reason = codes.endReasons[input.endReason].zh
    await endFromRegister(context, { person: current.person!, group: 'child', on, reason })
    return context.change({ endedOn: on, endReason: input.endReason, ...(input.note ? { note: input.note } : {}) })
  },
})
