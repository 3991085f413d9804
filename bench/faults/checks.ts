import { verifyJournal } from '@kangheng/kernel/record/journal.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { COUNTY } from './installation.ts'

/** How many confirmed requests left nothing behind. */
export async function missingOf(database: Database, confirmed: ReadonlySet<string>): Promise<number> {
  let missing = 0
  for (const request of confirmed) {
    const [name, id] = request.split(' ')
    const found = id
      ? await database.query('select 1 from import_job where county = $1 and id = $2', [COUNTY, id])
      : await database.query('select 1 from journal where county = $1 and request_id = $2', [COUNTY, name])
    if (found.length === 0) missing += 1
  }
  return missing
}

/** What is wrong with the journal, in words. */
export async function brokenJournal(database: Database): Promise<string[]> {
  const verdict = await verifyJournal(database, COUNTY)
  return verdict.ok ? [] : [`journal: ${JSON.stringify(verdict.problem)}`]
}

/** How many requests the journal has more than once. */
export async function doneTwice(database: Database): Promise<number> {
  const statement = 'select 1 from journal where county = $1 group by request_id having count(*) > 1'
  return (await database.query(statement, [COUNTY])).length
}
