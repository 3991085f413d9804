import type { RegisterItem, RegisterRow } from '@kangheng/kernel/exchange/register.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { withAddedFields, type AddedFields } from './added-fields.ts'
import { assessRow } from './assess.ts'
import type { RegisterCounty } from './counties.ts'
import type { ComparedField, ResidentEntry } from './entry.ts'
import { createGazetteer } from './gazetteer.ts'
import { createMerger, type FirstRow, type RowReference } from './merge.ts'
import { createPlaceReader } from './place.ts'
import type { ReasonCode, WarningCode } from './reasons.ts'
import type { ResidentColumn } from './register.ts'

/** What becomes of a data row within its file. */
export type Decision =
  /** `first.afterMerge` and `first.conflicts` still grow until the file has been read. */
  | { readonly outcome: 'accepted'; readonly first: FirstRow; readonly warnings: readonly WarningCode[] }
  | { readonly outcome: 'rejected'; readonly reasons: readonly ReasonCode[] }
  | {
      readonly outcome: 'duplicate'
      readonly entry: ResidentEntry
      readonly of: RowReference
      readonly differs: readonly ComparedField[]
    }
  | { readonly outcome: 'conflict'; readonly entry: ResidentEntry; readonly with: RowReference }

/** A data row with its decision. */
export interface DecidedRow {
  readonly kind: 'decided'
  readonly source: RegisterRow<ResidentColumn>
  readonly decision: Decision
}

/** What assessing a register yields, in file order: decided rows, and everything else as it was read. */
export type AssessedItem = Exclude<RegisterItem<ResidentColumn>, { kind: 'data' }> | DecidedRow

export interface AssessmentOptions {
  readonly county: RegisterCounty
  /** The day of the import: the day of reporting of sheets that do not state theirs. */
  readonly importedOn: IsoDate
  /** The columns the county has added, where there are any. */
  readonly added?: AddedFields
}

/** Decides every row of a register as it streams by; only accepted persons are kept in memory, to find those who come twice. */
export function* assessRegister(
  items: Iterable<RegisterItem<ResidentColumn>>,
  { county, importedOn, added = withAddedFields([]) }: AssessmentOptions,
): Generator<AssessedItem> {
  const readPlace = createPlaceReader(createGazetteer(county))
  const compare = createMerger()
  for (const item of items) {
    if (item.kind !== 'data') {
      yield item
      continue
    }
    const reportedOn = item.sheet.reportingDate ?? importedOn
    const assessment = assessRow(item, { reportedOn, areaCode: county.areaCode, readAdded: added.read, readPlace })
    if (assessment.kind === 'rejected') {
      yield { kind: 'decided', source: item, decision: { outcome: 'rejected', reasons: assessment.reasons } }
      continue
    }
    const { entry, warnings } = assessment
    const among = compare({ sheet: item.sheet.name, row: item.row }, entry)
    yield { kind: 'decided', source: item, decision: decisionOf(among, entry, warnings) }
  }
}

function decisionOf(
  among: ReturnType<ReturnType<typeof createMerger>>,
  entry: ResidentEntry,
  warnings: readonly WarningCode[],
): Decision {
  switch (among.kind) {
    case 'first':
      return { outcome: 'accepted', first: among.first, warnings }
    case 'duplicate':
      return { outcome: 'duplicate', entry, of: among.of.at, differs: among.differs }
    case 'conflict':
      return { outcome: 'conflict', entry, with: among.with.at }
  }
}
