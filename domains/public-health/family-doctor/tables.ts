import { boolean, date, index, integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { kernelColumns, recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { PackageItem } from './service-items.ts'

/** Contract teams. `happenedOn` is the day the team was formed; its division is the township (or village) it works for. */
export const teams = recordTable('family_doctor_team', {
  name: text('name').notNull(),
  /** Codes of the villages the team answers for. */
  villages: jsonb('villages').$type<string[]>().notNull(),
  /** The second "1" of 1+1+1: the county hospital that takes the team's referrals. */
  countyHospital: codeText('county_hospital'),
  /** The third "1": the city or provincial hospital, by name. */
  cityHospital: text('city_hospital'),
  dissolvedOn: date('dissolved_on'),
})

/** Team members. `happenedOn` is the day of joining; `leftOn` the first day no longer in the team. */
export const members = recordTable('family_doctor_member', {
  team: uuid('team').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  account: uuid('account'),
  leftOn: date('left_on'),
})

/** Service packages. Never changed once made: a new version is a new package, the old one is retired. */
export const packages = recordTable('family_doctor_package', {
  code: codeText('code').notNull(),
  name: text('name').notNull(),
  grade: text('grade', { enum: ['basic', 'paid'] }).notNull(),
  /** What the resident pays per year, in yuan. */
  fee: numeric('fee', { precision: 10, scale: 2 }).notNull(),
  /** Key groups the package is meant for; empty: anybody. */
  groups: jsonb('groups').$type<string[]>().notNull(),
  items: jsonb('items').$type<PackageItem[]>().notNull(),
  retiredOn: date('retired_on'),
})

/** Contracts. `happenedOn` is the day of signing; valid on the days of [startsOn, endsOn). */
export const contracts = pgTable(
  'family_doctor_contract',
  {
    ...kernelColumns(),
    team: uuid('team').notNull(),
    doctor: uuid('doctor').notNull(),
    package: uuid('package').notNull(),
    /** The household that signed together. */
    household: uuid('household'),
    years: integer('years').notNull(),
    startsOn: date('starts_on').notNull(),
    /** First day no longer valid; moved forward by termination. */
    endsOn: date('ends_on').notNull(),
    /** The end that was agreed at signing; what renewal is due on. */
    agreedEndsOn: date('agreed_ends_on').notNull(),
    /** Grade, fee and number of items per year as agreed at signing. */
    grade: text('grade', { enum: ['basic', 'paid'] }).notNull(),
    fee: numeric('fee', { precision: 10, scale: 2 }).notNull(),
    itemsDue: integer('items_due').notNull(),
    /** The contract this one continues. */
    renews: uuid('renews'),
    endReason: text('end_reason'),
    endNote: text('end_note'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('family_doctor_contract_place').on(table.division, table.happenedOn, table.id),
    index('family_doctor_contract_date').on(table.happenedOn, table.id),
    index('family_doctor_contract_person').on(table.person),
    index('family_doctor_contract_doctor').on(table.doctor, table.endsOn),
    index('family_doctor_contract_renews').on(table.renews),
  ],
)

/** Services the team gives itself: guidance, home visits, medication advice. Other lines of business keep their own. */
export const services = recordTable('family_doctor_service', {
  contract: uuid('contract').notNull(),
  doctor: uuid('doctor').notNull(),
  kind: text('kind').notNull(),
  mode: text('mode', { enum: ['clinic', 'home', 'phone', 'online'] }).notNull(),
  note: text('note'),
})

/** Contracted items fulfilled by real services; the evidence is the service's own record. */
export const deliveries = pgTable(
  'family_doctor_delivery',
  {
    ...kernelColumns(),
    contract: uuid('contract').notNull(),
    item: text('item').notNull(),
    service: text('service').notNull(),
    /** Whether it fills one of the agreed counts; services beyond them are kept but do not count. */
    counts: boolean('counts').notNull(),
    /** End (first day after) of the service year it belongs to. */
    yearEndsOn: date('year_ends_on').notNull(),
    evidenceRecord: text('evidence_record').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('family_doctor_delivery_place').on(table.division, table.happenedOn, table.id),
    index('family_doctor_delivery_date').on(table.happenedOn, table.id),
    index('family_doctor_delivery_person').on(table.person),
    index('family_doctor_delivery_contract').on(table.contract),
  ],
)

/** Membership in key groups: from `happenedOn` until `endsOn` (first day no longer in the group). */
export const keyMemberships = recordTable('key_population_membership', {
  group: text('group').notNull(),
  endsOn: date('ends_on'),
  /** Which register the person was entered from. */
  source: text('source').notNull(),
  sourceId: uuid('source_id'),
  endReason: text('end_reason'),
})
