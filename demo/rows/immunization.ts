import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { forecast } from '@kangheng/domains/public-health/immunization/forecast/forecast.ts'
import { scheduleOn } from '@kangheng/domains/public-health/immunization/forecast/schedules.ts'
import type { VaccineCode } from '@kangheng/domains/public-health/immunization/forecast/vaccines.ts'
import * as tables from '@kangheng/domains/public-health/immunization/tables.ts'
import { planOf, wantedFrom } from '@kangheng/domains/public-health/immunization/vaccination/plan.ts'
import { verdictsOf } from '@kangheng/domains/public-health/immunization/vaccination/verdicts.ts'
import { cardNumber } from '../ids.ts'
import { isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { planVaccinations, type GivenVaccine, type VaccinatedChild } from '../services/immunization.ts'
import { planExposures, type Exposure } from '../services/rabies.ts'
import { coldChainTables, refrigeratorOf } from './cold-chain.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { vaccinationClinicTables } from './vaccination-clinic.ts'

const MANUFACTURER = '虚构生物制品有限公司'
const thighs = ['right-thigh', 'left-thigh'] as const

/** Site and route of a vaccine, by age. Source: domain-facts § 2.1. */
function placeOn(vaccine: VaccineCode, young: boolean): [site: string, route: string] {
  if (vaccine === 'bOPV') return ['mouth', 'oral']
  if (vaccine === 'BCG') return ['left-arm', 'intradermal']
  const under = ['MMR', 'MR', 'JE-L', 'MPSV-A', 'MPSV-AC', 'HepA-L'].includes(vaccine)
  return under
    ? ['left-arm', 'subcutaneous']
    : [young ? thighs[vaccine === 'IPV' ? 1 : 0] : 'right-arm', 'intramuscular']
}

/** A lot lasts a quarter: its number, and the last day of use two years later. */
interface LotOfQuarter {
  readonly number: string
  readonly quarter: string
  readonly expiresOn: string
}
const lotsMade = new Map<string, LotOfQuarter>()

/** The lot of a vaccine that is in use on a day. */
export function lotOf(vaccine: VaccineCode, on: Day): LotOfQuarter {
  const month = isoOf(on).slice(0, 7)
  const key = vaccine + month
  const known = lotsMade.get(key)
  if (known) return known
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  const quarter = `${year}Q${Math.ceil(number / 3)}`
  const made = {
    number: `${vaccine.replace('-', '')}${quarter.slice(2)}`,
    quarter,
    expiresOn: `${Number(year) + 2}-${number < 7 ? '06-30' : '12-31'}`,
  }
  lotsMade.set(key, made)
  return made
}

/** Quarters whose lots are still in the refrigerators. */
const IN_STOCK = ['2025Q3', '2025Q4']

/** What each clinic has used of the lots it still has. */
type Stock = Map<string, { id: string; institution: string; vaccine: VaccineCode; on: Day; used: number }>

const stockKey = (institution: string, vaccine: VaccineCode, quarter: string) => `${institution} ${vaccine} ${quarter}`

function clinicOf({ person }: VaccinatedChild, { atBirth }: GivenVaccine, hospital: string): string {
  return atBirth ? hospital : centreCode(person.household.village.code.slice(0, 9))
}

const childOf = ({ person }: VaccinatedChild) => ({
  birth: isoOf(person.birth),
  sex: person.sex === 'female' ? ('F' as const) : ('M' as const),
})
/** What the forecast is to know: the doses in their order, then immunoglobulin after a bite, which keeps live vaccines away. */
const historyOf = ({ doses, person }: VaccinatedChild, immunoglobulin: ReadonlyMap<string, readonly Day[]>) => [
  ...doses.map(({ vaccine, on }) => ({ vaccine, date: isoOf(on) })),
  ...(immunoglobulin.get(person.id) ?? []).map((on) => ({ vaccine: 'RIG-H' as const, date: isoOf(on) })),
]

/** The days on which people had immunoglobulin after an exposure to rabies. */
function immunoglobulinDays(exposures: readonly Exposure[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>()
  for (const { person, on, immunoglobulin } of exposures)
    if (immunoglobulin !== null) days.set(person.id, [...(days.get(person.id) ?? []), on])
  return days
}

/** IU of a vial of human rabies immunoglobulin. */
const VIAL = 200

/** What the clinics for exposure to rabies gave, as it stands in people’s vaccinations; takes it from the stock as well. */
function rabiesRows({ county, idOf }: Model, exposures: readonly Exposure[], stock: Stock): CopyValue[][] {
  const given = exposures.flatMap(({ person, doses, on, immunoglobulin }) => [
    ...doses.map((dose) => ({ person, vaccine: 'RabV' as const, on: dose.on, count: 1 })),
    ...(immunoglobulin === null
      ? []
      : [{ person, vaccine: 'RIG-H' as const, on, count: Math.ceil(immunoglobulin / VIAL) }]),
  ])
  return given.map(({ person, vaccine, on, count }, serial) => {
    const { code } = person.household.village
    const institution = centreCode(code.slice(0, 9))
    const lot = lotOf(vaccine, on)
    const held = stock.get(stockKey(institution, vaccine, lot.quarter))
    if (held) held.used += count
    const [site, route] = ['right-arm', 'intramuscular']
    const day = isoOf(on)
    return [
      ...[county, idOf('rabies-vaccination', serial), code, institution, person.id, day, 'given', evening(day)],
      ...[vaccine, null, lot.number, lot.expiresOn, vaccine === 'RabV' ? site : null, route, false, true],
    ]
  })
}

/** Doses from before the years of the records were entered from the books, with lot and day and little else. */
function* vaccinationRows(
  model: Model,
  children: readonly VaccinatedChild[],
  immunoglobulin: ReadonlyMap<string, readonly Day[]>,
  stock: Stock,
): Generator<CopyValue[]> {
  const { county, idOf } = model
  const today = isoOf(TODAY)
  const schedule = scheduleOn(today)
  const hospital = `H${county}001`
  let serial = 0
  for (const child of children) {
    const { person, doses } = child
    const village = person.household.village.code
    const centre = centreCode(village.slice(0, 9))
    const history = historyOf(child, immunoglobulin)
    const verdicts = verdictsOf(history, forecast({ ...childOf(child), on: today, schedule, doses: history }))
    for (const [index, { vaccine, on, atBirth }] of doses.entries()) {
      const institution = atBirth ? hospital : centre
      const lot = lotOf(vaccine, on)
      const given = on >= RECORDS_FROM && on >= person.cameOn
      const held = given ? stock.get(stockKey(institution, vaccine, lot.quarter)) : undefined
      if (held) held.used += 1
      const [site, route] = given ? placeOn(vaccine, on - person.birth < 365) : [null, null]
      const day = isoOf(on)
      yield [
        county,
        idOf('vaccination', serial),
        village,
        institution,
        person.id,
        day,
        given ? 'given' : 'entered',
        evening(on < person.cameOn ? isoOf(person.cameOn) : day),
        vaccine,
        verdicts[index]!.dose,
        lot.number,
        given ? lot.expiresOn : null,
        site,
        route,
        vaccine === 'HepB' && atBirth,
        given,
      ]
      serial += 1
    }
  }
}

function* cardRows(
  { county, idOf }: Model,
  children: readonly VaccinatedChild[],
  immunoglobulin: ReadonlyMap<string, readonly Day[]>,
): Generator<CopyValue[]> {
  const today = isoOf(TODAY)
  const schedule = scheduleOn(today)
  for (const child of children) {
    const { index, person, cardOn } = child
    const plan = planOf(childOf(child), historyOf(child, immunoglobulin), today, schedule)
    yield [
      ...[county, idOf('immunization-card', index), person.household.village.code],
      ...[
        centreCode(person.household.village.code.slice(0, 9)),
        person.id,
        isoOf(cardOn),
        'open',
        evening(isoOf(cardOn)),
      ],
      ...[cardNumber(person.id), JSON.stringify(plan), wantedFrom(plan)],
    ]
  }
}

function* lotRows(model: Model, stock: Stock): Generator<CopyValue[]> {
  const random = randomOf(model.seed, 'vaccine lots')
  for (const { id, institution, vaccine, on, ...given } of stock.values()) {
    const lot = lotOf(vaccine, on)
    const used = given.used * model.layer.of
    const received = Math.ceil((used + random.int(2, 12)) / 5) * 5
    const discarded = random.chance(0.1) ? random.int(1, 2) : 0
    const day = isoOf(on)
    const division = institution.startsWith('C') ? institution.slice(1) : model.county
    yield [
      ...[model.county, id, division, institution, null, day, 'in-use', evening(day)],
      ...[vaccine, lot.number, MANUFACTURER, lot.expiresOn, received, used, discarded],
      refrigeratorOf(model, institution),
    ]
  }
}

const REACTIONS = ['接种部位红肿硬结', '发热38.6℃', '皮疹', '哭闹、食欲减退'] as const

/** Reactions after one dose in a thousand or so, in the years of the records; reported within two days. */
function eventRows(model: Model, children: readonly VaccinatedChild[]): CopyValue[][] {
  const random = randomOf(model.seed, 'adverse events')
  const rows: CopyValue[][] = []
  let serial = 0
  for (const child of children)
    for (const given of child.doses) {
      const { vaccine, on } = given
      const vaccination = serial
      serial += 1
      if (on < TODAY - 729 || on > TODAY - 3 || on < child.person.cameOn || !random.chance(0.0009)) continue
      const found = `${isoOf(on + 1)} 09:30:00+08`
      rows.push([
        ...[model.county, model.idOf('adverse-event', rows.length), child.person.household.village.code],
        ...[clinicOf(child, given, `H${model.county}001`), child.person.id, isoOf(on + 1), 'closed', found],
        ...[
          model.idOf('vaccination', vaccination),
          vaccine,
          lotOf(vaccine, on).number,
          'common',
          random.pick(REACTIONS),
        ],
        ...[found, `${isoOf(on + 3)} 09:30:00+08`, `${isoOf(on + 1)} 16:00:00+08`, '一般反应，已痊愈'],
      ])
    }
  return rows
}

/** Lots of the last two quarters in every township’s refrigerator and in the hospital of birth. */
function openStock(model: Model): Stock {
  const stock: Stock = new Map()
  const townships = [...new Set(model.population.villages.map((village) => village.code.slice(0, 9)))]
  const programme = ['HepB', 'IPV', 'bOPV', 'DTaP', 'MMR', 'JE-L', 'MPSV-A', 'MPSV-AC', 'HepA-L'] as const
  const rabies = ['RabV', 'RIG-H'] as const
  const add = (institution: string, vaccine: VaccineCode, quarter: string, on: Day) => {
    const id = model.idOf('vaccine-lot', stock.size)
    stock.set(stockKey(institution, vaccine, quarter), { id, institution, vaccine, on, used: 0 })
  }
  for (const quarter of IN_STOCK) {
    const on = quarter === '2025Q3' ? TODAY - 183 : TODAY - 91
    for (const vaccine of ['HepB', 'BCG'] as const) add(`H${model.county}001`, vaccine, quarter, on)
    for (const township of townships) for (const vaccine of programme) add(centreCode(township), vaccine, quarter, on)
    // The clinics for exposure to rabies draw from the same refrigerators.
    for (const township of townships) for (const vaccine of rabies) add(centreCode(township), vaccine, quarter, on)
  }
  return stock
}

/** Vaccination cards, doses, lots and reactions. Lots come last: what was used of them is known when all doses are written. */
export function immunizationTables(model: Model): TableRows[] {
  const children = planVaccinations(model.population, model.seed)
  const exposures = planExposures(model.population, model.seed)
  const immunoglobulin = immunoglobulinDays(exposures)
  const stock = openStock(model)
  const rabies = rabiesRows(model, exposures, stock)
  const doses = children.reduce((sum, child) => sum + child.doses.length, 0)
  const events = eventRows(model, children)
  return [
    rowsFor(
      tables.cards,
      [...recordColumns, 'number', 'plan', 'wantedFrom'],
      children.length,
      cardRows(model, children, immunoglobulin),
    ),
    rowsFor(
      tables.vaccinations,
      // prettier-ignore
      [...recordColumns, 'vaccine', 'dose', 'lotNumber', 'expiresOn', 'site', 'route', 'within24Hours', 'verified'],
      doses,
      vaccinationRows(model, children, immunoglobulin, stock),
    ),
    rowsFor(
      tables.vaccinations,
      // prettier-ignore
      [...recordColumns, 'vaccine', 'dose', 'lotNumber', 'expiresOn', 'site', 'route', 'within24Hours', 'verified'],
      rabies.length,
      rabies,
    ),
    rowsFor(
      tables.lots,
      [
        ...recordColumns,
        'vaccine',
        'lotNumber',
        'manufacturer',
        'expiresOn',
        'received',
        'used',
        'discarded',
        'equipment',
      ],
      stock.size,
      lotRows(model, stock),
    ),
    rowsFor(
      tables.adverseEvents,
      // prettier-ignore
      [...recordColumns, 'vaccination', 'vaccine', 'lotNumber', 'severity', 'symptoms', 'foundAt', 'reportBy', 'reportedAt', 'conclusion'],
      events.length,
      events,
    ),
    ...vaccinationClinicTables(model, children),
    ...coldChainTables(model),
  ]
}
