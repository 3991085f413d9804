import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planDistribution } from './plan.ts'
import type { TableShape } from './shape.ts'

const shape = (name: string, more: Partial<TableShape> & { names?: readonly string[] } = {}): TableShape => {
  const { names = ['county', 'id'], ...rest } = more
  return {
    name,
    columns: names.map((each) => ({ name: each, notNull: true })),
    keys: [{ name: `${name}_pkey`, columns: names }],
    foreignKeys: [],
    triggers: [],
    rows: 0,
    ...rest,
  }
}

const place = shape('place', { names: ['code'] })
const faultsOf = (...shapes: TableShape[]) =>
  planDistribution(shapes, ['ledger']).faults.map((fault) => `${fault.table} ${fault.what}`)

test('what has a county is distributed, what has none lies everywhere, the ledger of migrations stays', () => {
  const shapes = [shape('small', { rows: 3 }), shape('ledger', { names: ['name'] }), shape('large', { rows: 9 }), place]
  const { tables, faults } = planDistribution(shapes, ['ledger'])
  assert.deepEqual(
    tables.map(({ name, placement }) => [name, placement]),
    [
      ['place', 'reference'],
      ['large', 'distributed'],
      ['small', 'distributed'],
      ['ledger', 'local'],
    ],
  )
  assert.deepEqual(faults, [])
})

test('a key that no node could hold unique is a fault, one over an expression as well', () => {
  const keys = (columns: readonly (string | null)[]) => [{ name: 'key', columns }]
  assert.deepEqual(faultsOf(shape('one', { keys: keys(['id']) })), ['one key'])
  assert.deepEqual(faultsOf(shape('one', { keys: keys([null, 'id']) })), ['one key'])
  assert.deepEqual(faultsOf(shape('one', { keys: keys(['id', 'county']) })), [])
  assert.deepEqual(faultsOf(shape('place', { names: ['code'], keys: keys(['name']) })), [])
})

test('a county that may be null, and a trigger, are faults', () => {
  assert.deepEqual(faultsOf(shape('one', { columns: [{ name: 'county', notNull: false }] })), ['one county'])
  assert.deepEqual(faultsOf(shape('one', { triggers: ['watch'] })), ['one watch'])
})

test('foreign keys stay on the node', () => {
  const to = (references: string, columns: readonly string[], referenced = columns) => [
    { name: 'key', columns, references, referenced },
  ]
  const other = shape('other')
  assert.deepEqual(
    faultsOf(other, shape('one', { foreignKeys: to('other', ['county', 'other'], ['county', 'id']) })),
    [],
  )
  assert.deepEqual(faultsOf(other, shape('one', { foreignKeys: to('other', ['other'], ['id']) })), ['one key'])
  assert.deepEqual(faultsOf(other, shape('one', { foreignKeys: to('other', ['county', 'id'], ['id', 'county']) })), [
    'one key',
  ])
  assert.deepEqual(faultsOf(place, shape('one', { foreignKeys: to('place', ['code']) })), [])
  assert.deepEqual(faultsOf(other, shape('place', { names: ['code'], foreignKeys: to('other', ['code'], ['id']) })), [
    'place key',
  ])
})
