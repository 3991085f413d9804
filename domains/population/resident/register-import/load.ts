import { createHash } from 'node:crypto'
import type { PgTable } from 'drizzle-orm/pg-core'
import { getTableName } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { JudgedRow, LoadContext, RegisterLoader, Verdict } from '@kangheng/kernel/exchange/importable-register.ts'
import { refreshDuplicates } from '@kangheng/kernel/person/duplicates.ts'
import { pinyinInitials } from '@kangheng/kernel/person/pinyin.ts'
import { households, persons, residenceEpisodes } from '@kangheng/kernel/person/tables.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { monthOf } from '@kangheng/kernel/period/period.ts'
import { isWithin } from '@kangheng/kernel/place/code.ts'
import { touchedPlaces, type BulkWrite } from '@kangheng/kernel/record/bulk.ts'
import { copyLine } from '@kangheng/kernel/store/copy-format.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { ResidentEntry } from './entry.ts'
import { familiesOf, matchHouseholds, type Family } from './families.ts'
import { fillPersons } from './fill-persons.ts'
import { documentKeyOf, findKnown } from './find-known.ts'
import { decideAgainstKnown } from './known-person.ts'
import { keyOf } from './merge.ts'
import { storedCodes, storedFlags } from './stored-person.ts'

type Row = JudgedRow<ResidentEntry>

/** Copies lines into a table and tells what was written. */
async function load(
  connection: Connection,
  table: PgTable,
  columns: readonly string[],
  lines: readonly string[],
  places: BulkWrite['places'],
): Promise<BulkWrite> {
  const text = Buffer.from(lines.join(''))
  if (lines.length > 0) await connection.copyIn(getTableName(table), columns, [text])
  return { table, rows: lines.length, digest: createHash('sm3').update(text).digest('hex'), places }
}

const PERSON =
  'county id household division name pinyin sex birth ethnic document_kind document_cipher document_key phone_cipher address_cipher village_group relation registration mother_name extra'.split(
    ' ',
  )
const EPISODE = 'county id person kind starts_on start_reason division sex birth'.split(' ')
const HOUSEHOLD = 'county id division number head_name village_group'.split(' ')

/** Entries' columns from `division` on, ready for COPY. Encrypting many at once is what makes it fast. */
function personColumns(entries: readonly ResidentEntry[], keysOfDocuments: readonly (string | null)[]): string[] {
  const sealed = getVault().encryptAll(entries.flatMap((entry) => [entry.number, entry.phone, entry.address]))
  return entries.map((entry, index) => {
    const { ethnic, relation, registration } = storedCodes(entry)
    const flags = storedFlags(entry)
    return copyLine([
      entry.villageCode,
      entry.name,
      pinyinInitials(entry.name),
      entry.sex,
      entry.birth,
      ethnic,
      entry.document,
      sealed[index * 3],
      keysOfDocuments[index],
      sealed[index * 3 + 1],
      sealed[index * 3 + 2],
      entry.group,
      relation,
      registration,
      entry.mother,
      {
        ...(Object.keys(flags).length > 0 ? { register: flags } : {}),
        ...(entry.added ? { fields: entry.added } : {}),
      },
    ])
  })
}

/**
 * Loads accepted residents: new persons with their household, and with usual and registered residence since the day of the import (newborns since birth),
 * because before that day a register says nothing; known persons get what they lack.
 */
export function residentLoader(context: LoadContext): RegisterLoader<ResidentEntry> {
  const { county, actor, importedOn } = context
  let householdOf: (row: Row) => string | null = () => null
  // No weak map: of a hundred thousand weak keys the garbage collector looks at each, each time.
  const prepared = new Map<ResidentEntry, string>()

  function prepareColumns(entries: readonly ResidentEntry[], keysOfDocuments = entries.map(documentKeyOf)): void {
    const columns = personColumns(entries, keysOfDocuments)
    entries.forEach((entry, index) => prepared.set(entry, columns[index]!))
  }

  async function judge(connection: Connection, entries: readonly ResidentEntry[]): Promise<Verdict<ResidentEntry>[]> {
    if (entries.length === 0) return []
    const keys = entries.map(documentKeyOf)
    const known = await findKnown(connection, county, entries, keys)
    const isNew = entries.map((entry) => !known.has(keyOf(entry)))
    if (context.applies)
      prepareColumns(
        entries.filter((_, index) => isNew[index]),
        keys.filter((_, index) => isNew[index]),
      )
    return entries.map((entry): Verdict<ResidentEntry> => {
      if (!isWithin(entry.villageCode, actor.division))
        return { kind: 'review', code: 'OUTSIDE_SCOPE', detail: 'outside-scope' }
      const person = known.get(keyOf(entry))
      if (person && !isWithin(person.values.villageCode, actor.division))
        return { kind: 'review', code: 'KNOWN_ELSEWHERE', detail: 'known-elsewhere' }
      const decision = decideAgainstKnown(entry, person)
      if (decision.kind === 'new') return decision
      if (decision.kind === 'known') return { kind: 'known', id: decision.person, fills: decision.fills }
      return { kind: 'review', code: 'CONFLICT_WITH_KNOWN', detail: decision.outcome }
    })
  }

  const needsHousehold = ({ verdict }: Row) =>
    verdict.kind === 'new' || (verdict.kind === 'known' && 'householdHead' in verdict.fills)

  async function prepare(connection: Connection, rows: readonly Row[]): Promise<BulkWrite[]> {
    const families = familiesOf(rows.map((row) => row.entry))
    const wanted = families.filter((family, index) => family !== undefined && needsHousehold(rows[index]!)) as Family[]
    const { idOf, opened } = await matchHouseholds(connection, county, wanted)
    const bySeq = new Map(rows.map((row, index) => [row.accepted.seq, families[index]]))
    householdOf = (row) => {
      const family = bySeq.get(row.accepted.seq)
      return family ? (idOf(family) ?? null) : null
    }
    const lines = opened.map((each) => copyLine([county, each.id, each.division, each.number, each.head, each.group]))
    return [await load(connection, households, HOUSEHOLD, lines, new Map())]
  }

  async function apply(connection: Connection, rows: readonly Row[]) {
    const people = rows.filter((row) => row.verdict.kind === 'new')
    // Entries that later rows of the file completed were not prepared while it was read.
    prepareColumns(people.map(({ entry }) => entry).filter((entry) => !prepared.has(entry)))
    const since = (entry: ResidentEntry) => (entry.document === 'NONE' ? entry.birth : importedOn)
    const personLines: string[] = []
    const episodeLines: string[] = []
    for (const row of people) {
      const { entry } = row
      const id = uuidv7()
      personLines.push(`${county}\t${id}\t${householdOf(row) ?? '\\N'}\t${prepared.get(entry)}`)
      const reason = entry.document === 'NONE' ? 'birth' : 'initial'
      for (const kind of ['usual', 'registered']) {
        const residence = `${kind}\t${since(entry)}\t${reason}\t${entry.villageCode}\t${entry.sex}\t${entry.birth}`
        episodeLines.push(`${county}\t${uuidv7()}\t${id}\t${residence}\n`)
      }
    }
    const places = touchedPlaces(people.map(({ entry }) => [entry.villageCode, monthOf(since(entry))] as const))
    const filled = await fillPersons(connection, county, rows, householdOf)
    return {
      added: people.length,
      filled: filled.rows,
      writes: [
        await load(connection, persons, PERSON, personLines, places),
        await load(connection, residenceEpisodes, EPISODE, episodeLines, places),
        filled,
      ],
    }
  }

  return {
    judge,
    prepare,
    apply,
    async finish(connection) {
      // Of a table that has just grown manyfold the planner knows nothing, and would compare everybody with everybody.
      await connection.execute('analyze person')
      await refreshDuplicates(connection, county)
    },
  }
}
