import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { ResultEntry } from './entry.ts'
import type { ReasonCode } from './reasons.ts'

/** An arrival to which results can belong. */
export interface Arrival {
  readonly id: string
  readonly person: string
  readonly division: string
  readonly institution: string | null
  readonly barcode: string | null
  readonly happenedOn: string
  readonly name: string
  readonly sex: string
  readonly birth: string
  readonly key: string | null
}

/** Results measured later belong to no arrival. */
const DAYS_AFTER_ARRIVAL = 60

const ARRIVALS = `select a.id, a.person, a.division, a.institution, a.barcode, a.happened_on as "happenedOn", p.name, p.sex, p.birth, p.document_key as key
  from physical_examination_attendance a join person p on p.county = a.county and p.id = a.person
  where a.county = $1 and a.state <> 'called' and a.voided_at is null`

/** Whom results are of: found for many at once by barcode and by identity number. */
export interface KnownArrivals {
  /** The arrival an entry belongs to, or why there is none. */
  of(entry: ResultEntry): Arrival | ReasonCode
}

const keyOf = (number: string) => getVault().blindIndex('ID18', number)

/** Looks up the arrivals that these entries name. */
export async function findArrivals(
  connection: Connection,
  county: string,
  entries: readonly ResultEntry[],
): Promise<KnownArrivals> {
  const barcodes = [...new Set(entries.flatMap((entry) => entry.barcodes))]
  const keys = new Map(
    [...new Set(entries.map(({ number }) => number))].filter(Boolean).map((each) => [each, keyOf(each)]),
  )
  const labelled = await connection.query<Arrival>(`${ARRIVALS} and a.barcode = any($2::text[])`, [county, barcodes])
  const byBarcode = new Map(labelled.map((arrival) => [arrival.barcode!, arrival]))
  const people = await connection.query<{ id: string; key: string }>(
    'select id, document_key as key from person where county = $1 and document_key = any($2::text[])',
    [county, [...keys.values()]],
  )
  const personOf = new Map(people.map(({ id, key }) => [key, id]))
  const arrivals = await connection.query<Arrival>(
    `${ARRIVALS} and a.person = any($2::uuid[]) order by a.happened_on desc, a.id desc`,
    [county, people.map(({ id }) => id)],
  )
  const byPerson = Map.groupBy(arrivals, ({ person }) => person)

  const fits = (arrival: Arrival, on: string) =>
    arrival.happenedOn <= on && on <= addDays(arrival.happenedOn, DAYS_AFTER_ARRIVAL)

  function of({ barcodes: given, number, name, measuredAt }: ResultEntry): Arrival | ReasonCode {
    const on = measuredAt.slice(0, 10)
    const key = number ? keys.get(number)! : undefined
    const known = given.map((each) => byBarcode.get(each)).find((arrival) => arrival !== undefined)
    if (known) {
      if ((key && key !== known.key) || (name && name !== known.name)) return 'IDENTITY_MISMATCH'
      return fits(known, on) ? known : 'NOT_ARRIVED'
    }
    if (!key) return 'NO_SUCH_SAMPLE'
    const person = personOf.get(key)
    if (!person) return 'NO_SUCH_PERSON'
    const arrival = byPerson.get(person)?.find((each) => fits(each, on))
    if (!arrival) return 'NOT_ARRIVED'
    return name && name !== arrival.name ? 'IDENTITY_MISMATCH' : arrival
  }
  return { of }
}
