import { eq } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { cardFaults, maybeSameIllness } from './card-rules.ts'
import { countedCategories } from './codes.ts'
import type { CardInput } from './inputs.ts'
import { momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import { findDisease } from './notifiable/list.ts'
import { notifiableCase } from './records.ts'
import { notifiableCases } from './tables.ts'

/** The patient's birth date, if the patient is in sight. */
async function birthOf({ connection }: Pick<ActionContext, 'connection'>, person: string): Promise<IsoDate | null> {
  const [row] = await ormOf(connection).select({ birth: persons.birth }).from(persons).where(eq(persons.id, person))
  return row?.birth ?? null
}

/** Holds a card against the rules; refuses the first fault with its field and tells the others in the detail. */
export async function checkedValues(
  context: Pick<ActionContext, 'connection'>,
  person: string,
  input: CardInput,
  now: Moment,
) {
  const diagnosedAt = momentOf(input.diagnosedOn, input.diagnosedTime)
  const faults = cardFaults({ ...input, diagnosedAt, birth: await birthOf(context, person) }, now)
  const [first] = faults
  if (first) refuse(first.field, first.text, { faults })
  const disease = findDisease(input.disease)!
  return {
    disease: input.disease,
    subtype: input.subtype ?? null,
    diseaseClass: disease.class,
    category: input.category,
    course: input.course ?? null,
    happenedOn: input.onsetOn,
    diagnosedAt,
    diedOn: input.diedOn ?? null,
    group: input.group,
    workplace: input.workplace || null,
    schoolClass: input.schoolClass || null,
    guardian: input.guardian || null,
    address: input.address || null,
    origin: input.origin,
    counted: countedCategories.includes(input.category) && !disease.uncounted?.includes(input.subtype ?? ''),
    confidential: disease.confidential === true,
  }
}

/** Whether a card has everything the card of 2019 asks for; address, and for those who work the workplace, are often left out. */
export function isComplete(input: CardInput): boolean {
  return (
    Boolean(input.address) &&
    (Boolean(input.workplace) || ['child-at-home', 'farmer', 'household', 'retired', 'unknown'].includes(input.group))
  )
}

const dayNumber = (day: IsoDate) => Date.parse(day) / 86_400_000

/** An earlier card of the same person that may be the same illness. */
export async function findSameIllness(
  { findAll }: Pick<ActionContext, 'findAll'>,
  person: string,
  card: { disease: string; subtype: string | null; happenedOn: IsoDate },
  except?: string,
) {
  const earlier = await findAll(notifiableCase, eq(notifiableCases.person, person))
  const illness = { ...card, onset: dayNumber(card.happenedOn) }
  return earlier.find(
    (each) =>
      each.id !== except &&
      each.voidedAt === null &&
      ['reported', 'reviewed'].includes(each.state) &&
      maybeSameIllness(illness, { ...each, onset: dayNumber(each.happenedOn) }),
  )
}
