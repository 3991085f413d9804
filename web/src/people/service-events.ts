import type { PersonFile } from '../api/people-types.ts'
import type { RecordRow } from '../api/types.ts'

/** Something that was done for or happened to the person on a day. */
export interface ServiceEvent {
  readonly on: string
  readonly record: string
  readonly row: RecordRow
}

/** Records that only repeat what another one says: that the health record was used, that a service was credited to a contract. */
const REPEATING: ReadonlySet<string> = new Set(['health-record.use', 'family-doctor.delivery'])

/** Everything the file holds, across lines of business, the latest first; voided rows are left out. */
export function serviceEvents({ sections }: Pick<PersonFile, 'sections'>): ServiceEvent[] {
  return sections
    .filter(({ record }) => !REPEATING.has(record))
    .flatMap(({ record, rows }) =>
      rows.filter((row) => !row['voidedAt']).map((row) => ({ on: String(row['happenedOn']), record, row })),
    )
    .sort((one, other) => (one.on === other.on ? (one.record < other.record ? -1 : 1) : one.on < other.on ? 1 : -1))
}
