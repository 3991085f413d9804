import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { changes, items, letters } from './tables.ts'

/** A letter with its items in order and what was changed since it was signed, newest first. */
export async function readTargetLetter(connection: Connection, county: string, id: string) {
  const orm = ormOf(connection)
  const [letter] = await orm
    .select()
    .from(letters)
    .where(and(eq(letters.county, county), eq(letters.id, id)))
  if (!letter) return missing({ zh: '没有这份责任书，或不在您的管辖范围内', en: 'No such letter within your scope' })
  const rows = await orm
    .select()
    .from(items)
    .where(and(eq(items.county, county), eq(items.letter, id), isNull(items.voidedAt)))
    .orderBy(asc(items.number))
  const ids = rows.map((row) => row.id)
  const changed =
    ids.length === 0
      ? []
      : await orm
          .select()
          .from(changes)
          .where(and(eq(changes.county, county), inArray(changes.item, ids)))
          .orderBy(desc(changes.happenedOn))
  return { letter, items: rows, changes: changed }
}
