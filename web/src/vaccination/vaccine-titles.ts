import type { RecordType, Text } from '../api/types.ts'

/** What vaccines are called, by their codes; of whichever record the reader sees: a village doctor sees no stock, the section no notices. */
export const vaccineTitles = (records: ReadonlyMap<string, RecordType>): Readonly<Record<string, Text>> =>
  (records.get('immunization.recall-notice') ?? records.get('immunization.lot'))?.fields['vaccine']?.values ?? {}
