import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { vaccinations } from '../tables.ts'

/** Somebody who was given a dose of a lot. */
export interface Recipient {
  readonly vaccination: string
  readonly person: string
  readonly division: string
  readonly institution: string | null
  readonly givenOn: string
}

/** Everybody who was given a dose of a lot, wherever it was in stock, within what the reader may see; by day. */
export async function recipientsOf(
  connection: Connection,
  county: string,
  lot: { readonly vaccine: string; readonly lotNumber: string },
): Promise<Recipient[]> {
  const rows = await ormOf(connection)
    .select({
      vaccination: vaccinations.id,
      person: vaccinations.person,
      division: vaccinations.division,
      institution: vaccinations.institution,
      givenOn: vaccinations.happenedOn,
    })
    .from(vaccinations)
    .where(
      and(
        eq(vaccinations.county, county),
        eq(vaccinations.lotNumber, lot.lotNumber),
        eq(vaccinations.vaccine, lot.vaccine),
        isNull(vaccinations.voidedAt),
      ),
    )
    .orderBy(asc(vaccinations.happenedOn), asc(vaccinations.id))
  return rows.flatMap(({ person, ...row }) => (person === null ? [] : [{ ...row, person }]))
}
