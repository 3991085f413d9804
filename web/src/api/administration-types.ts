import type { Text } from '../language/language.tsx'
import type { Better, FieldKind } from './types.ts'

export type ImportState = 'reading' | 'preview' | 'applying' | 'done' | 'failed'
export type Outcome = 'accepted' | 'duplicate' | 'review' | 'rejected'

export interface ImportRow {
  sheet: string
  row: number
  outcome: string
  reasons: { code: string; text: Text; remedy?: Text }[]
  warnings?: { code: string; text: Text }[]
  values: Record<string, unknown>
}

export interface ImportRun {
  id: string
  register: string
  title: Text
  /** The record whose rows an action's import makes; none of a register. */
  record?: string
  /** Columns by which rows of an action's import are recognised. */
  columns?: { key: string; title: Text }[]
  /** Header texts that name no column, and sheets without a header: not imported. */
  unknownColumns?: string[]
  skippedSheets?: string[]
  fileName?: string
  state: ImportState
  done?: number
  total?: number
  counts: Record<string, number>
  sample?: ImportRow[]
  startedAt?: string
  finishedAt?: string | null
  accountName?: string
  problem?: Text | string | null
}

export interface AccountRow {
  id: string
  username: string
  name: string
  role: string
  roleTitle: Text
  division: string
  divisionName: string
  institution: string | null
  institutionName: string | null
  disabled: boolean
  lockedUntil: string | null
  mustChangePassword: boolean
  secondFactor: boolean | 'none' | 'pending' | 'on'
  version: number
}

export interface ExtensionField {
  id: string
  record: string
  recordTitle?: Text
  key?: string
  title: Text
  kind: FieldKind
  values?: Record<string, Text> | null
  unit?: Text | null
  required?: boolean
  version: number
  retired?: boolean
}

export interface Condition {
  field: string
  op: '=' | '≠' | '≥' | '≤' | 'in' | 'filled'
  value: string
}

export interface UserMeasure {
  count: 'records' | 'persons' | { sum: string }
  conditions: Condition[]
}

export interface UserIndicator {
  id: string
  title: Text
  unit: Text | string
  decimals: number
  better: Better
  basis: Text
  record: string
  kind: 'quantity' | 'ratio'
  numerator: UserMeasure
  denominator?: UserMeasure | { indicator: string }
  version?: number
}

export interface JournalEntry {
  seq: number | string
  at: string
  deviceAt?: string | null
  accountName: string
  action: Text | string
  record: string | null
  recordId: string | null
  person?: string | null
  changes?: { field: Text; before: unknown; after: unknown }[]
}

export interface JournalVerdict {
  ok: boolean
  seals: number
  entries: number
  problem: null | Text | Record<string, unknown>
}

export interface OwnSession {
  id: string
  createdAt: string
  seenAt: string
  address: string | null
  device: string | null
  current: boolean
}
