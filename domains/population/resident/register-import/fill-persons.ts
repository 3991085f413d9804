import type { JudgedRow } from '@kangheng/kernel/exchange/importable-register.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import type { BulkWrite } from '@kangheng/kernel/record/bulk.ts'
import { canonicalJson, sm3 } from '@kangheng/kernel/record/journal.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { ResidentEntry } from './entry.ts'
import { storedCodes, storedFlags } from './stored-person.ts'

type Row = JudgedRow<ResidentEntry>

const NOTHING = { ethnic: null, relation: null, hukou: null }
const hex = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes).toString('hex') : null)

/** Gives known persons what they lack and the register states. A value that is there is never replaced, whoever wrote it in between. */
export async function fillPersons(
  connection: Connection,
  county: string,
  rows: readonly Row[],
  householdOf: (row: Row) => string | null,
): Promise<BulkWrite> {
  const fills = rows.flatMap((row) => {
    const { verdict } = row
    return verdict.kind === 'known' && Object.keys(verdict.fills).length > 0
      ? [{ row, id: verdict.id, fill: verdict.fills }]
      : []
  })
  const sealed = getVault().encryptAll(fills.flatMap(({ fill }) => [fill.phone ?? null, fill.address ?? null]))
  const lines = fills.map(({ row, id, fill }, index) => ({
    id,
    ...storedCodes({ ...NOTHING, ...fill }),
    group: fill.group ?? null,
    phone: hex(sealed[index * 2]),
    address: hex(sealed[index * 2 + 1]),
    household: fill.householdHead ? householdOf(row) : null,
    flags: storedFlags(fill),
    added: fill.added ?? {},
  }))
  if (lines.length > 0)
    await connection.query(
      `update person p set ethnic = coalesce(p.ethnic, f.ethnic), relation = coalesce(p.relation, f.relation),
         registration = coalesce(p.registration, f.registration), village_group = coalesce(p.village_group, f.group),
         phone_cipher = coalesce(p.phone_cipher, decode(f.phone, 'hex')), address_cipher = coalesce(p.address_cipher, decode(f.address, 'hex')),
         household = coalesce(p.household, f.household),
         extra = p.extra
           || case when f.flags = '{}'::jsonb then '{}'::jsonb
                   else jsonb_build_object('register', f.flags || coalesce(p.extra -> 'register', '{}'::jsonb)) end
           || case when f.added = '{}'::jsonb then '{}'::jsonb
                   else jsonb_build_object('fields', f.added || coalesce(p.extra -> 'fields', '{}'::jsonb)) end,
         version = p.version + 1
       from jsonb_to_recordset($2::text::jsonb) as f (id uuid, ethnic text, relation text, registration text, "group" text, phone text, address text, household uuid, flags jsonb, added jsonb)
       where p.county = $1 and p.id = f.id`,
      [county, JSON.stringify(lines)],
    )
  return { table: persons, rows: lines.length, digest: sm3(canonicalJson(lines)), places: new Map() }
}
