import { uuidv7 } from 'uuidv7'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { ResidentEntry } from './entry.ts'

/** A household as a register tells it: everybody of one village group under one head's name, up to the next person who is a head of that name. */
export interface Family {
  readonly division: string
  readonly head: string
  readonly group: string | null
  /** Several households of a group may have heads of the same name; they are counted in the order of the file. */
  readonly ordinal: number
}

const nameOf = (family: Pick<Family, 'division' | 'head' | 'group'>) =>
  [family.division, family.group ?? '', family.head].join('|')

/** The family of every entry, in the order of the file; none where the register names no head. */
export function familiesOf(
  entries: Iterable<Pick<ResidentEntry, 'villageCode' | 'group' | 'householdHead' | 'relation'>>,
): (Family | undefined)[] {
  const headsSeen = new Map<string, number>()
  return Array.from(entries, ({ villageCode: division, group, householdHead: head, relation }) => {
    if (head === null) return undefined
    const name = nameOf({ division, group, head })
    const heads = headsSeen.get(name) ?? 0
    if (relation === '户主') headsSeen.set(name, heads + 1)
    return { division, head, group, ordinal: relation === '户主' ? heads : Math.max(heads - 1, 0) }
  })
}

/** A household that is to be opened. */
export interface NewHousehold extends Family {
  readonly id: string
  readonly number: string
}

/**
 * Finds the households of families, in the order of their numbers where heads have the same name, and numbers those that are still to be opened.
 * Holds each village's series until the transaction ends.
 */
export async function matchHouseholds(
  connection: Connection,
  county: string,
  families: readonly Family[],
): Promise<{ idOf: (family: Family) => string | undefined; opened: NewHousehold[] }> {
  const villages = [...new Set(families.map((family) => family.division))].sort()
  for (const village of villages)
    await connection.query(`select pg_advisory_xact_lock(hashtext('household'), hashtext($1))`, [village])
  const rows = await connection.query<{
    id: string
    division: string
    head: string
    group: string | null
    number: string
  }>(
    `select id, division, head_name as head, village_group as group, number from household
     where county = $1 and division = any($2::text[]) order by division, number`,
    [county, villages],
  )
  const ids = new Map<string, string[]>()
  const last = new Map<string, number>()
  for (const row of rows) {
    const name = nameOf(row)
    const known = ids.get(name)
    if (known) known.push(row.id)
    else ids.set(name, [row.id])
    last.set(row.division, Math.max(last.get(row.division) ?? 0, Number(row.number) || 0))
  }
  const opened: NewHousehold[] = []
  for (const family of families) {
    const known = ids.get(nameOf(family)) ?? []
    ids.set(nameOf(family), known)
    while (known.length <= family.ordinal) {
      const number = (last.get(family.division) ?? 0) + 1
      last.set(family.division, number)
      const id = uuidv7()
      known.push(id)
      opened.push({ ...family, ordinal: known.length - 1, id, number: String(number).padStart(5, '0') })
    }
  }
  return { idOf: (family) => ids.get(nameOf(family))?.[family.ordinal], opened }
}
