import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { buildHouse } from '../domain/registry.ts'
import { addDays } from '../period/date.ts'
import { openTestDatabase } from '../testing/database.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { defineTask } from './define-task.ts'
import { listTasks } from './read.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const today = '2025-12-20'
const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A kind of work with pieces due so many days from today. */
const work = (name: string, severity: 'statutory' | 'routine', days: readonly number[]) =>
  defineTask({
    ...{ id: name, title: { zh: name, en: name }, record: 'x', severity },
    query: () =>
      sql.join(
        days.map(
          (
            each,
          ) => sql`select ${id(each + 5000)}::uuid as id, ${id(1)}::uuid as record_id, null::uuid as person, '530721001001'::text as division,
            null::text as institution, ${addDays(today, each)}::date as due_on`,
        ),
        sql` union all `,
      ),
  })

test('legal limits first, then today, what is overdue, what is to come, and last what is overdue for long; page by page', async () => {
  const database = await openTestDatabase(house)
  try {
    const tasks = [work('routine', 'routine', [-1814, -90, -1, 0, 1]), work('legal', 'statutory', [-91, -10, 0, 2])]
    const read: string[] = []
    for (let cursor: string | undefined; ;) {
      const query = { unmasked: true, limit: 2, cursor }
      const page = await listTasks(database, { county: '530721', today }, tasks, query)
      read.push(...page.rows.map(({ task, dueOn }) => `${task} ${dueOn}`))
      if (!page.next) break
      cursor = page.next
    }
    const due = (task: string, days: number) => `${task} ${addDays(today, days)}`
    assert.deepEqual(read, [
      ...[due('legal', -10), due('legal', 0), due('routine', 0), due('routine', -90), due('routine', -1)],
      ...[due('routine', 1), due('legal', 2), due('routine', -1814), due('legal', -91)],
    ])
  } finally {
    await database.close()
  }
})
