import type { ReadStep } from './importable-register.ts'

type RowsStep<Entry> = Extract<ReadStep<Entry>, { kind: 'rows' }>

/**
 * Rows on their way from the reading thread: as two texts. Of a hundred thousand objects that are copied one by one the garbage collector
 * would have more work than everything else together, and the texts that repeat (villages, names of heads) are shared after parsing.
 */
export interface PackedRows {
  readonly rows: string
  /** One line for each accepted row: JSON has no line breaks of its own. */
  readonly originals: string
}

/** Packs a step for the way to another thread. */
export function packRows<Entry>({ accepted, originals, others }: RowsStep<Entry>): PackedRows {
  return { rows: JSON.stringify({ accepted, others }), originals: originals.join('\n') }
}

/** The step as it was; `originals` are taken apart only when somebody looks at them. */
export function unpackRows<Entry>(packed: PackedRows): RowsStep<Entry> {
  const { accepted, others } = JSON.parse(packed.rows) as Pick<RowsStep<Entry>, 'accepted' | 'others'>
  let lines: string[] | undefined
  return {
    kind: 'rows',
    accepted,
    others,
    get originals() {
      return (lines ??= accepted.length === 0 ? [] : packed.originals.split('\n'))
    },
  }
}
