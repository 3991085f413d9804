import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { AddedValues } from './added-fields.ts'
import type { ResidentEntry } from './entry.ts'
import type { KnownPerson } from './known-person.ts'
import { keyOf } from './merge.ts'
import { registerWords, type RegisterFlags } from './stored-person.ts'

interface Row {
  id: string
  key: string | null
  name: string
  sex: 'male' | 'female'
  birth: string
  division: string
  ethnic: string | null
  relation: string | null
  registration: string | null
  group: string | null
  mother: string | null
  head: string | null
  phone_cipher: Uint8Array | null
  address_cipher: Uint8Array | null
  extra: { register?: RegisterFlags; fields?: AddedValues } | null
}

const COLUMNS = `p.id, p.name, p.sex, p.birth, p.division, p.ethnic, p.relation, p.registration, p.village_group as group, p.mother_name as mother,
  h.head_name as head, p.phone_cipher, p.address_cipher, p.extra`
const HOUSEHOLD = 'left join household h on h.county = p.county and h.id = p.household'

function found(rows: readonly Row[]): KnownPerson[] {
  const clear = getVault().decryptAll(rows.flatMap((row) => [row.phone_cipher, row.address_cipher]))
  return rows.map((row, index) => {
    const flags = row.extra?.register
    return {
      id: row.id,
      name: row.name,
      values: {
        sex: row.sex,
        birth: row.birth,
        villageCode: row.division,
        ...registerWords(row),
        group: row.group,
        phone: clear[index * 2] ?? null,
        address: clear[index * 2 + 1] ?? null,
        householdHead: row.head,
        poverty: flags?.poverty ?? null,
        hypertension: flags?.hypertension ?? null,
        diabetes: flags?.diabetes ?? null,
        ...(row.extra?.fields ? { added: row.extra.fields } : {}),
      },
    }
  })
}

/** The search key of an entry's document; null for a newborn without number. */
export function documentKeyOf(entry: ResidentEntry): string | null {
  return entry.number === null ? null : getVault().blindIndex(entry.document, entry.number)
}

/**
 * Whom the county knows under the entries' keys (see `keyOf`), also under a document that a merge took over. Needs the house's own rights.
 * @param keysOfDocuments `documentKeyOf` of each entry.
 */
export async function findKnown(
  connection: Connection,
  county: string,
  entries: readonly ResidentEntry[],
  keysOfDocuments: readonly (string | null)[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>()
  const byDocument = new Map<string, string>()
  for (const [index, key] of keysOfDocuments.entries()) if (key !== null) byDocument.set(key, keyOf(entries[index]!))
  const keys = [...byDocument.keys()]
  const documents = await connection.query<Row>(
    `select p.document_key as key, ${COLUMNS} from person p ${HOUSEHOLD} where p.county = $1 and p.document_key = any($2::text[])
     union all
     select i.key, ${COLUMNS} from person_identifier i join person p on p.county = i.county and p.id = i.person ${HOUSEHOLD}
       where i.county = $1 and i.system = 'document' and i.key = any($2::text[])`,
    [county, keys],
  )
  found(documents).forEach((person, index) => known.set(byDocument.get(documents[index]!.key!)!, person))
  const newborns = entries.filter((entry) => entry.document === 'NONE')
  if (newborns.length === 0) return known
  const unnumbered = await connection.query<Row>(
    `select null as key, ${COLUMNS} from person p ${HOUSEHOLD} where p.county = $1 and p.document_kind = 'NONE' and p.state <> 'merged'
       and p.birth = any($2::date[]) and p.name = any($3::text[])`,
    [county, newborns.map((entry) => entry.birth), newborns.map((entry) => entry.name)],
  )
  found(unnumbered).forEach((person, index) => {
    const { mother } = unnumbered[index]!
    const { sex, birth } = person.values
    known.set(keyOf({ name: person.name, document: 'NONE', sex, birth, mother } as ResidentEntry), person)
  })
  return known
}
