import type { Decision } from './assess-register.ts'
import { REASON_CODES, WARNING_CODES, type ReasonCode, type WarningCode } from './reasons.ts'

/** The counts of a report: data_rows = accepted + rejected + merged_duplicates + conflicts_for_review. */
export interface ReportCounts {
  data_rows: number
  accepted: number
  accepted_by_document: Record<string, number>
  accepted_from_15_digit_id: number
  newborn_without_id: number
  other_documents: number
  rejected: number
  /** By the first reason. */
  rejected_by_reason: Partial<Record<ReasonCode, number>>
  merged_duplicates: number
  conflicts_for_review: number
  warnings_on_accepted: Partial<Record<WarningCode, number>>
}

export function emptyCounts(): ReportCounts {
  return {
    data_rows: 0,
    accepted: 0,
    accepted_by_document: {},
    accepted_from_15_digit_id: 0,
    newborn_without_id: 0,
    other_documents: 0,
    rejected: 0,
    rejected_by_reason: {},
    merged_duplicates: 0,
    conflicts_for_review: 0,
    warnings_on_accepted: {},
  }
}

/** Counts one decided row. */
export function addDecision(counts: ReportCounts, decision: Decision): void {
  counts.data_rows++
  switch (decision.outcome) {
    case 'accepted': {
      const { document, from15 } = decision.first.entry
      counts.accepted++
      increase(counts.accepted_by_document, document)
      if (from15) counts.accepted_from_15_digit_id++
      if (document === 'NONE') counts.newborn_without_id++
      else if (document !== 'ID18') counts.other_documents++
      for (const warning of decision.warnings) increase(counts.warnings_on_accepted, warning)
      break
    }
    case 'rejected':
      counts.rejected++
      increase(counts.rejected_by_reason, decision.reasons[0]!)
      break
    case 'duplicate':
      counts.merged_duplicates++
      break
    case 'conflict':
      counts.conflicts_for_review++
  }
}

function increase<K extends string>(counts: Partial<Record<K, number>>, key: K): void {
  counts[key] = (counts[key] ?? 0) + 1
}

/** Puts the parts of the counts in the order in which people read them. */
export function finishCounts(counts: ReportCounts): ReportCounts {
  return {
    ...counts,
    accepted_by_document: inOrder(counts.accepted_by_document, Object.keys(counts.accepted_by_document).sort()),
    rejected_by_reason: inOrder(counts.rejected_by_reason, REASON_CODES),
    warnings_on_accepted: inOrder(counts.warnings_on_accepted, WARNING_CODES),
  }
}

function inOrder<K extends string>(counts: Partial<Record<K, number>>, keys: readonly K[]): Record<K, number> {
  const present = keys.filter((key) => counts[key] !== undefined)
  return Object.fromEntries(present.map((key) => [key, counts[key]])) as Record<K, number>
}
