import type { Kind } from '@kangheng/domains/public-health/chronic-disease-report/codes.ts'
import { fatal, nextFollowUp, SAME_EVENT_DAYS } from '@kangheng/domains/public-health/chronic-disease-report/rules.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** A report card with what became of it. */
export interface ChronicCase {
  readonly person: Resident
  readonly kind: Kind
  readonly code: string
  readonly basis: string
  readonly on: Day
  readonly reportedOn: Day
  readonly reviewedOn: Day | null
  readonly lastFollowedOn: Day | null
  readonly followUpOn: Day | null
  readonly diedOn: Day | null
  readonly fatal: boolean | null
}

type Yearly = readonly [kind: Kind, code: string, basis: string, of100000: number]
/** New cases a year of 100,000 residents of 40 and more who live on. */
const yearly: readonly Yearly[] = [
  ['stroke', 'I63.9', 'imaging', 430],
  ['stroke', 'I61.9', 'imaging', 95],
  ['stroke', 'I60.9', 'imaging', 14],
  ['infarction', 'I21.9', 'laboratory', 62],
  ['cancer', 'C34.9', 'pathology', 52],
  ['cancer', 'C16.9', 'pathology', 30],
  ['cancer', 'C22.0', 'imaging', 22],
  ['cancer', 'C18.9', 'pathology', 36],
  ['cancer', 'C20', 'pathology', 24],
  ['cancer', 'C50.9', 'pathology', 44],
  ['cancer', 'C53.9', 'pathology', 26],
  ['cancer', 'C73', 'pathology', 40],
  ['cancer', 'C61', 'pathology', 12],
]
const ofOneSex: Readonly<Record<string, string>> = { 'C50.9': 'female', 'C53.9': 'female', C61: 'male' }

function known(
  random: Random,
  person: Resident,
  [kind, code, basis]: readonly [Kind, string, string, ...unknown[]],
  on: Day,
): ChronicCase {
  const reportedOn = Math.min(TODAY, on + (random.chance(0.94) ? random.int(1, 26) : random.int(30, 70)))
  const reviewed = reportedOn + random.int(1, 6)
  const diedOn = person.leftBy === 'death' && person.leftOn !== null ? person.leftOn : null
  const outcomeDue = kind === 'cancer' ? on + 365 : on + SAME_EVENT_DAYS
  const followed = outcomeDue + random.int(0, 12)
  const lastFollowedOn = diedOn === null && followed <= TODAY && random.chance(0.96) ? followed : null
  const next = nextFollowUp(kind, isoOf(on), lastFollowedOn === null ? undefined : isoOf(lastFollowedOn))
  return {
    ...{ person, kind, code, basis, on, reportedOn, lastFollowedOn, diedOn },
    reviewedOn: reviewed <= TODAY ? reviewed : null,
    followUpOn: diedOn !== null || next === null ? null : dayOf(next),
    fatal:
      diedOn !== null ? fatal(isoOf(on), isoOf(diedOn)) : kind !== 'cancer' && lastFollowedOn !== null ? false : null,
  }
}

const kindOf = (code: string): readonly [Kind, string] | undefined =>
  code.startsWith('C')
    ? ['cancer', 'imaging']
    : /^I2[12]/.test(code)
      ? ['infarction', 'laboratory']
      : /^I6[0134]/.test(code)
        ? ['stroke', 'imaging']
        : undefined

/** Cards of those who died of a registered disease, as far as somebody reported them, and of those who live on. */
export function planChronicCases({
  deaths,
  population,
  seed,
}: Pick<Model, 'deaths' | 'population' | 'seed'>): ChronicCase[] {
  const random = randomOf(seed, 'chronic cases')
  const ofDeaths = deaths.flatMap(({ person, on, found, chain }): ChronicCase[] => {
    const kind = found.underlying === null ? undefined : kindOf(found.underlying)
    if (!kind || !random.chance(0.975)) return []
    const line = chain.find(({ code }) => code === found.underlying)
    const began = Math.max(person.birth, on - Math.ceil(line?.days ?? 1))
    // Most cancers are seen under the microscope; of a few nobody knew before the death.
    const basis = random.chance(0.05) ? 'death' : kind[0] === 'cancer' && random.chance(0.62) ? 'pathology' : kind[1]
    return [known(random, person, [kind[0], found.underlying!, basis], began)]
  })
  const years = (TODAY - RECORDS_FROM) / 365
  const ofLiving = population.residents.flatMap((person): ChronicCase[] => {
    const age = yearsBetween(person.birth, TODAY)
    if (age < 40) return []
    const weight = (age / 62) ** 2
    for (const each of yearly) {
      const [, code, , of100000] = each
      const fits = ofOneSex[code] === undefined || ofOneSex[code] === person.sex
      if (!random.chance((of100000 / 100_000) * years * weight) || !fits) continue
      // Who fell ill last year and died of it is among the deaths already.
      const on = Math.max(person.cameOn, TODAY - 2 - Math.floor(random.next() ** 1.3 * (TODAY - RECORDS_FROM - 2)))
      return [known(random, person, each, on)]
    }
    return []
  })
  return [...ofDeaths, ...ofLiving]
}
