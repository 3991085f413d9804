import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { planInstitutions } from '@kangheng/kernel/place/institution-plan.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { demoAccounts } from '../accounts.ts'
import { planDemo } from '../index.ts'
import { stagesOf } from '../stages.ts'
import { inventedCounty } from './invented-county.ts'
import { countyNames } from './names.ts'

const OF = 3
const counties = [0, 1].map((index) => inventedCounty(index, OF))
const models = counties.map((invented, index) => planDemo({ scale: 0.006, seed: 100 + index, invented }))
const seal = openVault(new Uint8Array(32).fill(5))

/** Every text of every row, as it would be written. */
function* textsOf(index: number): Generator<{ table: string; text: string }> {
  for (const stage of stagesOf(models[index]!, seal))
    for (const { name, rows } of counties[index]!.translate(stage.tables()))
      for (const row of rows) for (const value of row) if (typeof value === 'string') yield { table: name, text: value }
}

describe('counties of the invented city', () => {
  test('have names of their own, and codes below that of the city', () => {
    const all = countyNames.map((_, index) => inventedCounty(index, countyNames.length))
    assert.equal(new Set(all.map(({ places }) => places.divisions.county.name)).size, countyNames.length)
    assert.equal(new Set(all.map(({ code }) => code)).size, countyNames.length)
    for (const { code, places } of all) {
      const { divisions, institutions } = places
      assert.match(code, /^5390\d\d$/)
      assert.ok(divisions.divisions.every((each) => each.code.startsWith(code)))
      assert.equal(new Set(divisions.divisions.map(({ name }) => name)).size, divisions.divisions.length)
      const planned = planInstitutions(divisions, institutions)
      assert.ok(planned.length > 30 && planned.every((each) => each.division.startsWith(code)))
      assert.doesNotMatch(JSON.stringify(places), /玉龙|530721/)
    }
    assert.throws(() => inventedCounty(countyNames.length, countyNames.length + 1), /at most|最多/)
  })

  test('are the same every time, and differ from one another', () => {
    assert.deepEqual(inventedCounty(1, OF).places, counties[1]!.places)
    const signed = models.map(({ truth }) => truth.signed)
    assert.notEqual(signed[0], signed[1])
  })

  test('share no identity number, and no row speaks of the county they were made after', () => {
    const documents = models.map(({ population }) => population.people.flatMap(({ document }) => document ?? []))
    assert.ok(documents[0]!.length > 1000)
    assert.equal(new Set(documents.flat()).size, documents[0]!.length + documents[1]!.length)
    let seen = 0
    for (const { table, text } of textsOf(0)) {
      seen += 1
      // Where somebody came from, or where a bus went, may be any real place; what lies in the county may not.
      assert.doesNotMatch(text, /(?<![0-9a-z])530721(?=\d{0,13}(?![0-9a-z]))|玉龙县|石鼓镇|宝山乡/, `${table}: ${text}`)
    }
    assert.ok(seen > 100_000)
  })

  test('have their accounts in their own places', () => {
    const [{ say, code, places }, model] = [counties[0]!, models[0]!]
    const known = new Set([code, ...places.divisions.divisions.map((each) => each.code)])
    for (const { division } of demoAccounts(model)) assert.ok(known.has(say(division)), division)
  })
})
