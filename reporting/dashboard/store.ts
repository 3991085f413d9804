import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Cell } from './cell.ts'
import { dashboard } from './records.ts'

/** A dashboard as it is opened. */
export interface StoredDashboard {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly ownerName: string
  readonly owner: string
  readonly sharedWith: readonly string[]
  readonly cells: readonly Cell[]
}

/** A dashboard in the list. */
export type ListedDashboard = Omit<StoredDashboard, 'cells'> & { readonly views: number }

const COLUMNS = `id, version, json_build_object('zh', title_zh, 'en', title_en) as title, owner_name as "ownerName", recorded_by as owner, shared_with as "sharedWith"`
const IN_USE = `county = $1 and state = 'active' and voided_at is null`

/** Dashboards that the reader may open: the own ones first, then those shared with the reader's role. A house without dashboards keeps none. */
export async function listDashboards(
  connection: Connection,
  house: House,
  county: string,
  account: string,
): Promise<ListedDashboard[]> {
  if (!house.records.has(dashboard.id)) return []
  return connection.query<ListedDashboard>(
    `select ${COLUMNS}, jsonb_array_length(cells) as views from dashboard where ${IN_USE} order by recorded_by is distinct from $2, title_zh, id limit 200`,
    [county, account],
  )
}

/** One of them. @throws Refusal when there is none that the reader may open. */
export async function getDashboard(
  connection: Connection,
  house: House,
  county: string,
  id: string,
): Promise<StoredDashboard> {
  const [found] = house.records.has(dashboard.id)
    ? await connection.query<StoredDashboard>(`select ${COLUMNS}, cells from dashboard where ${IN_USE} and id = $2`, [
        county,
        id,
      ])
    : []
  return found ?? missing({ zh: '没有这个看板，或没有共享给您', en: 'There is no such dashboard for you to read' })
}
