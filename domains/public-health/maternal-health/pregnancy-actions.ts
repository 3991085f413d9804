import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { addDays, ageOn } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { creditService, endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { careColumns, deriveAgain, factorsOf, findPregnancy, judgeVisits, recordedOf, visitColumns } from './derive.ts'
import { antenatalCard, asText, booking, lastPeriodCorrected, lastPeriodOn } from './inputs.ts'
import { antenatalVisit, pregnancy } from './records.ts'
import type { AntenatalRow, PregnancyRow } from './tables.ts'

/** Ages at which a woman can be pregnant, and days a pregnancy can last; outside of them the entry is a slip. */
const AGES = [10, 60] as const
const LONGEST = 308

function checkPeriod(on: string, happenedOn: string, today: string): void {
  if (on > happenedOn || addDays(on, LONGEST) < happenedOn || happenedOn > today)
    refuse('lastPeriodOn', {
      zh: '末次月经应在建册之前，且不超过44周',
      en: 'The last period lies before the booking, by 44 weeks at most',
    })
}

export const book = defineAction(pregnancy, {
  name: 'book',
  title: { zh: '孕产妇建册', en: 'Book a pregnancy' },
  on: 'new',
  to: 'pregnant',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('建册日期', 'Booked on'),
    lastPeriodOn,
    ...booking,
    ...antenatalCard,
  }),
  async run(context) {
    const {
      person: id,
      happenedOn = context.today,
      lastPeriodOn: last,
      gravidity,
      parity,
      height,
      note,
      ...card
    } = context.input
    const woman = await getPerson(context, id)
    assertAlive(woman)
    const age = ageOn(woman.birth, happenedOn)
    if (woman.sex !== 'female' || age < AGES[0] || age > AGES[1])
      refuse('person', { zh: '服务对象为孕产妇', en: 'The service is for pregnant women' })
    checkPeriod(last, happenedOn, context.today)
    const open = await findPregnancy(context, id)
    if (open)
      refuse('person', {
        zh: `自${open.happenedOn}起已有在管的妊娠，请先结案`,
        en: `A pregnancy is in care since ${open.happenedOn}; close it first`,
      })
    const own = {
      ...{ id: uuidv7(), person: id, division: woman.division, happenedOn, lastPeriodOn: last },
      ...{ gravidity: gravidity ?? null, parity: parity ?? null, note: note ?? null },
      ...{ height: asText(height), weight: asText(card.weight) },
    }
    // The first antenatal visit is made with the booking.
    const chosen = { riskFactors: card.riskFactors, haemoglobin: card.haemoglobin ?? null }
    const visit = {
      ...card,
      ...{ id: uuidv7(), person: id, division: woman.division, happenedOn, pregnancy: own.id },
      ...{ weight: asText(card.weight), fundalHeight: asText(card.fundalHeight) },
      ...visitColumns(last, happenedOn, factorsOf(own, woman, chosen)),
    }
    const recorded = { visits: [visit as unknown as AntenatalRow], delivery: undefined, postpartum: [] }
    const row = await context.create({ ...own, ...careColumns(own, recorded) })
    const written = await context.createOther(antenatalVisit, { state: 'recorded', ...visit })
    await deriveAgain(context, row, { ...recorded, visits: [written] })
    const entry = { person: id, group: 'maternal', on: happenedOn, source: 'management', sourceId: row.id } as const
    await enterFromRegister(context, entry)
    await noteUse(context, {
      person: id,
      on: happenedOn,
      kind: 'maternal-visit',
      record: antenatalVisit.id,
      id: visit.id,
    })
    const evidence = { record: antenatalVisit, id: visit.id }
    await creditService(context, { person: id, kind: 'maternal-visit', on: happenedOn, evidence })
    return row
  },
})

export const update = defineAction(pregnancy, {
  name: 'update',
  title: { zh: '更正孕产妇信息', en: 'Correct' },
  on: 'existing',
  from: ['pregnant', 'postpartum'],
  input: z.object({ lastPeriodOn: lastPeriodCorrected, ...booking }),
  async run(context) {
    const { current, input, change } = context
    const { height, ...rest } = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    ) as Partial<typeof input>
    const given = { ...rest, ...(height === undefined ? {} : { height: String(height) }) } as Partial<PregnancyRow>
    const after = { ...current, ...given }
    checkPeriod(after.lastPeriodOn, after.happenedOn, context.today)
    const recorded = await judgeVisits(context, after, await recordedOf(context, current))
    await deriveAgain(context, current, recorded, given)
    return change(given)
  },
})

export const end = defineAction(pregnancy, {
  name: 'end',
  title: { zh: '孕产妇结案', en: 'Close' },
  on: 'existing',
  from: ['pregnant', 'postpartum'],
  to: 'closed',
  input: z.object({
    on: inputs.day('结案日期', 'Closed on'),
    outcome: inputs.choice(codes.outcomes, { zh: '结局', en: 'Outcome' }),
    note: inputs.long('说明', 'Note'),
  }),
  async run(context) {
    const { current, today, input } = context
    const on = input.on ?? today
    if (on < (current.lastSeenOn ?? current.happenedOn) || on > today)
      refuse('on', { zh: '结案日期应在末次服务之后、今天之前', en: 'Between the last service and today' })
    if (input.outcome === 'completed' && current.checkedOn === null)
      refuse('outcome', { zh: '尚未登记产后42天检查', en: 'The 42-day check is not recorded' })
    if (input.outcome === 'ended-early' && current.deliveredOn !== null)
      refuse('outcome', { zh: '已登记分娩', en: 'The delivery is recorded' })
    const reason = codes.outcomes[input.outcome].zh
    // The key population tells no more than that care ended.
    const said = input.outcome === 'ended-early' ? '孕产期管理结束' : reason
    await endFromRegister(context, { person: current.person!, group: 'maternal', on, reason: said })
    return context.change({
      ...{ endedOn: on, outcome: input.outcome, nextStep: null, dueOn: null },
      ...(input.note ? { note: input.note } : {}),
    })
  },
})
