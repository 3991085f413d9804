import { createHash } from 'node:crypto'
import type { Connection, Database } from '../store/connection.ts'

/** One entry as it is digested and stored. */
export interface JournalEntry {
  readonly county: string
  readonly requestId: string
  /** ISO time with milliseconds. */
  readonly at: string
  readonly deviceAt: string | null
  readonly account: string | null
  readonly role: string
  readonly action: string
  readonly record: string
  readonly recordId: string | null
  readonly person: string | null
  readonly division: string
  readonly input: unknown
  readonly changes: unknown
  readonly answer: unknown
}

/** JSON with sorted keys: the same content gives the same text, whatever stored it in between. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    entries.sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** SM3 (GB/T 32905) of a text, in hexadecimal. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex')
}

/** The digest of an entry: what is sealed. */
export function digestOf(entry: JournalEntry): string {
  return sm3(canonicalJson(entry))
}

const COLUMNS =
  'county, request_id, at, device_at, account, role, action, record, record_id, person, division, input, changes, answer'

/** Appends an entry. The unique request id makes a second one with the same id fail (SQLSTATE 23505). */
export async function appendEntry(connection: Connection, entry: JournalEntry): Promise<void> {
  const values = [
    entry.county,
    entry.requestId,
    entry.at,
    entry.deviceAt,
    entry.account,
    entry.role,
    entry.action,
    entry.record,
  ]
  const rest = [
    entry.recordId,
    entry.person,
    entry.division,
    JSON.stringify(entry.input),
    JSON.stringify(entry.changes),
    JSON.stringify(entry.answer),
  ]
  await connection.query(
    `insert into journal (${COLUMNS}, digest) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12::jsonb,$13::jsonb,$14::jsonb,$15)`,
    [...values, ...rest, digestOf(entry)],
  )
}

/** Root of a binary Merkle tree of SM3 digests; an odd node is carried up unchanged. */
export function merkleRoot(digests: readonly string[]): string {
  if (digests.length === 0) return sm3('')
  let level = [...digests]
  while (level.length > 1) {
    const next: string[] = []
    for (let index = 0; index < level.length; index += 2) {
      const right = level[index + 1]
      next.push(right === undefined ? level[index]! : sm3(level[index]! + right))
    }
    level = next
  }
  return level[0]!
}

interface Seal {
  number: number
  from_transaction: number
  to_transaction: number
  entries: number
  root: string
  hash: string
}

const sealHash = (previous: string, number: number, root: string) => sm3(`${previous}|${number}|${root}`)

/**
 * Seals what has been written since the last seal: transactions below the oldest one still running, so that nothing can join a sealed range later.
 * Returns how many entries were sealed.
 */
export async function sealJournal(database: Database, county: string): Promise<number> {
  return database.transaction(async (connection) => {
    const [last] = await connection.query<Seal>(
      'select * from journal_seal where county = $1 order by number desc limit 1',
      [county],
    )
    const [edge] = await connection.query<{ edge: number }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as edge`,
    )
    const from = last?.to_transaction ?? 0
    if (edge!.edge <= from) return 0
    const entries = await connection.query<{ digest: string }>(
      'select digest from journal where county = $1 and transaction >= $2 and transaction < $3 order by seq',
      [county, from, edge!.edge],
    )
    if (entries.length === 0) return 0
    const root = merkleRoot(entries.map((entry) => entry.digest))
    const number = (last?.number ?? 0) + 1
    await connection.query(
      `insert into journal_seal (county, number, from_transaction, to_transaction, entries, root, hash, sealed_at) values ($1,$2,$3,$4,$5,$6,$7,now())`,
      [county, number, from, edge!.edge, entries.length, root, sealHash(last?.hash ?? '', number, root)],
    )
    return entries.length
  })
}

/** What verification found: how much was checked, and the first thing that does not fit. */
export interface JournalVerdict {
  readonly ok: boolean
  readonly seals: number
  readonly entries: number
  readonly unsealed: number
  readonly problem: null | {
    kind: 'changed' | 'missing-or-added' | 'chain-broken'
    seal: number | null
    seq: number | null
  }
}

const PAGE = 5000
interface StoredEntry extends Record<string, unknown> {
  seq: number
  digest: string
}

function entryOf(row: StoredEntry): JournalEntry {
  const read = row as unknown as Record<string, never>
  return {
    county: read['county']!,
    requestId: read['request_id']!,
    at: read['at']!,
    deviceAt: read['device_at'] ?? null,
    account: read['account'] ?? null,
    role: read['role']!,
    action: read['action']!,
    record: read['record']!,
    recordId: read['record_id'] ?? null,
    person: read['person'] ?? null,
    division: read['division']!,
    input: read['input'],
    changes: read['changes'],
    answer: read['answer'],
  }
}

/** Recomputes every digest, every Merkle root and the chain of seals. */
export async function verifyJournal(connection: Connection, county: string): Promise<JournalVerdict> {
  const seals = await connection.query<Seal>('select * from journal_seal where county = $1 order by number', [county])
  let entries = 0
  const verdict = (problem: JournalVerdict['problem'], unsealed = 0): JournalVerdict => ({
    ok: problem === null,
    seals: seals.length,
    entries,
    unsealed,
    problem,
  })
  async function digests(from: number, to: number | null): Promise<string[] | number> {
    const found: string[] = []
    for (let after = 0; ;) {
      const page = await connection.query<StoredEntry>(
        `select * from journal where county = $1 and transaction >= $2 and ($3::bigint is null or transaction < $3) and seq > $4 order by seq limit ${PAGE}`,
        [county, from, to, after],
      )
      for (const row of page) {
        if (digestOf(entryOf(row)) !== row.digest) return row.seq
        found.push(row.digest)
      }
      entries += page.length
      if (page.length < PAGE) return found
      after = page.at(-1)!.seq
    }
  }
  let previous = ''
  for (const [index, seal] of seals.entries()) {
    const found = await digests(seal.from_transaction, seal.to_transaction)
    if (typeof found === 'number') return verdict({ kind: 'changed', seal: seal.number, seq: found })
    const broken = seal.number !== index + 1 || seal.from_transaction !== (seals[index - 1]?.to_transaction ?? 0)
    if (found.length !== seal.entries || merkleRoot(found) !== seal.root)
      return verdict({ kind: 'missing-or-added', seal: seal.number, seq: null })
    if (broken || sealHash(previous, seal.number, seal.root) !== seal.hash)
      return verdict({ kind: 'chain-broken', seal: seal.number, seq: null })
    previous = seal.hash
  }
  const rest = await digests(seals.at(-1)?.to_transaction ?? 0, null)
  if (typeof rest === 'number') return verdict({ kind: 'changed', seal: null, seq: rest })
  return verdict(null, rest.length)
}
