import { readCounty, type CountyData } from '@kangheng/kernel/place/county-data.ts'
import { truthOfInvented, type InventedCounty } from './city/invented-county.ts'
import { keepYears, LEAST_YEARS } from './days.ts'
import { idMaker } from './ids.ts'
import { onlyLayer, seedOf, type Layer } from './layer.ts'
import { generatePopulation } from './people/generate.ts'
import type { Population } from './people/model.ts'
import { planVillages } from './people/villages.ts'
import { planBirths, type Born } from './services/births.ts'
import { planChildren, type ChildInCare } from './services/child-health.ts'
import { planCheckUps, planVisitCheckUps, type CheckUp } from './services/check-ups.ts'
import { planPatients, type Patient } from './services/chronic-patients.ts'
import { chooseSigned, planContracts, type Contract } from './services/contracts.ts'
import { planDeaths, type Death } from './services/deaths.ts'
import { planDeliveries, type Delivery } from './services/deliveries.ts'
import { planKeyPopulation, type KeyPopulation } from './services/key-population.ts'
import { planCopd, type CopdPlan } from './services/copd.ts'
import { planPregnancies, type Pregnancy } from './services/maternal-health.ts'
import { planMentalPatients, type MentalPatient } from './services/mental-patients.ts'
import { planPackages, type PackagePlan } from './services/packages.ts'
import { planRelief, type ReliefRegister } from './services/relief.ts'
import { planTeams, type Team } from './services/teams.ts'
import { countyTruth, type CountyTruth } from './truth.ts'

/** What a demo is made from. */
export interface DemoPlan {
  /** Six digits; its divisions ship with the house. */
  readonly county: string
  /** 1 is the whole county. */
  readonly scale: number
  readonly seed: number
  /** Years of records; two when left out. */
  readonly years?: number | undefined
  /** The layer of a county of several, whose residents are told by `scale`; the whole county when left out. */
  readonly layer?: Layer
  /** A county of the invented city, planned under the codes of `county`. */
  readonly invented?: InventedCounty | undefined
}

/** The whole demo county in memory, before it is loaded. The same plan gives the same model. */
export interface Model {
  readonly county: string
  readonly places: CountyData
  readonly layer: Layer
  readonly seed: number
  readonly idOf: ReturnType<typeof idMaker>
  readonly truth: CountyTruth
  readonly population: Population
  readonly teams: readonly Team[]
  readonly packages: readonly PackagePlan[]
  readonly relief: ReliefRegister
  readonly key: KeyPopulation
  readonly contracts: readonly Contract[]
  readonly deliveries: readonly Delivery[]
  /** Live births in the years of the records. */
  readonly births: readonly Born[]
  /** Deaths in the years of the records. */
  readonly deaths: readonly Death[]
  /** Children under seven in care in these years. */
  readonly children: readonly ChildInCare[]
  /** Pregnancies booked in these years. */
  readonly pregnancies: readonly Pregnancy[]
  /** People under management for hypertension or diabetes, and examinations that no contract promised. */
  readonly patients: readonly Patient[]
  readonly checkUps: readonly CheckUp[]
  /** Patients with severe mental disorder. */
  readonly mentalPatients: readonly MentalPatient[]
  /** Chronic obstructive pulmonary disease: patients and screenings. */
  readonly copd: CopdPlan
}

/** A part that is made when it is first asked for. */
function once<Part>(make: () => Part): () => Part {
  let part: { made: Part } | undefined
  return () => (part ??= { made: make() }).made
}

/**
 * Makes the model: people first, then the register, the key population, who has signed, and what was done for them.
 * Each part is made when it is first needed, so that loading can begin with the people.
 */
export function makeModel({ county, scale, seed: given, layer: wanted, invented, years }: DemoPlan): Model {
  keepYears(years ?? LEAST_YEARS)
  const places = invented?.model ?? readCounty(county)
  const truth = invented ? truthOfInvented(countyTruth(scale), invented) : countyTruth(scale)
  const layer = wanted ?? onlyLayer(truth.residents)
  const seed = seedOf(given, layer)
  const idOf = idMaker(seed)
  // What all layers share is made from the given seed, by each of them anew.
  const shared = idMaker(given)
  const villages = planVillages(places, truth.residents, given, layer)
  const population = once(() => generatePopulation(villages, seed, idOf, invented?.share ?? layer))
  const teams = once(() =>
    planTeams(planVillages(places, layer.largest, given), truth.teams, truth.doctors, given, shared),
  )
  const packages = planPackages(shared)
  const relief = once(() => planRelief(population(), truth, seed, idOf))
  const key = once(() => planKeyPopulation(population(), relief(), truth, seed))
  const contracts = once(() => {
    const signed = chooseSigned(population(), key(), relief(), truth, seed)
    const people = { population: population(), key: key(), relief: relief(), signed }
    return planContracts({ ...people, teams: teams(), packages, seed, idOf })
  })
  const deliveries = once(() => planDeliveries(contracts(), seed))
  const births = once(() => planBirths(population(), seed))
  const deaths = once(() => planDeaths(population(), seed))
  const children = once(() => [
    ...planChildren({ population: population(), births: births(), deliveries: deliveries(), seed }),
  ])
  const pregnancies = once(() => planPregnancies({ population: population(), births: births(), seed }))
  const patients = once(() => planPatients(population(), key(), seed))
  const mentalPatients = once(() => planMentalPatients({ population: population(), key: key(), seed }))
  const copd = once(() => planCopd(population(), seed))
  const checkUps = once(() => {
    const planned = planCheckUps(population(), patients(), deliveries(), seed)
    const fit = mentalPatients().flatMap(({ person, visits }) =>
      visits.filter((visit) => visit.mode !== 'phone' && visit.class !== 'unstable').map(({ on }) => ({ person, on })),
    )
    const met = copd().patients.flatMap(({ person, visits }) => visits.map(({ on }) => ({ person, on })))
    return [...planned, ...planVisitCheckUps([...fit, ...met], planned, deliveries(), seed)]
  })
  return {
    county,
    places,
    layer,
    seed,
    idOf,
    truth,
    packages,
    get population() {
      return population()
    },
    get teams() {
      return teams()
    },
    get relief() {
      return relief()
    },
    get key() {
      return key()
    },
    get contracts() {
      return contracts()
    },
    get deliveries() {
      return deliveries()
    },
    get births() {
      return births()
    },
    get deaths() {
      return deaths()
    },
    get children() {
      return children()
    },
    get pregnancies() {
      return pregnancies()
    },
    get patients() {
      return patients()
    },
    get copd() {
      return copd()
    },
    get mentalPatients() {
      return mentalPatients()
    },
    get checkUps() {
      return checkUps()
    },
  }
}
