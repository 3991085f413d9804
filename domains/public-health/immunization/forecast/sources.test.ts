import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schedules } from './schedules.ts'
import { seriesCodes } from './vaccines.ts'

test('every series of every edition names a document, and dose ids are the same in all editions', () => {
  const [first] = schedules
  for (const { edition, series, source } of schedules)
    for (const code of seriesCodes) {
      const { where } = series[code].source
      assert.match(where, /程序及说明|通知|说明书/, `${edition} ${code}`)
      if (edition === '2026') assert.ok(where.includes(source), `${edition} ${code}`)
      const ids = series[code].doses.map(({ id }) => id)
      const before = first!.series[code].doses.map(({ id }) => id)
      assert.deepEqual(ids.slice(0, before.length), before, `${edition} ${code}`)
    }
})
