import type { Connection } from '../store/connection.ts'
import { commonDivision, scorePair, type DuplicateFacts, type DuplicateReason } from './duplicate-score.ts'
import { getVault } from './vault-holder.ts'

interface StoredFacts extends Omit<DuplicateFacts, 'phone'> {
  readonly phone_cipher: Uint8Array | null
}

/**
 * Blocking keys: pairs are formed only where one file lacks a citizen number (two valid numbers are two people) and
 * birth and name, birth and sound in the village, birth and mother, or name in the township agree.
 */
const BLOCKS = [
  'b.birth = a.birth and b.name = a.name',
  'b.birth = a.birth and b.pinyin = a.pinyin and b.division = a.division',
  'b.birth = a.birth and b.mother_name = a.mother_name',
  "b.name = a.name and b.division >= left(a.division, 9) and b.division < left(a.division, 9) || '~'",
]

const LIVING = `('resident', 'departed')`

function pairQuery(among: string, block: string): string {
  return `select least(a.id, b.id) as first, greatest(a.id, b.id) as second
    from ${among} a join person b on b.county = $1 and ${block}
    where b.state in ${LIVING} and a.id <> b.id and (a.document_kind <> 'ID18' or b.document_kind <> 'ID18')`
}

const FACTS = 'select id, name, pinyin, birth, mother_name, division, document_kind from person'

/** All pairs; those without a citizen number are few, and gathered first. */
const ALL_PAIRS = `with bare as materialized (
    ${FACTS} where county = $1 and document_kind <> 'ID18' and state in ${LIVING})
  ${BLOCKS.map((block) => pairQuery('bare', block)).join(' union ')}`

/** Pairs of one person: the blocks read the same from either side. */
const OWN_PAIRS = `with own as materialized (${FACTS} where county = $1 and id = $2::uuid and state in ${LIVING})
  ${BLOCKS.map((block) => pairQuery('own', block)).join(' union ')}`

async function factsOf(
  connection: Connection,
  county: string,
  ids: readonly string[],
): Promise<Map<string, DuplicateFacts>> {
  const rows = await connection.query<StoredFacts>(
    `select id, name, pinyin, sex, birth, division, document_kind as "documentKind", household, mother_name as "motherName", phone_cipher
     from person where county = $1 and id = any($2::uuid[])`,
    [county, ids],
  )
  const phones = getVault().decryptAll(rows.map((row) => row.phone_cipher))
  return new Map(rows.map((row, index) => [row.id, { ...row, phone: phones[index] ?? null }]))
}

interface ScoredPair {
  readonly first: string
  readonly second: string
  readonly division: string
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

/**
 * Finds files that may be one person and keeps the pairs for somebody to decide; pairs already decided stay decided, and open pairs
 * that no longer look alike are dropped. Looks at one person's pairs when `person` is given.
 * Needs the house's own rights: the other file may lie in another township, which then only the county is told.
 * @returns how many open pairs there are (of this person).
 */
export async function refreshDuplicates(
  connection: Connection,
  county: string,
  person: string | null = null,
): Promise<number> {
  const pairs = await connection.query<{ first: string; second: string }>(
    person ? OWN_PAIRS : ALL_PAIRS,
    person ? [county, person] : [county],
  )
  const facts = await factsOf(connection, county, [...new Set(pairs.flatMap((pair) => [pair.first, pair.second]))])
  const found: ScoredPair[] = []
  for (const { first, second } of pairs) {
    const [one, other] = [facts.get(first)!, facts.get(second)!]
    const scored = scorePair(one, other)
    if (scored) found.push({ first, second, division: commonDivision(one.division, other.division), ...scored })
  }
  const wanted = JSON.stringify(found)
  const asRows = `jsonb_to_recordset($2::text::jsonb) as row (first uuid, second uuid, division text, score int, reasons jsonb)`
  await connection.query(
    `delete from duplicate_candidate old where county = $1 and state = 'open' and ($3::uuid is null or first = $3 or second = $3)
       and not exists (select 1 from ${asRows} where row.first = old.first and row.second = old.second)`,
    [county, wanted, person],
  )
  await connection.query(
    `insert into duplicate_candidate (county, first, second, division, score, reasons)
     select $1, first, second, division, score, reasons from ${asRows}
     on conflict (county, first, second) do update set division = excluded.division, score = excluded.score, reasons = excluded.reasons
     where duplicate_candidate.state = 'open'`,
    [county, wanted],
  )
  const [open] = await connection.query<{ open: number }>(
    `select count(*)::int as open from duplicate_candidate where county = $1 and state = 'open' and ($2::uuid is null or first = $2 or second = $2)`,
    [county, person],
  )
  return open!.open
}
