import assert from 'node:assert/strict'
import { test } from 'node:test'
import { points } from '../vaccination/verification.ts'
import { leavesEarly, observeUntil } from './observation.ts'
import { preCheckFault, type PreCheck } from './pre-check.ts'
import { placesLeft, slotsOf } from './slots.ts'

test('slots of a morning: whole ones only, and the places left in each', () => {
  const morning = { opensAt: '08:30', closesAt: '11:40', slotMinutes: 60 }
  assert.deepEqual(slotsOf(morning), ['08:30', '09:30', '10:30'])
  assert.deepEqual(slotsOf({ ...morning, closesAt: '09:00' }), [])
  assert.deepEqual(
    placesLeft({ ...morning, slotCapacity: 2 }, ['08:30', '09:30', '09:30']).map(({ left }) => left),
    [1, 0, 2],
  )
})

test('the observation lasts 30 minutes, over midnight as well', () => {
  assert.equal(observeUntil('2025-12-31 09:45'), '2025-12-31 10:15')
  assert.equal(observeUntil('2025-12-31 23:50'), '2026-01-01 00:20')
  assert.equal(leavesEarly('2025-12-31 10:15', '2025-12-31 10:14'), true)
  assert.equal(leavesEarly('2025-12-31 10:15', '2025-12-31 10:15'), false)
})

test('before the dose: fever, acute illness, consent, and what needs a judgement', () => {
  const fine: PreCheck = { temperature: 36.6, findings: [], consentSigned: true, assessment: undefined }
  const rows: [Partial<PreCheck>, ReturnType<typeof preCheckFault>][] = [
    [{}, null],
    [{ temperature: 37.2 }, null],
    [{ temperature: 37.3 }, 'fever'],
    [{ temperature: 38, consentSigned: false }, 'fever'],
    [{ findings: ['acute'], assessment: '轻微鼻塞' }, 'acute'],
    [{ consentSigned: false }, 'consent'],
    [{ findings: ['severeAllergy'] }, 'assessment'],
    [{ findings: ['severeAllergy'], assessment: '与本次疫苗成分无关' }, null],
    [{ findings: ['immunity', 'pregnancy'] }, 'assessment'],
  ]
  for (const [more, fault] of rows) assert.equal(preCheckFault({ ...fine, ...more }), fault, JSON.stringify(more))
})

test('three checks, seven comparisons, one confirmation', () => {
  const names = Object.keys(points)
  assert.equal(names.filter((name) => name.endsWith('Checked')).length, 3)
  assert.equal(names.filter((name) => name.endsWith('Compared')).length, 7)
  assert.equal(names.length, 11)
})
