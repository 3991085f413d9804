import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { domains } from '../../../index.ts'
import { faultsOf } from '../check-rules.ts'
import { ruleSetSchema, type WrittenRuleSet } from '../rules.ts'
import { shippedRuleSets } from './index.ts'

const house = buildHouse(domains)
const world = { indicators: house.indicators, records: new Set(house.records.keys()) }

for (const [id, { unitKind, rules }] of Object.entries(shippedRuleSets))
  test(`${id}: could be issued as it is`, () => {
    assert.deepEqual(faultsOf(ruleSetSchema.parse(rules), { ...world, unitKind }), [])
  })

const written = shippedRuleSets['township-centre'].rules
const faults = (
  change: (item: WrittenRuleSet['items'][number]) => object,
  unitKind: 'township-centre' | 'doctor-team' = 'township-centre',
) =>
  faultsOf(
    ruleSetSchema.parse({
      ...written,
      items: written.items.map((item, index) => (index === 0 ? { ...item, ...change(item) } : item)),
    }),
    { ...world, unitKind },
  ).map((fault) => fault.en)

test('what cannot be issued is told item by item', () => {
  assert.match(faults(() => ({ full: '3' })).join(), /add up to 101 points/)
  assert.match(faults(() => ({ code: 'guidance' })).join(), /guidance occurs twice/)
  assert.match(faults(() => ({ facts: [] })).join(), /fact \{plan\} is not declared/)
  assert.match(faults(() => ({ appliesWhen: '[no.such] > 0' })).join(), /no indicator no\.such/)
  assert.match(faults(() => ({ clauses: [{ kind: 'samples', points: '2' }], facts: [] })).join(), /belong together/)
})

test('nobody is appraised by how many children people have', () => {
  for (const indicator of [
    'resident.births',
    'resident.birth-rate',
    'resident.natural-growth',
    'resident.sex-ratio-at-birth',
  ])
    assert.match(faults(() => ({ appliesWhen: `[${indicator}] < 10` })).join(), /own decision to have children/)
})

test('a team has no target of its own, and figures that do not add up over villages say nothing of it', () => {
  assert.match(
    faults(() => ({ appliesWhen: '[family-doctor.coverage@target] > 0' }), 'doctor-team').join(),
    /no value of last year/,
  )
  assert.match(
    faults(() => ({ appliesWhen: '[family-doctor.first-contact-rate] > 0' }), 'doctor-team').join(),
    /does not add up/,
  )
})
