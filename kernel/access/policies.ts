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
import { openWork, storedTasks } from '../task/tables.ts'
import { EVERYBODY } from './reading-log.ts'
import { accounts, readingLog, sessions, settings } from './tables.ts'

/** The database role requests of a township, a village or a resident run as; it owns nothing and cannot pass row-level security. */
export const APPLICATION_ROLE = 'kangheng_app'
/**
 * The role of requests that see a whole county. What they see is one equality, not a range: the planner takes a range it cannot look into for
 * half a per cent of the rows, and would plan the whole county as if it were a hamlet.
 */
export const COUNTY_ROLE = 'kangheng_county'

const BOTH = `${APPLICATION_ROLE}, ${COUNTY_ROLE}`

const FUNCTIONS = `
create schema if not exists kangheng;
create or replace function kangheng.sees(what text) returns boolean language sql stable parallel safe
  as $$ select position(',' || what || ',' in coalesce(current_setting('kangheng.sees', true), '')) > 0 $$;
create or replace function kangheng.scope_from() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kangheng.scope_from', true), ''), '~') $$;
create or replace function kangheng.scope_to() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('kangheng.scope_to', true), '') $$;
create or replace function kangheng.county() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('kangheng.county', true), '') $$;
create or replace function kangheng.own_persons() returns uuid[] language sql stable parallel safe
  as $$ select array_remove(string_to_array(concat_ws(',', nullif(current_setting('kangheng.person', true), ''), nullif(current_setting('kangheng.wards', true), '')), ','), '')::uuid[] $$;
create or replace function kangheng.sees_many() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('kangheng.person', true), '') = '' $$;
create or replace function kangheng.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kangheng.account', true), '')::uuid $$;
create or replace function kangheng.hides(what text, writer uuid) returns boolean language sql stable parallel safe
  as $$ select current_setting('role', true) in ('${APPLICATION_ROLE}', '${COUNTY_ROLE}') and not kangheng.sees(what) and kangheng.sees_many()
    and writer is distinct from kangheng.account() $$;
create or replace function kangheng.sees_any_role(roles jsonb) returns boolean language sql stable parallel safe
  as $$ select exists (select 1 from jsonb_array_elements_text(roles) as role where kangheng.sees('role:' || role)) $$;
grant usage on schema kangheng to ${BOTH};
`

const IN_SCOPE = `division >= (select kangheng.scope_from()) collate "C" and division < (select kangheng.scope_to()) collate "C"`
const IN_COUNTY = `county = (select kangheng.county()) collate "C"`
/** Divisions are seen by their codes; only what is no division, an institution, is looked for. */
const PLACE_IN_SCOPE = `((place >= (select kangheng.scope_from()) collate "C" and place < (select kangheng.scope_to()) collate "C")
  or place in (select leaf from place_ancestor where ancestor = (select kangheng.scope_from()) collate "C"))`
/** Rows of the holder of a resident's own account, and of the children in the holder's care. The cast makes the subquery one array instead of rows. */
const isOwn = (column: string) => `${column} = any ((select kangheng.own_persons())::uuid[])`
/** A resident's own account sees its persons' rows; everybody else sees a division's. */
const personOr = (column: string, otherwise: string) =>
  `case when (select kangheng.sees_many()) then (${otherwise}) else ${isOwn(column)} end`

/**
 * Division and own-person conditions are kept as plain ANDed comparisons, so that the planner can use indexes under row-level security.
 */
function scoped(table: PgTable, what: string, verbs: string, options: { person?: string; own?: string } = {}): string {
  const own = options.own ?? (options.person ? isOwn(options.person) : undefined)
  const sees = `(select kangheng.sees('${what}'))`
  const place = `${sees} and ${IN_SCOPE}${own ? ` and ((select kangheng.sees_many()) or ${own})` : ''}`
  return policy(getTableName(table), { place, county: `${IN_COUNTY} and ${sees}`, countyWrites: IN_SCOPE, verbs })
}

/** What rows of their county a table shows: to readers of a place, and to those of the whole county. */
interface Policy {
  readonly place: string
  readonly county: string
  /** What a row written for the county must satisfy besides. */
  readonly countyWrites?: string
  readonly verbs: string
}

/** Puts a table under these policies and no others, and grants what may be done with the rows they show. */
const under = (name: string, policies: string, verbs: string) => `
alter table "${name}" enable row level security;
drop policy if exists kangheng_scope on "${name}";
drop policy if exists kangheng_county on "${name}";
${policies}
revoke all on "${name}" from ${BOTH};
${verbs ? `grant ${verbs} on "${name}" to ${BOTH};` : ''}`

function policy(name: string, { place, county, countyWrites = 'true', verbs }: Policy): string {
  const inPlace = `${IN_COUNTY} and (${place})`
  return under(
    name,
    `create policy kangheng_scope on "${name}" for all to ${APPLICATION_ROLE} using (${inPlace}) with check (${inPlace});
create policy kangheng_county on "${name}" for all to ${COUNTY_ROLE} using (${county}) with check ((${county}) and (${countyWrites}));`,
    verbs,
  )
}

/** What everybody of a county may read. */
const open = (table: PgTable) => policy(getTableName(table), { place: 'true', county: IN_COUNTY, verbs: 'select' })
/** What belongs to no county: who may read at all, reads it. */
function common(table: PgTable): string {
  const name = getTableName(table)
  return under(name, `create policy kangheng_scope on "${name}" for select to ${BOTH} using (true);`, 'select')
}
const hidden = (table: PgTable) => policy(getTableName(table), { place: 'false', county: 'false', verbs: '' })

/** Rows of places within the reader's scope, for readers who see this kind of thing. */
function ofPlace(table: string, what: string, verbs: string): string {
  const sees = `(select kangheng.sees('${what}'))`
  return policy(table, {
    place: `${sees} and ${PLACE_IN_SCOPE}`,
    county: `${IN_COUNTY} and ${sees}`,
    countyWrites: PLACE_IN_SCOPE,
    verbs,
  })
}

/** Entries about confidential records are seen by whoever sees the record or made the entry, not by every reader of the journal. */
function journalOfConfidential(house: House): string {
  const ids = [...house.records.values()].filter((record) => record.confidential).map((record) => record.id)
  const allowed = ids.map((id) => `(record <> '${id}' or (select kangheng.sees('${id}')))`)
  const condition = [`account = (select kangheng.account())`, allowed.join(' and ')].join(' or ')
  const name = getTableName(journal)
  return `
drop policy if exists kangheng_confidential on "${name}";
${ids.length > 0 ? `create policy kangheng_confidential on "${name}" as restrictive for select to ${BOTH} using (${condition});` : ''}`
}

/**
 * How few people a figure may count before it is withheld from this reader; null where every figure of the indicator is told: it is of no restricted subject, the
 * reader sees its record, or the house itself reads.
 */
function guardFunction(house: House): string {
  const guards = [...house.indicators.values()].flatMap(({ id, guard }) =>
    guard ? [`('${id}', '${guard.record.id}', ${guard.below})`] : [],
  )
  const rows = ['(null::text, null::text, null::int)', ...guards].join(', ')
  return `
create or replace function kangheng.guard(what text) returns numeric language sql stable parallel safe as $$
  select g.below::numeric from (values ${rows}) as g (indicator, record, below)
  where g.indicator = what and not kangheng.sees(g.record) and current_setting('role', true) in ('${APPLICATION_ROLE}', '${COUNTY_ROLE}') $$;`
}

function kernelPolicies(): string[] {
  const ownEntry = `account = (select kangheng.account()) or (select kangheng.sees('journal'))`
  const ownReading = `(account = (select kangheng.account()) or (select kangheng.sees('person')))`
  return [
    common(divisions),
    open(institutions),
    open(placeAncestors),
    open(extensionFields),
    open(settings),
    open(indicatorTables.closedPeriods),
    open(indicatorTables.userIndicators),
    open(indicatorTables.figurePeriods),
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
    open(storedTasks),
    // Work is seen by who sees the record it is about, where it is to be done.
    policy(getTableName(openWork), {
      place: `kangheng.sees(record) and ${IN_SCOPE} and ((select kangheng.sees_many()) or ${isOwn('person')})`,
      county: `${IN_COUNTY} and kangheng.sees(record)`,
      verbs: 'select',
    }),
    // A picture is seen by who sees its record, where the record stands.
    policy('attachment', {
      place: `kangheng.sees(record) and ${IN_SCOPE} and ${personOr('person', 'true')}`,
      county: `${IN_COUNTY} and kangheng.sees(record)`,
      countyWrites: IN_SCOPE,
      verbs: 'select, insert',
    }),
    policy('journal', {
      place: `(${ownEntry} or (${personOr('person', 'false')})) and ${IN_SCOPE}`,
      county: `${IN_COUNTY} and (${ownEntry})`,
      countyWrites: IN_SCOPE,
      verbs: 'select, insert',
    }),
    policy('reading_log', {
      place: `${ownReading} and ${IN_SCOPE} and (person = '${EVERYBODY}' or ${personOr('person', 'true')})`,
      county: `${IN_COUNTY} and ${ownReading}`,
      countyWrites: IN_SCOPE,
      verbs: 'select, insert',
    }),
    ofPlace('figure', 'figures', 'select'),
    ofPlace('figure_place', 'figures', 'select'),
    ofPlace('measure_value', 'figures', 'select'),
    ofPlace('figure_revision', 'figures', 'select'),
    ofPlace('target', 'figures', 'select, insert, update'),
    ofPlace('aggregate_value', 'figures', 'select, insert, update'),
    policy('stale_mark', { place: 'true', county: IN_COUNTY, verbs: 'select, insert' }),
    hidden(indicatorTables.measureBases),
    hidden(indicatorTables.figureComputations),
    hidden(accounts),
    hidden(sessions),
    `grant usage, select on all sequences in schema public to ${BOTH};`,
    `revoke update, delete, truncate on "${getTableName(journal)}", "${getTableName(readingLog)}" from ${BOTH};`,
  ]
}

/** The whole of row-level security as one idempotent script, compiled from the declarations. */
export function compilePolicies(house: House, extra: readonly string[] = []): string {
  const roles = [APPLICATION_ROLE, COUNTY_ROLE].map(
    (
      role,
    ) => `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant ${role} to %I', current_user); exception when others then null; end $$;`,
  )
  const recordPolicies = [...house.records.values()].map((record) =>
    scoped(record.table as PgTable, record.id, 'select, insert, update', { person: 'person' }),
  )
  return [
    ...roles,
    FUNCTIONS,
    ...kernelPolicies(),
    guardFunction(house),
    journalOfConfidential(house),
    ...recordPolicies,
    ...extra,
    `grant usage on schema public to ${BOTH};`,
  ].join('\n')
}

/** A policy for a table of another part of the house (reporting): rows of places within the reader's scope, for roles with the right. */
export function placePolicy(table: string, right: string, verbs: string): string {
  return ofPlace(table, right, verbs)
}

/** Besides what `placePolicy` shows: rows which every role of the county with this right may read, wherever it stands. */
export function readingPolicy(table: string, right: string, condition: string): string {
  return `
drop policy if exists kangheng_reading on "${table}";
create policy kangheng_reading on "${table}" for select to ${BOTH} using (${IN_COUNTY} and (select kangheng.sees('${right}')) and ${condition});`
}
