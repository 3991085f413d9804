import { escapeLiteral } from 'pg'
import { countyOf, divisionLevel, rangeOf } from '../place/code.ts'
import type { Connection, Database } from '../store/connection.ts'
import type { House } from '../domain/registry.ts'
import type { Actor } from './actor.ts'
import { APPLICATION_ROLE, COUNTY_ROLE } from './policies.ts'

/** What row-level security is told a role may see: record types and the kernel's own kinds of data. */
function visibleKinds(house: House, role: string): string {
  const rights = house.roles.get(role)
  if (!rights) return ''
  // What is shared with a role is seen by whoever has it.
  const kinds = [...rights.sees, `role:${role}`]
  const has = (right: (typeof rights.role.rights)[number]) => rights.role.rights.includes(right)
  if (has('see-persons') || has('see-own-person')) kinds.push('person')
  if (has('see-figures')) kinds.push('figures')
  if (has('see-journal')) kinds.push('journal')
  if (has('write-bulletin') || has('write-summary') || has('sign-summary')) kinds.push('report')
  if (has('import')) kinds.push('import')
  return `,${kinds.join(',')},`
}

/** What puts a transaction under the actor's scope: from there to its end, row-level security decides what exists. */
function scopeScript(house: House, actor: Actor): string {
  const range = rangeOf(actor.division)
  const settings = {
    'kangheng.sees': visibleKinds(house, actor.role),
    'kangheng.scope_from': range.from,
    'kangheng.scope_to': range.to,
    'kangheng.county': countyOf(actor.division),
    'kangheng.person': actor.person ?? '',
    'kangheng.wards': actor.person ? (actor.wards ?? []).join(',') : '',
    'kangheng.account': actor.account,
    // Last: from here on nothing else may be set that the role may not set.
    role:
      ['city', 'county'].includes(divisionLevel(actor.division) ?? '') && !actor.person
        ? COUNTY_ROLE
        : APPLICATION_ROLE,
  }
  // By SET LOCAL in a block, not by set_config(): a distributed database tells its nodes of each SET LOCAL that stands by itself, and of nothing else.
  const lines = Object.entries(settings).map(([name, value]) => `set local ${name} = ${escapeLiteral(value)};`)
  return `do $scope$ begin ${lines.join(' ')} end $scope$`
}

/** Runs a piece of work as the actor, in one transaction: nothing outside the scope can be read or written, whatever the query says. */
export function asActor<Result>(
  database: Database,
  house: House,
  actor: Actor,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return database.transaction(work, scopeScript(house, actor))
}
