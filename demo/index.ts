import type { AccountHouse } from '@kangheng/kernel/access/accounts.ts'
import { writeSetting } from '@kangheng/kernel/access/settings.ts'
import { createDemoAccounts, demoAccounts, type DemoAccount } from './accounts.ts'
import type { InventedCounty } from './city/invented-county.ts'
import { loadLayers, type LayersPlan, type LoadedLayers } from './layers/load-layers.ts'
import { loadStages } from './load.ts'
import { makeModel, type Model } from './model.ts'
import type { Seal } from './rows/people.ts'
import { stagesOf } from './stages.ts'

/** The demo county: 玉龙, on the last day of 2025, with figures from 2024 on and its months closed up to November. */
export const demoCounty = {
  code: '530721',
  today: '2025-12-31',
  firstMonth: '2024-01',
  closedUntil: '2025-11',
} as const

/** What the demo is loaded into: an installation that has its places and nothing else. */
export interface DemoHouse extends AccountHouse {
  readonly vault: Seal
}

export interface DemoOptions {
  /** 1 is the whole county; 0.05 a twentieth of its people in the same places. */
  readonly scale: number
  readonly seed: number
  /** Years of records; two when left out. */
  readonly years?: number | undefined
  /** The county planned beforehand by `planDemo`, while the database was being opened. */
  readonly model?: Model
  /** A county of the invented city, instead of 玉龙. */
  readonly invented?: InventedCounty | undefined
  /** Called as rows are written: step, rows done, rows of the step. */
  readonly onProgress: (step: string, done: number, total: number) => void
}

/** Plans the county's people and services in memory; needs no database. */
export function planDemo({
  scale,
  seed,
  years,
  invented,
}: Pick<DemoOptions, 'scale' | 'seed' | 'years' | 'invented'>): Model {
  return makeModel({ county: demoCounty.code, scale, seed, years, invented })
}

const inCounty = (account: DemoAccount, { say }: InventedCounty): DemoAccount => ({
  ...account,
  name: say(account.name),
  division: say(account.division),
  institution: account.institution && say(account.institution),
})

/** Creates the accounts and shows them at the sign-in. */
async function openAccounts(house: AccountHouse, accounts: readonly DemoAccount[]): Promise<void> {
  await createDemoAccounts(house, accounts)
  const shown = accounts.map(({ username, password }) => ({ username, password }))
  await writeSetting(house.database, house.county, 'demoAccounts', shown)
}

/**
 * Makes the synthetic county from one seed and loads it: people, records of two years, targets, one account per role.
 * Nothing is computed here and no figure is stored; whoever loads a demo builds its figures afterwards.
 * @returns the number of rows loaded.
 */
export async function loadDemo(house: DemoHouse, options: DemoOptions): Promise<number> {
  const { scale, seed, years, onProgress, invented } = options
  const model = options.model ?? planDemo(options)
  onProgress('生成人员', 0, 1)
  const stages = stagesOf(model, house.vault)
  const own = invented
    ? stages.map((stage) => ({ ...stage, tables: () => invented.translate(stage.tables()) }))
    : stages
  const rows = await loadStages(
    house,
    own,
    { scale, seed, ...(years ? { years } : {}) },
    onProgress,
    invented !== undefined,
  )
  const accounts = demoAccounts(model)
  await openAccounts(house, invented ? accounts.map((each) => inCounty(each, invented)) : accounts)
  return rows
}

/** Loads a county of any size, layer by layer and in bounded memory: the shares of the demo hold, its published counts do not. */
export async function loadLargeDemo(
  house: AccountHouse,
  plan: LayersPlan,
  onProgress: DemoOptions['onProgress'],
): Promise<LoadedLayers> {
  const loaded = await loadLayers(house, plan, onProgress)
  await openAccounts(house, loaded.accounts)
  return loaded
}
