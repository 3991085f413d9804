import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { readArguments } from '../arguments.ts'
import { demo } from './demo.ts'
import { demoSizeOf, wholeCounty, yearsOf } from './demo-size.ts'

const asked = (words: readonly string[], onPostgres = true) => demoSizeOf(readArguments(demo, words), onPostgres)

test('the county is whole unless a part or a number of residents is asked for', () => {
  assert.deepEqual(asked([]), wholeCounty)
  assert.deepEqual(asked(['--scale', '0.5']), { scale: 0.5, residents: 109_879, layers: false })
  assert.equal(asked(['--residents', '20000']).layers, false)
  assert.deepEqual(asked(['--residents', '219757']), wholeCounty)
  const { residents, layers } = asked(['--residents', '1000000'])
  assert.deepEqual([residents, layers], [1_000_000, true])
})

test('what cannot be made is refused with the reason, in both languages', () => {
  const refused: [readonly string[], boolean, RegExp][] = [
    [['--residents', '300001'], false, /DATABASE_URL/],
    [['--residents', '1000'], true, /1099/],
    [['--residents', '2000001'], true, /2000000/],
    [['--residents', 'many'], true, /1099/],
    [['--residents', '20000', '--scale', '1'], true, /--scale/],
    [['--scale', '2'], true, /--scale/],
  ]
  for (const [words, onPostgres, reason] of refused)
    assert.throws(
      () => asked(words, onPostgres),
      (error) => error instanceof Refusal && reason.test(error.text.zh) && reason.test(error.text.en),
      words.join(' '),
    )
  assert.equal(asked(['--residents', '300000'], false).layers, true)
})

test('years of records are two unless more are asked for, up to five', () => {
  const years = (...words: readonly string[]) => yearsOf(readArguments(demo, words))
  assert.equal(years(), undefined)
  assert.equal(years('--years', '3'), 3)
  for (const wrong of ['1', '6', '2.5', 'many']) assert.throws(() => years('--years', wrong), Refusal)
})
