import { addMonths } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { vaccineTitles, type routes, type sites } from '../codes.ts'
import { CATCH_UP_UNTIL } from '../forecast/rules.ts'
import type { VaccineCode } from '../forecast/vaccines.ts'
import { lot, vaccination } from '../records.ts'
import type { lots } from '../tables.ts'
import { findCard, settle } from '../vaccination/settle.ts'
import { remaining } from './lot.ts'
import { getLot } from './usable-lot.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>

/** What another line of business gives somebody from the stock of immunization, today. */
export interface GivenFromStock {
  readonly person: string
  /** Id of the lot. */
  readonly lot: string
  /** What may be given; a lot of anything else is refused. */
  readonly products: readonly VaccineCode[]
  /** Doses or vials; all of one lot. */
  readonly count: number
  readonly site: keyof typeof sites | null
  readonly route: keyof typeof routes
  readonly vaccinator: string
}

/**
 * Takes a product from a lot under the rules of the stock (not stopped, set aside, expired or used up; first expired, first out), and enters it in the
 * person's history: so a recall names who had it, a reaction can be reported, and immunoglobulin keeps live vaccines at a distance. Call it once the line of
 * business has judged that it is to be given. Refuses at `lot`.
 */
export async function giveFromStock(context: Context, given: GivenFromStock): Promise<RowOf<typeof lots>> {
  const person = await getPerson(context, given.person)
  assertAlive(person)
  const taken = await getLot(context, given.lot, context.today)
  const vaccine = taken.vaccine as VaccineCode
  if (!given.products.includes(vaccine))
    refuse('lot', {
      zh: `该批次是${vaccineTitles[vaccine].zh}，请选${given.products.map((each) => vaccineTitles[each].zh).join('或')}`,
      en: `This lot is ${vaccineTitles[vaccine].en}; choose ${given.products.map((each) => vaccineTitles[each].en).join(' or ')}`,
    })
  const left = remaining(taken)
  if (given.count > left)
    refuse('lot', { zh: `该批次只剩${left}支（剂）`, en: `There are only ${left} left of this lot` })
  await context.createOther(vaccination, {
    state: 'given',
    person: person.id,
    division: person.division,
    happenedOn: context.today,
    vaccine,
    lot: taken.id,
    lotNumber: taken.lotNumber,
    manufacturer: taken.manufacturer,
    expiresOn: taken.expiresOn,
    site: given.site,
    route: given.route,
    vaccinator: given.vaccinator,
    verified: true,
  })
  await context.changeOther(lot, taken, { used: taken.used + given.count })
  // Whoever is still vaccinated by the programme is judged anew; an adult bitten by a dog needs no card.
  const young = addMonths(person.birth, CATCH_UP_UNTIL) > context.today
  if (young || (await findCard(context, person.id))) await settle(context, person.id)
  return taken
}
