import { countyOf, divisionLevel, rangeOf } from '../place/code.ts'
import type { Connection, Database } from '../store/connection.ts'
import type { House } from '../domain/registry.ts'
import type { Actor } from './actor.ts'
import { APPLICATION_ROLE, COUNTY_ROLE } from './policies.ts'

/** What row-level security is told a role may see: record types and the kernel's own kinds of data. */
function visibleKinds(house: House, role: string): string {
  const rights = house.roles.get(role)
  if (!rights) return ''
  const kinds = [...rights.sees]
  const has = (right: (typeof rights.role.rights)[number]) => rights.role.rights.includes(right)
  if (has('see-persons') || has('see-own-person')) kinds.push('person')
  if (has('see-figures')) kinds.push('figures')
  if (has('see-journal')) kinds.push('journal')
  if (has('write-bulletin') || has('write-summary') || has('sign-summary')) kinds.push('report')
  if (has('import')) kinds.push('import')
  return `,${kinds.join(',')},`
}

/** Puts a transaction under the actor's scope: from here to its end, row-level security decides what exists. */
export async function enterScope(connection: Connection, house: House, actor: Actor): Promise<void> {
  const range = rangeOf(actor.division)
  const role = divisionLevel(actor.division) === 'county' && !actor.person ? COUNTY_ROLE : APPLICATION_ROLE
  await connection.query(
    `select set_config('kangheng.sees', $1, true), set_config('kangheng.scope_from', $2, true), set_config('kangheng.scope_to', $3, true),
            set_config('kangheng.person', $4, true), set_config('kangheng.account', $5, true), set_config('kangheng.county', $6, true), set_config('role', $7, true)`,
    [
      visibleKinds(house, actor.role),
      range.from,
      range.to,
      actor.person ?? '',
      actor.account,
      countyOf(actor.division),
      role,
    ],
  )
}

/** Runs a piece of work as the actor, in one transaction: nothing outside the scope can be read or written, whatever the query says. */
export function asActor<Result>(
  database: Database,
  house: House,
  actor: Actor,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (connection) => {
    await enterScope(connection, house, actor)
    return work(connection)
  })
}
