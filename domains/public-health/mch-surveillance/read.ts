import { and, desc, eq, isNull } from 'drizzle-orm'
import { findPlace } from '@kangheng/kernel/place/find.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { networks, print } from './networks.ts'
import { returns, surveys } from './tables.ts'

/** A return within sight with its lines, empty before it was counted, and what surveys of its place and quarter found. @throws Refusal when there is none. */
export async function readReturn(connection: Connection, county: string, id: string) {
  const orm = ormOf(connection)
  const [found] = await orm
    .select()
    .from(returns)
    .where(and(eq(returns.county, county), eq(returns.id, id), isNull(returns.voidedAt)))
  const row = found ?? missing({ zh: '没有这份季报，或不在您的管辖范围内', en: 'No such return within your scope' })
  const same = and(
    ...[eq(surveys.county, county), eq(surveys.network, row.network), eq(surveys.quarter, row.quarter)],
    ...[eq(surveys.division, row.division), isNull(surveys.voidedAt)],
  )
  const surveyed = await orm.select().from(surveys).where(same).orderBy(desc(surveys.happenedOn))
  return {
    row,
    network: networks[row.network],
    placeName: (await findPlace(connection, county, row.division))?.name ?? row.division,
    lines: row.counts === null ? [] : print(row.network, row.counts),
    surveys: surveyed.map(({ happenedOn, found: all, registered, missedRate, sources }) => ({
      ...{ happenedOn, found: all, registered, missedRate, sources },
    })),
  }
}
export type PrintedReturn = Awaited<ReturnType<typeof readReturn>>
