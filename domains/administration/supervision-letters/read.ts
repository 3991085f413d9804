import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { letters } from './tables.ts'

/** The letters of a year by unit and matter, oldest first, as far as they are in sight. */
export async function letteredMatters(connection: Connection, county: string, year: number) {
  const rows = await ormOf(connection)
    .select({
      id: letters.id,
      number: letters.number,
      unit: letters.unit,
      matter: letters.matter,
      gravity: letters.gravity,
      state: letters.state,
    })
    .from(letters)
    .where(and(eq(letters.county, county), eq(letters.year, year), isNull(letters.voidedAt)))
    .orderBy(asc(letters.serial))
  return (unit: string, matter: string) => rows.filter((row) => row.unit === unit && row.matter === matter)
}

/** A letter within sight. @throws Refusal when there is none. */
export async function readSupervisionLetter(connection: Connection, county: string, id: string) {
  const [row] = await ormOf(connection)
    .select()
    .from(letters)
    .where(and(eq(letters.county, county), eq(letters.id, id)))
  return row ?? missing({ zh: '没有这份督办，或不在您的管辖范围内', en: 'No such letter within your scope' })
}
