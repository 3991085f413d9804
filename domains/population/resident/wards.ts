import { sql } from 'drizzle-orm'
import { addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'

/** Until this age in months the parents decide about a child's personal data. Source: 个人信息保护法 art. 31 (minors under 14). */
const UNTIL = 14 * 12

/**
 * Children whom somebody looks after as a parent: those of the mother by the registration of birth, and sons and daughters in the household of which the
 * person is head or spouse. Grandparents, and parents who live as children in a household, are told by the registration of birth alone.
 */
export async function wardsOf(
  connection: Connection,
  { county, today }: { readonly county: string; readonly today: IsoDate },
  person: string,
): Promise<string[]> {
  const after = addMonths(today, -UNTIL)
  const rows = await runSql<{ id: string }>(
    connection,
    sql`select child.id from person parent join person child on child.county = parent.county and child.household = parent.household
      where parent.county = ${county} and parent.id = ${person} and parent.state = 'resident' and parent.relation in ('02', '10')
        and child.relation in ('20', '30') and child.state = 'resident' and child.birth > ${after}::date
      union
      select child.id from resident_birth b join person child on child.county = b.county and child.id = b.person
      where b.county = ${county} and b.mother = ${person} and b.voided_at is null and child.state = 'resident' and child.birth > ${after}::date
      order by 1`,
  )
  return rows.map(({ id }) => id)
}
