import { and, eq, inArray, isNull, like } from 'drizzle-orm'
import { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { institutions } from '@kangheng/kernel/place/tables.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from '../inputs.ts'
import { card } from '../records.ts'
import { dosesOf, findCard, settle } from '../vaccination/settle.ts'
import { quarterOf } from './quarter.ts'
import { finds, floatingChild, handover, searchRound } from './records.ts'
import { floatingChildren, handovers, searchRounds } from './tables.ts'

export const register = defineAction(floatingChild, {
  name: 'register',
  title: { zh: '登记流动儿童', en: 'Register a floating child' },
  on: 'new',
  to: 'in-care',
  input: z.object({
    person: inputs.person,
    cameFrom: inputs.short('来自', 'Came from'),
    cameOn: field(z.iso.date(), { title: { zh: '来到日期', en: 'Came on' } }),
    foundBy: inputs.choice(finds, { zh: '发现途径', en: 'Found by' }),
    happenedOn: inputs.day('发现日期', 'Found on'),
  }),
  async run(context) {
    const { input, today } = context
    const person = await getPerson(context, input.person)
    assertAlive(person)
    const found = input.happenedOn ?? today
    if (input.cameOn > found) refuse('cameOn', { zh: '来到日期晚于发现日期', en: 'After the day of finding' })
    const mine = and(eq(floatingChildren.person, person.id), eq(floatingChildren.state, 'in-care'))
    if (await context.find(floatingChild, and(mine, isNull(floatingChildren.voidedAt))))
      refuse('person', { zh: '此儿童已登记为流动儿童', en: 'This child is registered as floating already' })
    // A card is made at once, so that the child is on the list of the due.
    if (!(await findCard(context, person.id))) await settle(context, person.id)
    return context.create({ ...input, happenedOn: found, division: person.division })
  },
})

export const leave = defineAction(floatingChild, {
  name: 'leave',
  title: { zh: '离开', en: 'Left' },
  on: 'existing',
  from: ['in-care'],
  to: 'left',
  input: z.object({ on: inputs.day('离开日期', 'Left on') }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '应在发现日期与今天之间', en: 'Between the day of finding and today' })
    return change({ leftOn: on })
  },
})

type Handover = RowOf<typeof handovers>
type Context = Pick<ActionContext, 'find' | 'changeOther' | 'connection'>

/** Writes a step to the other clinic's row: the two clinics see one matter, each under its own scope. */
async function tellPartner(context: Context, mine: Handover, values: Partial<Handover>): Promise<void> {
  await withHouseRights(context.connection, async () => {
    const theirs = await context.find(handover, eq(handovers.id, mine.partner))
    await context.changeOther(handover, theirs!, values)
  })
}

export const request = defineAction(handover, {
  name: 'request',
  title: { zh: '申请转入', en: 'Request a child' },
  on: 'new',
  to: 'requested',
  input: z.object({
    person: inputs.person,
    from: field(z.string().max(30), {
      title: { zh: '原接种单位', en: 'Clinic until now' },
      refersTo: 'institution',
    }),
    note: field(z.string().trim().max(200).optional(), { title: { zh: '说明', en: 'Note' } }),
  }),
  async run(context) {
    const { input, actor } = context
    const person = await getPerson(context, input.person)
    const { institution } = actor
    if (!institution)
      return refuse('from', { zh: '请用接种单位的账号申请', en: 'A clinic requests: use an account of one' })
    if (input.from === institution) refuse('from', { zh: '原单位就是本单位', en: 'That is this clinic' })
    const [giver] = await ormOf(context.connection).select().from(institutions).where(eq(institutions.code, input.from))
    if (!giver) return refuse('from', { zh: '没有这个单位', en: 'There is no such institution' })
    const open = and(eq(handovers.person, person.id), inArray(handovers.state, ['requested', 'sent']))
    if (await context.find(handover, and(open, isNull(handovers.voidedAt))))
      refuse('person', { zh: '此儿童的转接正在办理', en: 'A handover of this child is under way' })
    const [taking, giving] = [uuidv7(), uuidv7()]
    const note = input.note ?? null
    const row = await context.create({
      ...{ id: taking, person: person.id, division: person.division, institution, note },
      ...{ side: 'taking', partner: giving, counterpart: giver.code },
    })
    await withHouseRights(context.connection, () =>
      context.createOther(handover, {
        ...{
          state: 'requested',
          id: giving,
          person: person.id,
          division: giver.division,
          institution: giver.code,
          note,
        },
        ...{ side: 'giving', partner: taking, counterpart: institution },
      }),
    )
    return row
  },
})

export const send = defineAction(handover, {
  name: 'send',
  title: { zh: '转出', en: 'Send' },
  on: 'existing',
  from: ['requested'],
  to: 'sent',
  input: z.object({}),
  async run(context) {
    const { current, today } = context
    if (current.side !== 'giving') refuse('state', { zh: '由原接种单位转出', en: 'The clinic until now sends' })
    // The history has moved with the person; what is told is how much of it there was.
    const doses = await withHouseRights(context.connection, () => dosesOf(context, current.person!))
    const values = { sentOn: today, doses: doses.length }
    const row = await context.change(values)
    await tellPartner(context, current, { state: 'sent', ...values })
    return row
  },
})

export const decline = defineAction(handover, {
  name: 'decline',
  title: { zh: '不能转出', en: 'Decline' },
  on: 'existing',
  from: ['requested'],
  to: 'declined',
  input: z.object({ note: inputs.long('说明', 'Why') }),
  async run(context) {
    const { current, today, input } = context
    if (current.side !== 'giving') refuse('state', { zh: '由原接种单位答复', en: 'The clinic until now answers' })
    const values = { endedOn: today, note: input.note }
    const row = await context.change(values)
    await tellPartner(context, current, { state: 'declined', ...values })
    return row
  },
})

export const accept = defineAction(handover, {
  name: 'accept',
  title: { zh: '接收', en: 'Accept' },
  on: 'existing',
  from: ['sent'],
  to: 'accepted',
  input: z.object({}),
  async run(context) {
    const { current, today } = context
    if (current.side !== 'taking') refuse('state', { zh: '由接收单位接收', en: 'The clinic that takes over accepts' })
    const row = await context.change({ endedOn: today })
    const known = await findCard(context, current.person!)
    if (known) await context.changeOther(card, known, { institution: current.institution })
    await tellPartner(context, current, { state: 'accepted', endedOn: today })
    return row
  },
})

/** Calls for the search of the quarter at every clinic that has none yet; the house runs it every day. */
export const callForSearch = defineAction(searchRound, {
  name: 'call-for',
  title: { zh: '下达季度搜索', en: 'Call for the quarter’s search' },
  on: 'new',
  input: z.object({}),
  async run(context) {
    const { quarter, lastDay } = quarterOf(context.today)
    const known = await context.findAll(
      searchRound,
      and(eq(searchRounds.quarter, quarter), isNull(searchRounds.voidedAt)),
    )
    const has = new Set(known.map(({ institution }) => institution))
    const centres = await ormOf(context.connection)
      .select()
      .from(institutions)
      .where(and(eq(institutions.county, context.county), like(institutions.code, 'C%')))
    let last: unknown
    for (const { code, division } of centres)
      if (!has.has(code))
        last = await context.create({ state: 'due', institution: code, division, quarter, dueOn: lastDay })
    return last ?? refuse('quarter', { zh: '本季度的搜索已下达', en: 'The quarter’s searches have been called for' })
  },
})

const number = (zh: string, en: string) => field(z.int().min(0).max(100_000), { title: { zh, en } })

export const reportSearch = defineAction(searchRound, {
  name: 'report',
  title: { zh: '报告搜索结果', en: 'Report the search' },
  on: 'existing',
  from: ['due'],
  to: 'done',
  input: z.object({
    searchedOn: inputs.day('搜索日期', 'Searched on'),
    villages: number('搜索村（社区）', 'Villages'),
    households: number('搜索户数', 'Households'),
    found: number('发现流动儿童', 'Children found'),
    unregistered: number('其中未建卡', 'Without a card'),
    zeroDose: number('其中零剂次', 'Zero-dose'),
  }),
  run({ input, today, change }) {
    const { found, unregistered, zeroDose } = input
    if (unregistered > found) refuse('unregistered', { zh: '多于发现人数', en: 'More than were found' })
    if (zeroDose > found) refuse('zeroDose', { zh: '多于发现人数', en: 'More than were found' })
    return change({ ...input, searchedOn: input.searchedOn ?? today })
  },
})
