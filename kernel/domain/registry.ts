import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { KernelRight, RoleDefinition } from '../access/actor.ts'
import { measuresOfAll, type Indicator } from '../indicator/indicator.ts'
import type { Measure } from '../indicator/measure.ts'
import { relationOf, type Relation } from '../indicator/relation.ts'
import type { TaskDefinition } from '../task/define-task.ts'
import type { ReportSection } from '../wording/paragraph.ts'
import type { AnyAction, AnyRecord, DomainDefinition } from './define-domain.ts'
import { checkDomains } from './check-domains.ts'

/** What a role may do, over all lines of business. */
export interface RoleRights {
  readonly role: RoleDefinition
  readonly may: ReadonlySet<string>
  readonly sees: ReadonlySet<string>
}

/** The whole house: every declaration by its id, checked as a whole. */
export interface House {
  readonly domains: readonly DomainDefinition[]
  readonly records: ReadonlyMap<string, AnyRecord>
  readonly actions: ReadonlyMap<string, AnyAction>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly measures: ReadonlyMap<string, Measure>
  readonly tasks: ReadonlyMap<string, TaskDefinition>
  readonly roles: ReadonlyMap<string, RoleRights>
  readonly sections: readonly ReportSection[]
  /** Relations whose figures a change of the table makes stale. */
  relationsOn(table: PgTable | string): readonly Relation[]
  domainOf(recordOrIndicator: string): DomainDefinition | undefined
}

function rightsOf(domains: readonly DomainDefinition[], roles: readonly RoleDefinition[]): Map<string, RoleRights> {
  const rights = new Map<string, { role: RoleDefinition; may: Set<string>; sees: Set<string> }>()
  for (const role of roles) rights.set(role.id, { role, may: new Set(), sees: new Set() })
  for (const domain of domains) {
    for (const grant of domain.grants) {
      const entry = rights.get(grant.role.id) ?? { role: grant.role, may: new Set<string>(), sees: new Set<string>() }
      for (const action of grant.may) entry.may.add(action.id)
      for (const record of grant.sees) entry.sees.add(record.id)
      rights.set(grant.role.id, entry)
    }
  }
  return rights
}

/**
 * Puts the lines of business together and checks the whole set: ids are unique, needs are present, every field is a column,
 * every action's states exist, every text has both languages. Throws one error that lists all faults.
 */
export function buildHouse(domains: readonly DomainDefinition[], roles: readonly RoleDefinition[] = []): House {
  const faults = checkDomains(domains)
  if (faults.length > 0) throw new Error(`The declarations do not fit together:\n- ${faults.join('\n- ')}`)
  const indicators = new Map(domains.flatMap((domain) => domain.indicators).map((each) => [each.id, each]))
  const measures = new Map(measuresOfAll(indicators.values()).map((each) => [each.id, each]))
  const byTable = new Map<string, Set<Relation>>()
  // Every record is a relation of its own, also where only run-time indicators count it.
  for (const record of domains.flatMap((domain) => domain.records))
    byTable.set(getTableName(record.table), new Set([relationOf(record)]))
  for (const measure of measures.values()) {
    if (measure.kind === 'aggregate') continue
    for (const table of measure.relation.tables) {
      const name = getTableName(table)
      byTable.set(name, (byTable.get(name) ?? new Set()).add(measure.relation))
    }
  }
  const owners = new Map<string, DomainDefinition>()
  for (const domain of domains)
    for (const part of [...domain.records, ...domain.indicators, ...domain.actions, ...domain.tasks])
      owners.set(part.id, domain)
  const sections = new Map(
    domains.flatMap((domain) => domain.paragraphs).map((each) => [each.section.id, each.section]),
  )
  return {
    domains,
    records: new Map(domains.flatMap((domain) => domain.records).map((each) => [each.id, each])),
    actions: new Map(domains.flatMap((domain) => domain.actions).map((each) => [each.id, each])),
    indicators,
    measures,
    tasks: new Map(domains.flatMap((domain) => domain.tasks).map((each) => [each.id, each])),
    roles: rightsOf(domains, roles),
    sections: [...sections.values()].sort((one, other) => one.order - other.order),
    relationsOn: (table) => [...(byTable.get(typeof table === 'string' ? table : getTableName(table)) ?? [])],
    domainOf: (id) => owners.get(id),
  }
}

/** Whether a role has one of the kernel's rights. */
export function hasRight(house: House, role: string, right: KernelRight): boolean {
  return house.roles.get(role)?.role.rights.includes(right) ?? false
}
