import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCounty } from '@kangheng/kernel/place/county-data.ts'
import { composeNumber, numberPrefix, readRecordNumber, villagePartOf } from './number.ts'

test('the village part differs from the statistical code', () => {
  const parts: Record<string, string | undefined> = {
    '530721001001': '001',
    '530721001099': '099',
    '530721001100': undefined,
    '530721102201': '101',
    '530721102299': '199',
    '530721102200': undefined,
    '530721102300': undefined,
    '530721102401': '901',
    '530721102499': '999',
    '530721102500': undefined,
    '530721102': undefined,
  }
  for (const [division, part] of Object.entries(parts)) assert.equal(villagePartOf(division), part, division)
})

test('every village of the county has a part, and no two numbers of the county agree', () => {
  const villages = readCounty('530721').divisions.filter((each) => each.code.length === 12)
  const prefixes = villages.map((each) => numberPrefix(each.code, villagePartOf(each.code)!))
  assert.equal(new Set(prefixes).size, 104)
})

test('a number is put together and read back', () => {
  assert.equal(composeNumber('530721102101', 7), '53072110210100007')
  assert.deepEqual(readRecordNumber('530721-102-101-00007'), {
    county: '530721',
    township: '102',
    villagePart: '101',
    kind: 'village',
    serial: 7,
  })
  for (const wrong of [
    '5307211021010000',
    '53072110210100000',
    '53072110220100007',
    '53072100010100007',
    'x'.repeat(17),
  ]) {
    assert.equal(readRecordNumber(wrong), undefined, wrong)
  }
})

test('reading undoes composing for every village that has a part', () => {
  const division = fc
    .record({ township: fc.integer({ min: 1, max: 999 }), village: fc.integer({ min: 1, max: 599 }) })
    .map(({ township, village }) => `530721${String(township).padStart(3, '0')}${String(village).padStart(3, '0')}`)
  fc.assert(
    fc.property(division, fc.integer({ min: 1, max: 99_999 }), (code, serial) => {
      const part = villagePartOf(code)
      if (part === undefined) return
      const read = readRecordNumber(composeNumber(numberPrefix(code, part), serial))!
      assert.equal(read.serial, serial)
      assert.equal(read.villagePart, part)
    }),
  )
})
