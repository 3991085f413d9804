import { sql } from 'drizzle-orm'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'

/** A lot that a clinic or the county has stopped, as its manufacturer numbered it. */
export interface StoppedLot {
  readonly vaccine: string
  readonly lotNumber: string
  readonly manufacturer: string
  readonly stoppedOn: IsoDate
  readonly stoppedReason: string
}

/**
 * The lots that are stopped anywhere in the county, latest first. Read with the house's rights: the clinic that stopped a lot may be another one than that of a
 * person's home, and a village doctor who calls the families sees no stock. A lot says nothing about anybody.
 */
export function stoppedLots(connection: Connection, county: string): Promise<StoppedLot[]> {
  return withHouseRights(connection, () =>
    runSql<StoppedLot>(
      connection,
      sql`select vaccine, lot_number as "lotNumber", max(manufacturer) as manufacturer, max(stopped_on)::text as "stoppedOn", max(stopped_reason) as "stoppedReason"
        from immunization_lot where county = ${county} and state = 'stopped' and voided_at is null group by 1, 2 order by max(stopped_on) desc, 1, 2`,
    ),
  )
}
