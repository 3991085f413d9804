import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unboundScans, type PlanNode } from './routing.ts'

const tables = new Set(['loan', 'person'])
const scan = (table: string, conditions: object = {}, alias = table): PlanNode => ({
  'Node Type': 'Index Scan',
  'Relation Name': table,
  Alias: alias,
  ...conditions,
})
const over = (...Plans: PlanNode[]): PlanNode => ({ 'Node Type': 'Nested Loop', Plans })
const aliasesOf = (plan: PlanNode) => unboundScans(plan, tables).map(({ alias, by }) => `${alias} by ${by}`)

const named = { 'Index Cond': `((loan.county = '530721'::text COLLATE "C") AND (loan.id = $1))` }

test('a county that is named restricts a table, and what is equal to it', () => {
  assert.deepEqual(aliasesOf(scan('loan', named)), [])
  assert.deepEqual(
    aliasesOf(over(scan('loan', named), scan('person', { 'Index Cond': '(p.county = loan.county)' }, 'p'))),
    [],
  )
  assert.deepEqual(aliasesOf(scan('loan', { Filter: `('530721'::text = loan.county)` })), [])
})

test('a table without the county is told, a reference table is not', () => {
  assert.deepEqual(aliasesOf(over(scan('loan', named), scan('person', { Filter: '(person.id = loan.person)' }))), [
    'person by nothing',
  ])
  assert.deepEqual(aliasesOf(scan('division')), [])
})

test('row-level security is no constant', () => {
  assert.deepEqual(aliasesOf(scan('loan', { Filter: '(loan.county = $0)' })), ['loan by policy'])
  assert.deepEqual(aliasesOf(scan('loan', { Filter: '(loan.county = (InitPlan 1).col1)' })), ['loan by policy'])
})

test('equality with the statement around it does not reach a subplan', () => {
  const inner = {
    ...scan('person', { 'Index Cond': '(person.county = loan.county)' }),
    'Parent Relationship': 'SubPlan',
  }
  assert.deepEqual(aliasesOf({ ...scan('loan', named), Plans: [inner] }), ['person by outer'])
  const own = { ...inner, 'Index Cond': `(person.county = '530721'::text)` }
  assert.deepEqual(aliasesOf({ ...scan('loan', named), Plans: [own] }), [])
})

test('a subplan asked by a hash of its columns has the county among them', () => {
  const inner = {
    ...scan('person', { Output: ['person.county', 'person.id'] }),
    'Parent Relationship': 'SubPlan',
    'Subplan Name': 'SubPlan 3',
  }
  const asked = { ...named, Filter: '(ANY ((loan.county = (hashed SubPlan 3).col1) AND true))' }
  assert.deepEqual(aliasesOf({ ...scan('loan', asked), Plans: [inner] }), [])
})
