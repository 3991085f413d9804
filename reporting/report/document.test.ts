import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortCountyName } from './document.ts'

test('titles leave out the nationalities of an autonomous county', () => {
  assert.equal(shortCountyName('玉龙纳西族自治县'), '玉龙县')
  assert.equal(shortCountyName('双江拉祜族佤族布朗族傣族自治县'), '双江县')
  assert.equal(shortCountyName('古城区'), '古城区')
})
