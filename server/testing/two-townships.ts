import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { storeRows } from '@kangheng/kernel/exchange/import-jobs.ts'
import { appendEntry } from '@kangheng/kernel/record/journal.ts'
import { kernelColumns } from '@kangheng/kernel/record/tables.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'

/** What one township has, by the ids that requests name. */
export interface Township {
  readonly county: string
  readonly code: string
  readonly village: string
  readonly institution: string
  readonly person: string
  readonly household: string
  readonly account: string
  readonly report: string
  readonly summary: string
  readonly view: string
  readonly importJob: string
  /** One row of every record type. */
  readonly records: ReadonlyMap<string, string>
}

type Home = Pick<Township, 'county' | 'code' | 'village' | 'institution' | 'person'>

/** Two townships, or counties, that hold the same kinds of things; what belongs to the second carries its mark in every text. */
export interface TwoTownships {
  readonly own: Township
  readonly other: Township
  /** Texts and ids of the other township that no reader of the first may ever meet. */
  readonly secrets: readonly string[]
}

/** Stands in every text that belongs to the other township. */
export const MARK = '邻镇'

/** The other township's target: a number nobody else has. */
const SECRET_TARGET = '471147.25'
const KERNEL = new Set(Object.keys(kernelColumns()))

function sample(column: PgColumn, text: string): unknown {
  const type = column.getSQLType()
  if (column.enumValues && column.enumValues.length > 0) return column.enumValues[0]
  if (type.startsWith('text')) return text
  if (type === 'uuid') return uuidv7()
  if (type === 'date') return '2025-06-01'
  if (type.startsWith('timestamp')) return '2025-06-01T00:00:00Z'
  if (type === 'boolean') return true
  if (type === 'jsonb') return [text]
  return type === 'bytea' ? new Uint8Array([1]) : 1
}

/** A row with a value in every column, so that anything that leaks can be recognised. */
function rowOf(record: AnyRecord, township: Home, id: string, text: string) {
  const own = Object.entries(getTableColumns(record.table) as Record<string, PgColumn>).filter(
    ([name, column]) => !KERNEL.has(name) && !(column.hasDefault && column.getSQLType() === 'jsonb'),
  )
  return {
    county: township.county,
    id,
    division: township.village,
    institution: township.institution,
    person: township.person,
    happenedOn: '2025-06-01',
    state: Object.keys(record.states)[0]!,
    ...Object.fromEntries(own.map(([name, column]) => [name, sample(column, text)])),
  }
}

async function fill(database: Database, house: House, place: Home, text: string): Promise<Township> {
  const { county } = place
  const orm = ormOf(database)
  const [account, report, summary, view, importJob, household, episode] = Array.from({ length: 7 }, () => uuidv7())
  const records = new Map<string, string>()
  for (const record of house.records.values()) {
    const id = uuidv7()
    records.set(record.id, id)
    await orm.insert(record.table as PgTable).values(rowOf(record, place, id, text) as never)
  }
  const rows: [string, readonly unknown[]][] = [
    [
      `insert into household (county, id, division, number, head_name) values ($1, $2, $3, '00001', $4)`,
      [county, household, place.village, text],
    ],
    [
      `update person set household = $3, name = $4 || '人', pinyin = 'lz' where county = $1 and id = $2`,
      [county, place.person, household, text],
    ],
    [
      `update person set name = $3 || name where county = $1 and division >= $2 and division < $2 || '~' and name not like $3 || '%'`,
      [county, place.code, text],
    ],
    [
      `insert into residence_episode (county, id, person, division, kind, starts_on, start_reason, sex, birth) values ($1, $2, $3, $4, 'usual', '2025-01-01', 'initial', 'female', '1980-01-01')`,
      [county, episode, place.person, place.village],
    ],
    [
      `insert into reading_log (county, account, account_name, role, person, division, what) values ($1, $2, $3, 'x', $4, $5, 'file')`,
      [county, account, text, place.person, place.village],
    ],
    [
      `insert into account (county, id, username, name, role, division, password_hash) values ($1, $2, $3, $4, $5, $6, 'none')`,
      [county, account, `clerk-${place.code}`, text, [...house.roles.keys()][0], place.code],
    ],
    [
      `insert into report (county, id, kind, place, period, title, state) values ($1, $2, 'bulletin', $3, '2025-05', $4, 'draft')`,
      [county, report, place.code, text],
    ],
    [
      `insert into report (county, id, kind, place, period, title, state) values ($1, $2, 'summary', $3, '2025', $4, 'draft')`,
      [county, summary, place.code, text],
    ],
    [
      `insert into saved_view (county, id, place, account, account_name, title, shared, state) values ($1, $2, $3, $4, $5, $5, true, '{}')`,
      [county, view, place.code, account, text],
    ],
    [
      `insert into import_job (county, id, register, file_name, file_digest, division, account, account_name, role, imported_on, state, sheets) values ($1, $2, 'residents', $3, 'x', $4, $5, $3, 'x', '2025-06-01', 'preview', $6::jsonb)`,
      [
        county,
        importJob,
        text,
        place.code,
        account,
        JSON.stringify([{ name: text, headerRow: 1, headerRows: 1, columns: { name: 0 }, header: ['姓名'] }]),
      ],
    ],
    [
      `insert into target (county, indicator, place, year, value, months) select $1, $2, $3, 2025, $4::numeric, '[]'::jsonb`,
      [county, [...house.indicators.keys()][0], place.code, text === MARK ? SECRET_TARGET : '100'],
    ],
  ]
  for (const [statement, params] of rows) await database.query(statement, params)
  await storeRows(database, county, { id: importJob!, division: place.code }, [
    {
      seq: 0,
      sheet: text,
      row: 2,
      outcome: 'rejected',
      detail: 'rejected:NAME_MISSING',
      reasons: ['NAME_MISSING'],
      warnings: [],
      values: { name: text },
      original: [{ kind: 'text', value: text }],
      hidden: false,
    },
  ])
  await appendEntry(database, {
    county,
    requestId: `matrix-${place.code}`,
    at: '2025-06-01T00:00:00.000Z',
    deviceAt: null,
    account: account!,
    role: 'x',
    action: text,
    record: 'account',
    recordId: null,
    person: place.person,
    division: place.village,
    input: { text },
    changes: [{ table: 'account', id: account!, before: null, after: { name: text } }],
    answer: null,
  })
  return {
    ...place,
    account: account!,
    household: household!,
    report: report!,
    summary: summary!,
    view: view!,
    importJob: importJob!,
    records,
  }
}

const COUNTY = '530721'

/** A couple of people in the other township who may be one, and all that must not be shown of it. */
async function secretsOf(database: Database, other: Township): Promise<string[]> {
  const neighbours = await database.query<{ id: string; household: string | null }>(
    `select id, household from person where county = $1 and division >= $2 and division < $2 || '~'`,
    [other.county, other.code],
  )
  const [first, second] = neighbours
    .slice(0, 2)
    .map((row) => row.id)
    .sort()
  await database.query(
    `insert into duplicate_candidate (county, first, second, division, score, reasons) values ($1, $2, $3, $4, 80, '[]')`,
    [other.county, first, second, other.code],
  )
  const ids = [other.account, other.report, other.summary, other.view, other.importJob, ...other.records.values()]
  const households = neighbours.flatMap((row) => row.household ?? [])
  return [MARK, SECRET_TARGET, ...ids, ...households, ...neighbours.map((row) => row.id)]
}

/** Fills an empty county with two townships that hold one of everything. */
export async function fillTwoTownships(database: Database, house: House): Promise<TwoTownships> {
  await loadSmallCounty(database)
  const [village, institution] = ['530721001001', 'C530721001']
  const home = { county: COUNTY, code: '530721001', village, institution, person: personId(0) }
  const own = await fill(database, house, home, '本镇')
  const [there, centre] = ['530721102201', 'C530721102']
  const away = { county: COUNTY, code: '530721102', village: there, institution: centre, person: personId(2) }
  const other = await fill(database, house, away, MARK)
  return { own, other, secrets: await secretsOf(database, other) }
}

/** Fills an empty database with two counties that hold one of everything, down to the same codes of institutions. */
export async function fillTwoCounties(database: Database, house: House): Promise<TwoTownships> {
  const fillCounty = async (county: string, text: string, first: number) => {
    await loadSmallCounty(database, 40, county, first)
    const [village, institution] = [`${county}001001`, 'C530721001']
    return fill(database, house, { county, code: county, village, institution, person: personId(first) }, text)
  }
  const own = await fillCounty(COUNTY, '本县', 0)
  const other = await fillCounty('530722', MARK, 100)
  return { own, other, secrets: await secretsOf(database, other) }
}

/** How many rows every table has in the other township; a write that reaches it changes a number. */
export async function countOther(database: Database, house: House, other: Township): Promise<Record<string, unknown>> {
  const tables = [
    'person',
    'household',
    'residence_episode',
    'duplicate_candidate',
    ...[...house.records.values()].map((record) => getTableName(record.table as PgTable)),
  ]
  const counts: Record<string, unknown> = {}
  for (const table of tables) {
    const [row] = await database.query(
      `select count(*) as rows, md5(string_agg(t::text, ',' order by t::text)) as content from "${table}" t where division >= $1 and division < $1 || '~'`,
      [other.code],
    )
    counts[table] = row
  }
  for (const table of ['report', 'report_section', 'saved_view', 'target', 'figure'])
    counts[table] = (
      await database.query(
        `select md5(string_agg(t::text, ',' order by t::text)) as content from "${table}" t where place like $1 || '%'`,
        [other.code],
      )
    )[0]
  counts['account'] = (await database.query(`select * from account where division like $1 || '%'`, [other.code])).length
  return counts
}
