import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { House } from '../domain/registry.ts'
import { divisions, institutions, placeAncestors } from '../place/tables.ts'
import {
  duplicateCandidates,
  households,
  personIdentifiers,
  personMerges,
  persons,
  residenceEpisodes,
} from '../person/tables.ts'
import { extensionFields, journal, journalSeals } from '../record/tables.ts'
import { importFiles, importJobs, importRows } from '../exchange/tables.ts'
import * as indicatorTables from '../indicator/tables.ts'
import { accounts, readingLog, sessions, settings } from './tables.ts'

/** The database role every request runs as; it owns nothing and cannot pass row-level security. */
export const APPLICATION_ROLE = 'kangheng_app'

const FUNCTIONS = `
create schema if not exists kangheng;
create or replace function kangheng.sees(what text) returns boolean language sql stable parallel safe
  as $$ select position(',' || what || ',' in coalesce(current_setting('kangheng.sees', true), '')) > 0 $$;
create or replace function kangheng.scope_from() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kangheng.scope_from', true), ''), '~') $$;
create or replace function kangheng.scope_to() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('kangheng.scope_to', true), '') $$;
create or replace function kangheng.own_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kangheng.person', true), '')::uuid $$;
create or replace function kangheng.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kangheng.account', true), '')::uuid $$;
grant usage on schema kangheng to ${APPLICATION_ROLE};
`

const IN_SCOPE = `division >= (select kangheng.scope_from()) collate "C" and division < (select kangheng.scope_to()) collate "C"`
/** A resident's own account sees one person's rows; everybody else sees a division's. */
const personOr = (column: string, otherwise: string) =>
  `case when (select kangheng.own_person()) is null then (${otherwise}) else ${column} = (select kangheng.own_person()) end`

/**
 * Division and own-person conditions are kept as plain ANDed comparisons, so that the planner can use indexes under row-level security.
 */
function scoped(table: PgTable, what: string, verbs: string, options: { person?: string; own?: string } = {}): string {
  const own = options.own ?? (options.person ? `${options.person} = (select kangheng.own_person())` : undefined)
  const condition = `(select kangheng.sees('${what}')) and ${IN_SCOPE}${
    own ? ` and ((select kangheng.own_person()) is null or ${own})` : ''
  }`
  return policy(getTableName(table), condition, verbs)
}

function policy(name: string, condition: string, verbs: string): string {
  return `
alter table "${name}" enable row level security;
drop policy if exists kangheng_scope on "${name}";
create policy kangheng_scope on "${name}" for all to ${APPLICATION_ROLE} using (${condition}) with check (${condition});
revoke all on "${name}" from ${APPLICATION_ROLE};
${verbs ? `grant ${verbs} on "${name}" to ${APPLICATION_ROLE};` : ''}`
}

const open = (table: PgTable, verbs = 'select') => policy(getTableName(table), 'true', verbs)
const hidden = (table: PgTable) => policy(getTableName(table), 'false', '')

function kernelPolicies(): string[] {
  const inPlace = `place in (select leaf from place_ancestor where ancestor = (select kangheng.scope_from()) collate "C")`
  const sees = (right: string, condition: string) => `(select kangheng.sees('${right}')) and (${condition})`
  return [
    open(divisions),
    open(institutions),
    open(placeAncestors),
    open(extensionFields),
    open(settings),
    open(indicatorTables.closedPeriods),
    open(indicatorTables.userIndicators),
    open(journalSeals),
    scoped(persons, 'person', 'select, insert, update', { person: 'id' }),
    // Of the households a resident sees the own one: the subquery is under the policy of persons itself.
    scoped(households, 'person', 'select, insert, update', { own: 'id in (select household from person)' }),
    scoped(residenceEpisodes, 'person', 'select, insert, update', { person: 'person' }),
    scoped(personIdentifiers, 'person', 'select, insert, update', { person: 'person' }),
    scoped(duplicateCandidates, 'person', 'select, insert, update', { own: 'false' }),
    scoped(personMerges, 'person', 'select, insert, update', { own: 'false' }),
    scoped(importJobs, 'import', 'select'),
    scoped(importRows, 'import', 'select'),
    hidden(importFiles),
    policy(
      'journal',
      `(account = (select kangheng.account()) or (select kangheng.sees('journal')) or (${personOr('person', 'false')})) and ${IN_SCOPE}`,
      'select, insert',
    ),
    policy(
      'reading_log',
      `(account = (select kangheng.account()) or (select kangheng.sees('person'))) and ${IN_SCOPE} and ${personOr('person', 'true')}`,
      'select, insert',
    ),
    policy('figure', sees('figures', inPlace), 'select'),
    policy('measure_value', sees('figures', inPlace), 'select'),
    policy('figure_revision', sees('figures', inPlace), 'select'),
    policy('target', sees('figures', inPlace), 'select, insert, update'),
    policy('aggregate_value', sees('figures', inPlace), 'select, insert, update'),
    policy('stale_place', 'true', 'select, insert, update'),
    hidden(indicatorTables.measureBases),
    hidden(accounts),
    hidden(sessions),
    `grant usage, select on all sequences in schema public to ${APPLICATION_ROLE};`,
    `revoke update, delete, truncate on "${getTableName(journal)}", "${getTableName(readingLog)}" from ${APPLICATION_ROLE};`,
  ]
}

/** The whole of row-level security as one idempotent script, compiled from the declarations. */
export function compilePolicies(house: House, extra: readonly string[] = []): string {
  const role = `do $$ begin create role ${APPLICATION_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$;`
  const recordPolicies = [...house.records.values()].map((record) =>
    scoped(record.table as PgTable, record.id, 'select, insert, update', { person: 'person' }),
  )
  const membership = `do $$ begin execute format('grant ${APPLICATION_ROLE} to %I', current_user); exception when others then null; end $$;`
  return [
    role,
    membership,
    FUNCTIONS,
    ...kernelPolicies(),
    ...recordPolicies,
    ...extra,
    `grant usage on schema public to ${APPLICATION_ROLE};`,
  ].join('\n')
}

/** A policy for a table of another part of the house (reporting): rows of places within the reader's scope, for roles with the right. */
export function placePolicy(table: string, right: string, verbs: string): string {
  return policy(
    table,
    `(select kangheng.sees('${right}')) and place in (select leaf from place_ancestor where ancestor = (select kangheng.scope_from()) collate "C")`,
    verbs,
  )
}
