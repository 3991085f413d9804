import { and, eq, isNull } from 'drizzle-orm'
import { getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Exclusion } from '../forecast/case.ts'
import { forecast } from '../forecast/forecast.ts'
import type { GivenDose } from '../forecast/result.ts'
import { scheduleOn } from '../forecast/schedules.ts'
import type { SeriesCode, VaccineCode } from '../forecast/vaccines.ts'
import { card, exclusion, vaccination } from '../records.ts'
import { cards, exclusions, vaccinations } from '../tables.ts'
import { planOf, wantedFrom } from './plan.ts'
import { verdictsOf } from './verdicts.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>
type Vaccination = RowOf<typeof vaccinations>

/** Birth and sex as the forecast wants them. HPV is forecast for girls; somebody of unknown sex is asked about first. */
export function childOf(person: Person): { birth: string; sex: 'F' | 'M' } {
  if (person.sex === 'unknown')
    refuse('person', { zh: '此人性别不详，请先更正登记', en: 'The sex is unknown; correct the registration first' })
  return { birth: person.birth, sex: person.sex === 'female' ? 'F' : 'M' }
}

/** The doses of a person that were not voided, oldest first. */
export async function dosesOf(context: Context, person: string): Promise<Vaccination[]> {
  const rows = await context.findAll(vaccination, and(eq(vaccinations.person, person), isNull(vaccinations.voidedAt)))
  return rows.sort((one, other) => (`${one.happenedOn} ${one.id}` < `${other.happenedOn} ${other.id}` ? -1 : 1))
}

/** A vaccination as the forecast reads it. */
export const asGiven = ({ vaccine, happenedOn }: Pick<Vaccination, 'vaccine' | 'happenedOn'>): GivenDose => ({
  vaccine: vaccine as VaccineCode,
  date: happenedOn,
})

/** What keeps a person from being given a series; a refusal does not, since the dose stays due. */
export async function exclusionsOf(context: Context, person: string): Promise<Exclusion[]> {
  const where = and(eq(exclusions.person, person), eq(exclusions.state, 'open'), isNull(exclusions.voidedAt))
  const rows = await context.findAll(exclusion, where)
  return rows
    .filter(({ kind }) => kind !== 'refusal')
    .map(({ series, until }) => ({ series: series as SeriesCode, until }))
}

/** The card of a person; undefined when there is none. */
export const findCard = (context: Context, person: string) =>
  context.find(card, and(eq(cards.person, person), isNull(cards.voidedAt)))

/** Twelve digits from the person’s id, so that a card has one number wherever it is made. */
const cardNumber = (person: string) => person.replaceAll('-', '').slice(-12).toUpperCase()

/**
 * Judges all doses of a person again and renews the plan on the card, which is made when there is none. Called after every change of a history: a dose entered
 * late can change what later ones count as.
 */
export async function settle(context: Context, id: string): Promise<void> {
  const person = await getPerson(context, id)
  const child = childOf(person)
  const rows = await dosesOf(context, id)
  const history = rows.map(asGiven)
  const schedule = scheduleOn(context.today)
  const held = await exclusionsOf(context, id)
  const verdicts = verdictsOf(history, forecast({ ...child, on: context.today, schedule, doses: history }))
  for (const [index, row] of rows.entries()) {
    const { dose, secondDose, reasons } = verdicts[index]!
    if (row.dose === dose && row.secondDose === secondDose && row.reasons.join() === reasons.join()) continue
    await context.changeOther(vaccination, row, { dose, secondDose, reasons: [...reasons] })
  }
  const plan = planOf(child, history, context.today, schedule, held)
  const known = await findCard(context, id)
  const values = { plan, wantedFrom: wantedFrom(plan) }
  if (known) await context.changeOther(card, known, values)
  else
    await context.createOther(card, {
      state: 'open',
      person: id,
      division: person.division,
      number: cardNumber(id),
      happenedOn: context.today,
      ...values,
    })
}
