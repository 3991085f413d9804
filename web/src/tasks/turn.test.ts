import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurn } from './turn.ts'

test('legal limits first, then today, what is overdue, what is to come, and last what is overdue for long', () => {
  const due = (dueOn: string, overdueDays: number, severity: 'statutory' | 'routine' = 'routine') => ({
    ...{ dueOn, overdueDays, severity },
  })
  const inOrder = [
    due('2025-12-10', 10, 'statutory'),
    due('2025-12-20', 0, 'statutory'),
    due('2025-12-20', 0),
    due('2025-09-21', 90),
    due('2025-12-19', 1),
    due('2025-12-21', 0),
    due('2025-12-22', 0, 'statutory'),
    due('2021-01-01', 1814),
    due('2025-09-20', 91, 'statutory'),
  ]
  assert.deepEqual(inOrder.toReversed().sort(inTurn('2025-12-20')), inOrder)
})
