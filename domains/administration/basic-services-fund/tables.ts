import { date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { Band } from './allocation.ts'

const money = (name: string) => numeric(name, { precision: 16, scale: 2 })

/** The county's money of a year. Amounts in yuan, shares in percent. */
export const budgets = recordTable('basic_services_budget', {
  year: integer('year').notNull(),
  /** Standard of the year, yuan per resident. */
  perHead: money('per_head').notNull(),
  /** Month at whose end residents were counted. */
  residentsAt: codeText('residents_at').notNull(),
  residents: integer('residents').notNull(),
  total: money('total').notNull(),
  advanceShare: integer('advance_share').notNull(),
  workloadShare: integer('workload_share').notNull(),
  villageShare: integer('village_share').notNull(),
  method: text('method', { enum: ['bands', 'proportion'] }).notNull(),
  bands: jsonb('bands').$type<Band[]>().notNull().default([]),
  aheadFrom: numeric('ahead_from').notNull(),
  /** The published appraisal by which it was cleared. */
  round: uuid('round'),
  advancedOn: date('advanced_on'),
  clearedOn: date('cleared_on'),
})

/** What a unit gets of a year's money, and why. Amounts in yuan. */
export const allotments = recordTable('basic_services_allotment', {
  budget: uuid('budget').notNull(),
  year: integer('year').notNull(),
  unit: codeText('unit').notNull(),
  unitName: text('unit_name').notNull(),
  residents: integer('residents').notNull(),
  advance: money('advance').notNull(),
  workload: numeric('workload'),
  byResidents: money('by_residents'),
  byWorkload: money('by_workload'),
  entitled: money('entitled'),
  score: numeric('score'),
  /** Percent of the entitlement that the score leaves. */
  kept: numeric('kept'),
  cut: money('cut'),
  reward: money('reward'),
  final: money('final'),
  forVillages: money('for_villages'),
  clearing: money('clearing'),
})

/** Payments to units, and what they return. Amounts in yuan; negative: to be returned. */
export const payments = recordTable('basic_services_payment', {
  allotment: uuid('allotment').notNull(),
  unitName: text('unit_name').notNull(),
  year: integer('year').notNull(),
  kind: text('kind', { enum: ['advance', 'clearing'] }).notNull(),
  amount: money('amount').notNull(),
  dueOn: date('due_on').notNull(),
  voucher: text('voucher'),
  paidOn: date('paid_on'),
})
