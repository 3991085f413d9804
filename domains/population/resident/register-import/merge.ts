import {
  COMPARED_FIELDS,
  FILLED_FIELDS,
  type ComparedField,
  type ComparedValues,
  type FilledField,
  type ResidentEntry,
} from './entry.ts'

/** A row by sheet name and row number. */
export interface RowReference {
  readonly sheet: string
  readonly row: number
}

/** Values which another statement about the same person adds. */
export type Filling = Partial<Pick<ResidentEntry, FilledField | 'added'>>

/** The first row of a person, and what later rows of the file add to it. Both lists grow while the file is read. */
export interface FirstRow {
  readonly at: RowReference
  readonly entry: ResidentEntry
  readonly afterMerge: Filling
  readonly conflicts: RowReference[]
}

/** What a sound row is among the rows before it. */
export type RowAmongOthers =
  | { readonly kind: 'first'; readonly first: FirstRow }
  | { readonly kind: 'duplicate'; readonly of: FirstRow; readonly differs: readonly ComparedField[] }
  | { readonly kind: 'conflict'; readonly with: FirstRow }

/** What makes two rows the same person: the document, or of newborns without one name, sex, birth date and mother. Source: rules 1.12. */
export function keyOf(entry: ResidentEntry): string {
  if (entry.document === 'ID18') return entry.number!
  return entry.document === 'NONE'
    ? ['NONE', entry.name, entry.sex, entry.birth, entry.mother].join('|')
    : `${entry.document}|${entry.number}`
}

/**
 * Compares the sound rows of one file, which must come in file order. The first row of a key is accepted and keeps its values; a later one of the same
 * name fills what the first does not know; one of another name is a conflict and changes nothing. Source: rules 1.12.
 */
export function createMerger(): (at: RowReference, entry: ResidentEntry) => RowAmongOthers {
  const firsts = new Map<string, FirstRow>()
  return (at, entry) => {
    const key = keyOf(entry)
    const first = firsts.get(key)
    if (!first) {
      const fresh: FirstRow = { at, entry, afterMerge: {}, conflicts: [] }
      firsts.set(key, fresh)
      return { kind: 'first', first: fresh }
    }
    if (first.entry.name !== entry.name) {
      first.conflicts.push(at)
      return { kind: 'conflict', with: first }
    }
    Object.assign(first.afterMerge, fillsOf(mergedEntry(first), entry))
    return { kind: 'duplicate', of: first, differs: differencesOf(first.entry, entry) }
  }
}

/** The entry of a person when the whole file has been read: the first row's values and what later rows filled. */
export function mergedEntry(first: FirstRow): ResidentEntry {
  return { ...first.entry, ...first.afterMerge }
}

/** What a second row fills: fields which are null in the first and not in the second. */
export function fillsOf(first: ComparedValues, second: ComparedValues): Filling {
  const fields = FILLED_FIELDS.filter((field) => first[field] === null && second[field] !== null)
  const news = Object.keys(second.added ?? {}).some((key) => !Object.hasOwn(first.added ?? {}, key))
  return {
    ...Object.fromEntries(fields.map((field) => [field, second[field]])),
    // All of them: what is filled in takes the place of what was there.
    ...(news ? { added: { ...second.added, ...first.added } } : {}),
  }
}

/** Fields in which two rows of one person contradict each other: neither is null and they are not equal. */
export function differencesOf(first: ComparedValues, second: ComparedValues): ComparedField[] {
  return COMPARED_FIELDS.filter(
    (field) => first[field] !== null && second[field] !== null && first[field] !== second[field],
  )
}
