import { type Case, type Dose, dosesOf } from './case.ts'
import { dayOf } from './day.ts'
import { judgeSeries, type OwnRules } from './judge.ts'
import { conclude, notApplicable, wantedDose } from './next-dose.ts'
import type { SeriesForecast } from './result.ts'
import type { VaccineCode } from './vaccines.ts'

/** IPV by a product’s instructions: a fourth dose at 18 months, and oral vaccine at 4 years is not needed. Source: 2021 edition, polio. */
const IPV_ONLY_FOURTH_FROM = 18

const ownExpenseAge = 108

const holdsIpv = (dose: Dose) => dose.vaccine === 'IPV' || (dose.vaccine !== 'bOPV' && dose.vaccine !== 'tOPV')

const polio: OwnRules = {
  minimumAge: (dose, position, valid) =>
    position === 3 && [...valid, dose].every(holdsIpv) ? IPV_ONLY_FOURTH_FROM : undefined,
}

/** Children born from this day on get MMR for both doses; for older ones two doses against measles count, one of them against all three. Source: 2021 edition, MMR, catch-up. */
const MMR_TWICE_FROM = dayOf('2019-10-01')

/**
 * Whoever was born before the programme was widened needs two doses against measles, of whatever product. Source: 2021 edition, MMR, catch-up; it says
 * “2007年扩免前”, the day is that of the plan (扩大国家免疫规划实施方案).
 */
const WIDENED_ON = dayOf('2007-12-29')

function measles(person: Case): OwnRules {
  const full = (dose: Dose) => dose.vaccine === 'MMR'
  return {
    fault(dose, position, valid) {
      if (full(dose) || person.birth < WIDENED_ON) return null
      const stands = person.birth < MMR_TWICE_FROM && (position === 0 || valid.some(full))
      return stands || position > 1 ? null : 'product'
    },
  }
}

/** A dose before the programme was bought, and may follow the instructions: from 9 years. */
function papilloma(person: Case): OwnRules {
  const { humanPapillomavirus } = person.schedule
  const begins = humanPapillomavirus ? dayOf(humanPapillomavirus.from) : Number.POSITIVE_INFINITY
  return { minimumAge: (dose) => (dose.day < begins ? ownExpenseAge : undefined) }
}

/** Series without rules of their own, and those with a few. */
export function forecastSeries(person: Case, series: 'HepB' | 'BCG' | 'Polio' | 'MMR' | 'JE' | 'HepA'): SeriesForecast {
  const rule = person.schedule.series[series]
  const own = series === 'Polio' ? polio : series === 'MMR' ? measles(person) : {}
  const standing = judgeSeries(person, rule, dosesOf(person, series), own)
  return conclude(person, series, standing, wantedDose(person, rule, standing.valid))
}

/** HPV: girls born after the day the programme names, from the day it began. */
export function forecastPapilloma(person: Case): SeriesForecast {
  const rule = person.schedule.series.HPV
  const doses = dosesOf(person, 'HPV')
  if (person.sex !== 'F')
    return notApplicable(
      'HPV',
      doses.map(({ vaccine, date }) => ({ vaccine, date, id: null, valid: false, reason: 'not-applicable' })),
    )
  const standing = judgeSeries(person, rule, doses, papilloma(person))
  const wanted = wantedDose(person, rule, standing.valid)
  const programme = person.schedule.humanPapillomavirus
  if (wanted && (!programme || person.birth <= dayOf(programme.bornAfter))) return notApplicable('HPV', standing.judged)
  return conclude(
    person,
    'HPV',
    standing,
    wanted && programme ? { ...wanted, earliest: Math.max(wanted.earliest, dayOf(programme.from)) } : wanted,
  )
}

/** The product a polio dose is given as: IPV until two doses of it are in, then oral vaccine. Source: 2021 edition, polio, catch-up (2). */
export function polioProduct(person: Case): VaccineCode {
  const doses = dosesOf(person, 'Polio')
  return doses.some((dose) => dose.vaccine === 'tOPV') || doses.filter(holdsIpv).length >= 2 ? 'bOPV' : 'IPV'
}
