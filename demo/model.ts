import { readCounty } from '@kangheng/kernel/place/county-data.ts'
import { idMaker } from './ids.ts'
import { generatePopulation } from './people/generate.ts'
import type { Population } from './people/model.ts'
import { chooseSigned, planContracts, type Contract } from './services/contracts.ts'
import { planDeliveries, type Delivery } from './services/deliveries.ts'
import { planKeyPopulation, type KeyPopulation } from './services/key-population.ts'
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
}

/** The whole demo county in memory, before it is loaded. The same plan gives the same model. */
export interface Model {
  readonly county: string
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
}

/** Makes the model: people first, then the register, the key population, who has signed, and what was done for them. */
export function makeModel({ county, scale, seed }: DemoPlan): Model {
  const idOf = idMaker(seed)
  const truth = countyTruth(scale)
  const population = generatePopulation(readCounty(county), truth.residents, seed, idOf)
  const teams = planTeams(population.villages, truth.teams, truth.doctors, seed, idOf)
  const packages = planPackages(idOf)
  const relief = planRelief(population, truth, seed, idOf)
  const key = planKeyPopulation(population, relief, truth, seed)
  const signed = chooseSigned(population, key, relief, truth, seed)
  const contracts = planContracts(population, teams, packages, key, signed, seed, idOf)
  const deliveries = planDeliveries(contracts, seed)
  return { county, seed, idOf, truth, population, teams, packages, relief, key, contracts, deliveries }
}
