import type { Text } from '../../text/text.ts'
import type { TableShape } from './shape.ts'

/** The column that rows are distributed by: rows of one county lie together, on one node. */
export const DISTRIBUTION_COLUMN = 'county'

/** Where a table lies: in shards by county, whole on every node, or on the coordinator alone. */
export type Placement = 'distributed' | 'reference' | 'local'

/** A table of the plan. */
export interface PlannedTable {
  readonly name: string
  readonly placement: Placement
  readonly rows: number
}

/** Why a table cannot be distributed as it is. */
export interface PlanFault {
  readonly table: string
  readonly what: string
  readonly text: Text
}

/** What is to be done with every table, in the order in which it is done. */
export interface DistributionPlan {
  readonly tables: readonly PlannedTable[]
  readonly faults: readonly PlanFault[]
}

const placementOf = (table: TableShape, bookkeeping: readonly string[]): Placement => {
  if (bookkeeping.includes(table.name)) return 'local'
  return table.columns.some((column) => column.name === DISTRIBUTION_COLUMN) ? 'distributed' : 'reference'
}

function keyFaults(table: TableShape): PlanFault[] {
  return table.keys
    .filter((key) => !key.columns.includes(DISTRIBUTION_COLUMN))
    .map((key) => ({
      table: table.name,
      what: key.name,
      text: {
        zh: `唯一键 ${key.name} 不含 county，分布式表无法保证其唯一`,
        en: `the unique key ${key.name} does not contain county, so that no node could hold it unique`,
      },
    }))
}

function nullFaults(table: TableShape): PlanFault[] {
  const column = table.columns.find((each) => each.name === DISTRIBUTION_COLUMN)!
  if (column.notNull) return []
  return [
    {
      table: table.name,
      what: DISTRIBUTION_COLUMN,
      text: { zh: 'county 可以为空，无法确定所在节点', en: 'county may be null, so that a row would have no node' },
    },
  ]
}

/** A reference to a row of another node could not be checked: both ends are named by county, or what is referred to is on every node. */
function foreignKeyFaults(table: TableShape, placements: ReadonlyMap<string, Placement>): PlanFault[] {
  const from = placements.get(table.name)!
  return table.foreignKeys
    .filter((key) => {
      const to = placements.get(key.references)
      if (from === 'reference') return to !== 'reference'
      if (to === 'reference') return false
      const at = key.columns.indexOf(DISTRIBUTION_COLUMN)
      return to !== 'distributed' || at < 0 || key.referenced[at] !== DISTRIBUTION_COLUMN
    })
    .map((key) => ({
      table: table.name,
      what: key.name,
      text: {
        zh: `外键 ${key.name} 指向 ${key.references}，两端不在同一节点`,
        en: `the foreign key ${key.name} refers to ${key.references}, whose rows lie on other nodes`,
      },
    }))
}

function triggerFaults(table: TableShape): PlanFault[] {
  return table.triggers.map((name) => ({
    table: table.name,
    what: name,
    text: { zh: `触发器 ${name} 不能分布`, en: `the trigger ${name} cannot be distributed` },
  }))
}

/**
 * Plans the distribution of a schema: what has a county lies in shards by it, what has none lies on every node, and the migrations' own tables stay on the
 * coordinator. Reference tables come first, then the others, the largest first: whoever is stopped half-way has done most of the work.
 * @param bookkeeping tables that only migrations read and write
 */
export function planDistribution(shapes: readonly TableShape[], bookkeeping: readonly string[]): DistributionPlan {
  const placements = new Map(shapes.map((shape) => [shape.name, placementOf(shape, bookkeeping)]))
  const of = (placement: Placement) => shapes.filter((shape) => placements.get(shape.name) === placement)
  const bySize = (one: TableShape, other: TableShape) =>
    other.rows - one.rows || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
  const distributed = of('distributed').sort(bySize)
  const faults = [
    ...distributed.flatMap((shape) => [
      ...keyFaults(shape),
      ...nullFaults(shape),
      ...foreignKeyFaults(shape, placements),
      ...triggerFaults(shape),
    ]),
    ...of('reference').flatMap((shape) => [...foreignKeyFaults(shape, placements), ...triggerFaults(shape)]),
  ]
  const order = [...of('reference').sort(bySize), ...distributed, ...of('local').sort(bySize)]
  return {
    tables: order.map(({ name, rows }) => ({ name, rows, placement: placements.get(name)! })),
    faults,
  }
}
