import { and, eq, gte, lt, notInArray, sql, type SQL } from 'drizzle-orm'
import { divisionLevel, rangeOf, type PlaceCode } from '../place/code.ts'
import { ageOn, type IsoDate } from '../period/date.ts'
import type { Connection } from '../store/connection.ts'
import { limitTo, runOften } from '../store/orm.ts'
import { refuse } from '../text/refusal.ts'
import { maskBirth, maskIdentity, maskName, maskPhone } from './mask.ts'
import { searchPersons } from './search.ts'
import { persons } from './tables.ts'
import type { Vault } from './vault.ts'

/** A resident as lists show one. Document and phone are masked for everyone: a list is no place for them. */
export interface PersonListed {
  readonly id: string
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  /** The year only, for readers who see persons masked. */
  readonly birth: string
  readonly age: number
  readonly division: string
  readonly divisionName: string
  readonly documentMasked: string | null
  readonly phoneMasked: string | null
  readonly state: 'resident' | 'departed' | 'died' | 'merged' | 'voided'
  readonly household: string | null
}

/** What is asked of a list of residents. */
export interface PersonQuery {
  /** A name or its beginning, pinyin initials, or a whole document number. */
  readonly q?: string | undefined
  readonly place?: PlaceCode | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

type SortColumn = 'name' | 'pinyin'
interface Cursor {
  readonly value: string
  readonly id: string
}

function readCursor(text: string): Cursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(String(id))) return { value, id: String(id) }
  } catch {
    // said below
  }
  return refuse('cursor', {
    zh: '翻页标记无效，请回到第一页',
    en: 'The page mark is invalid; go back to the first page',
  })
}

const writeCursor = (value: string, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The first rows of the whole county, or division by division. */
function source(
  county: string,
  division: PlaceCode | undefined,
  sort: SortColumn,
  condition: SQL | undefined,
  limit: number,
): SQL {
  const conditions = and(eq(persons.county, county), notInArray(persons.state, ['merged', 'voided']), condition)
  const order = sql`order by ${persons[sort]}, ${persons.id} ${limitTo(limit)}`
  if (division === undefined) return sql`select * from ${persons} where ${conditions} ${order}`
  const { from, to } = rangeOf(division)
  // Each division's first page by its own index, then the first of these: the planner cannot estimate ranges under row-level security.
  return sql`select nearest.* from division d cross join lateral (
      select * from ${persons} where ${persons.division} = d.code and ${conditions} ${order}) nearest
    where d.code >= ${from} and d.code < ${to} order by nearest.${sql.identifier(sort)}, nearest.id ${limitTo(limit)}`
}

type Row = Pick<
  typeof persons.$inferSelect,
  'id' | 'name' | 'pinyin' | 'sex' | 'birth' | 'division' | 'state' | 'household'
> & {
  document_cipher: Uint8Array | null
  phone_cipher: Uint8Array | null
  division_name: string | null
}

/** A row as it may be shown; both ciphers are opened together for a whole page. */
function present(rows: readonly Row[], vault: Vault, today: IsoDate, unmasked: boolean): PersonListed[] {
  const clear = vault.decryptAll(rows.flatMap((row) => [row.document_cipher, row.phone_cipher]))
  return rows.map((row, index) => {
    const [document, phone] = [clear[index * 2], clear[index * 2 + 1]]
    return {
      id: row.id,
      name: unmasked ? row.name : maskName(row.name),
      sex: row.sex,
      birth: unmasked ? row.birth : maskBirth(row.birth),
      age: ageOn(row.birth, today),
      division: row.division,
      divisionName: row.division_name ?? row.division,
      documentMasked: document ? maskIdentity(document) : null,
      phoneMasked: phone ? maskPhone(phone) : null,
      state: row.state,
      household: row.household,
    }
  })
}

/**
 * One page of residents in the order of their names (of their initials when these are searched), within what row-level security lets the actor see:
 * call inside `asActor`. Persons that were merged into others are left out.
 */
export async function listPersons(
  connection: Connection,
  setting: { county: string; vault: Vault; today: IsoDate },
  reader: { division: PlaceCode; unmasked: boolean },
  query: PersonQuery,
): Promise<{ rows: PersonListed[]; next: string | null }> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 1000)
  const search = searchPersons(setting.vault, setting.county, query.q ?? '')
  const sort: SortColumn = search.kind === 'pinyin' ? 'pinyin' : 'name'
  const cursor = query.cursor ? readCursor(query.cursor) : undefined
  const after = cursor
    ? sql`(${persons[sort]}, ${persons.id}) > (${cursor.value} collate "C", ${cursor.id}::uuid)`
    : undefined
  const division = query.place && divisionLevel(query.place) ? query.place : reader.division
  const county = divisionLevel(division) === 'county'
  // A number is found by its key, wherever its bearer lives: going through the divisions would try it on everybody in each of them.
  const whole = county || search.kind === 'document'
  const place = county ? query.place && within(query.place) : whole ? within(division) : undefined
  const rows = await runOften<Row>(
    connection,
    sql`select p.*, d.name as division_name from (${source(setting.county, whole ? undefined : division, sort, and(search.condition, after, place || undefined), limit + 1)}) p
      left join division d on d.code = p.division order by p.${sql.identifier(sort)}, p.id`,
    divisionLevel(reader.division) ?? 'place',
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: present(page, setting.vault, setting.today, reader.unmasked),
    next: rows.length > limit && last ? writeCursor(last[sort], last.id) : null,
  }
}

function within(place: PlaceCode): SQL {
  const { from, to } = rangeOf(place)
  return and(gte(persons.division, from), lt(persons.division, to))!
}
