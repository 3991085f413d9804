import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { allotments, budgets } from './tables.ts'

/** A year's money with the allotments in sight: all of them for the county, the own one for a township. */
export async function readAllotments(connection: Connection, county: string, id: string) {
  const orm = ormOf(connection)
  const [budget] = await orm
    .select()
    .from(budgets)
    .where(and(eq(budgets.county, county), eq(budgets.id, id)))
  const rows = await orm
    .select()
    .from(allotments)
    .where(and(eq(allotments.county, county), eq(allotments.budget, id), isNull(allotments.voidedAt)))
    .orderBy(asc(allotments.unit))
  return {
    budget: budget ?? missing({ zh: '没有这笔资金，或不在您的管辖范围内', en: 'No such money within your scope' }),
    rows,
  }
}
