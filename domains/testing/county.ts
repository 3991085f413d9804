import { randomUUID } from 'node:crypto'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import { buildHouse, type House } from '@kangheng/kernel/domain/registry.ts'
import { findFigure, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { checkDigit } from '@kangheng/kernel/person/identity-number.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { runAction, type ActionAnswer } from '@kangheng/kernel/record/pipeline.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { roles } from '../roles.ts'

/** A county for tests of lines of business: real places, no people, a fixed day. */
export interface TestCounty {
  readonly database: Database
  readonly house: House
  readonly county: string
  today: IsoDate
  /** Runs an action as this actor. */
  act(actor: Actor, action: string, input: unknown, on?: { id: string; version?: number }): Promise<ActionAnswer>
  /** A figure as every reader gets it; fails when there is none. */
  figure(indicator: string, place: string, period: string): Promise<FigureParts>
  close(): Promise<void>
}

/** What a test of an indicator compares. */
export type FigureParts = Pick<FigureReading, 'value' | 'numerator' | 'denominator'>

/** Two townships are enough for every rule about places, and their figures are computed in a fraction of the time. */
async function keepTownships(database: Database, townships: readonly string[]): Promise<void> {
  const elsewhere = (column: string) => `length(${column}) > 6 and not left(${column}, 9) = any($1::text[])`
  await database.query(`delete from division where ${elsewhere('code')}`, [townships])
  await database.query(`delete from institution where ${elsewhere('division')}`, [townships])
  await database.query(
    'delete from place_ancestor where leaf not in (select code from division union select code from institution)',
  )
}

/** Opens an empty migrated county with these lines of business. */
export async function openTestCounty(
  domains: readonly DomainDefinition[],
  today: IsoDate,
  policies: readonly string[] = [],
): Promise<TestCounty> {
  setVault(openVault(new Uint8Array(32).fill(42)))
  const house = buildHouse(domains, roles)
  const database = await openTestDatabase(house, policies)
  const county = '530721'
  await loadPlaces(database, county)
  await keepTownships(database, ['530721102', '530721103'])
  const setting: TestCounty = {
    database,
    house,
    county,
    today,
    act: (actor, action, input, on) =>
      runAction({ database, house, county, today: () => setting.today }, actor, {
        action,
        requestId: randomUUID(),
        input,
        ...on,
      }),
    async figure(indicator, place, period) {
      const found = await findFigure(database, county, indicator, place, period)
      if (!found) throw new Error(`No figure ${indicator} of ${place} for ${period}`)
      return { value: found.value, numerator: found.numerator, denominator: found.denominator }
    },
    close: () => database.close(),
  }
  return setting
}

/** Actors of tests: a village doctor, a township centre, the county's section. */
export const actors = {
  village: (division = '530721102201') => testActor('village-doctor', division, { institution: `V${division}` }),
  township: (division = '530721102') => testActor('township-centre', division, { institution: `C${division}` }),
  bureau: testActor('bureau-section'),
  leader: testActor('bureau-leader'),
  administrator: testActor('administrator'),
}

/** A valid citizen number of an invented person: area, birth date, sequence (800 to 989; odd for men). */
export function testNumber(birth: IsoDate, sequence: number, area = '530721'): string {
  const digits = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** Enters somebody who lives in a village since 2020, or since birth, and gives the person’s id; `sequence` as in `testNumber`. */
export async function enterResident(
  county: TestCounty,
  { birth, sequence, division }: { birth: IsoDate; sequence: number; division: string },
): Promise<string> {
  const { id } = await county.act(actors.bureau, 'resident.registration.register', {
    name: '木测试',
    documentNumber: testNumber(birth, sequence),
    division,
    happenedOn: birth > '2020-01-01' ? birth : '2020-01-01',
    usual: true,
    registered: true,
    source: 'household-visit',
  })
  const rows = await county.database.query<{ person: string }>(
    'select person from resident_registration where id = $1',
    [id],
  )
  return rows[0]!.person
}

/** A predicate for `assert.rejects`: the refusal is of this kind and about this field. */
export const refusal = (kind: string, field?: string) => (error: unknown) => {
  if (!(error instanceof Refusal)) throw error
  return error.kind === kind && (field === undefined || error.field === field)
}
