import type { Text } from '../language/language.tsx'
import type { FigureStatus } from './figure-types.ts'

export interface NamedPlace {
  code: string
  title: Text
}

export interface NamedPeriod {
  id: string
  title: Text
}

/** A figure as a document quotes it. */
export interface FigureRef {
  key: string
  indicator: string
  title: Text
  place: NamedPlace
  period: NamedPeriod
  value: string | null
  absence?: 'missing' | 'not-applicable'
  unit: Text
  decimals: number
  scale?: { places: number; decimals: number; unit: Text }
  numerator: { title: Text; value: string | null } | null
  denominator: { title: Text; value: string | null } | null
  status: FigureStatus
  closedOn: string | null
  basis: Text
  definitionVersion: number
  link: string
  derivation?: { name: string; formula: Text }
}

export interface TextPart {
  kind: 'text'
  text: string
}

export interface FigurePart {
  kind: 'figure'
  figure: FigureRef
  text: string
}

export interface PhrasePart {
  kind: 'phrase'
  phrase: string
  of: FigureRef
  parts: (TextPart | FigurePart)[]
}

export type Inline = TextPart | FigurePart | PhrasePart

export interface HeadingBlock {
  kind: 'heading'
  level: 2 | 3 | 4
  text: string
}

export interface ParagraphBlock {
  kind: 'paragraph'
  id?: string
  parts: Inline[]
  /** As it reads: phrases that have nothing to say are gone with their commas. */
  printed?: (TextPart | FigurePart)[]
}

export type TableCell = TextPart | { kind: 'figure'; figure: FigureRef }

export interface TableBlock {
  kind: 'table'
  title: string
  place: NamedPlace
  period: NamedPeriod
  basis: Text
  asOf: string
  columns: { title: string; unit?: string; group?: string; kind: 'text' | 'number'; width?: number }[]
  rows: { kind: 'body' | 'total'; cells: TableCell[] }[]
  notes?: string[]
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock

export interface DocumentSection {
  id: string
  title: string
  owner?: string
  blocks: Block[]
}

export interface ReportDocument {
  kind: 'bulletin' | 'summary'
  title: string
  organisation: string
  documentNumber?: string
  issuedOn?: string
  signedBy?: string
  addressees?: string
  place: NamedPlace
  period: NamedPeriod
  status: string
  synthetic: boolean
  opening: ParagraphBlock[]
  sections: DocumentSection[]
  attachments?: { title: string; blocks: Block[] }[]
  copies?: string[]
}

export interface BulletinRow {
  id: string
  place: string
  placeName?: string
  period: string
  title: string
  state: 'draft' | 'closed' | 'issued'
  number: string | null
  issuedOn: string | null
  version: number
}

export interface Bulletin extends BulletinRow {
  sections: ReportSection[]
  document: ReportDocument
  check: ReportCheck
}

export interface SummaryRow {
  id: string
  place: string
  placeName?: string
  year: number
  title: string
  state: 'drafting' | 'submitted' | 'compiled' | 'signed'
  version: number
}

/** A part of a bulletin or summary as its section of the bureau drafts it. */
export interface ReportSection {
  id: string
  title: Text
  owner: Text
  state: 'drafting' | 'submitted'
  blocks: Block[]
  version: number
}

export interface Summary extends SummaryRow {
  sections: ReportSection[]
  problems: { text: Text }[]
  plan: { text: Text }[]
  provisional: FigureRef[]
  document: ReportDocument
  check: ReportCheck
}

export interface Claim {
  id: string
  /** Offsets in Unicode code points of the text; `end` is exclusive. */
  start: number
  end: number
  text: string
  value: number
  unit: string
  kind: string
  status: string
  subject: { what: string; place: string | null; period: string | null }
}

/** What was decided about a finding, by whom, when and why. */
export interface Decision {
  id: string
  verdict: 'accepted' | 'dismissed'
  reason: string | null
  by: string
  at: string
}

export interface Finding {
  /** The name by which decisions about it are kept. */
  key: string
  sentence: string
  claim: string
  others: string[]
  type: string
  basis: 'direct' | 'implied'
  printed: string
  computed: string
  formula: string
  explanation: Text
  decision?: Decision
}

/** What the figure check finds in a bulletin or summary; `document` is what decisions are kept under. */
export interface ReportCheck {
  document: string
  findings: Finding[]
}

export interface CheckResult {
  document: string
  text: string
  /** `place` and `period` are what the summary is probably about. */
  documents: { title: string; start: number; end: number; place: string; period: string | null }[]
  claims: Claim[]
  findings: Finding[]
}

/** A printed number beside the county's. */
export interface ReconciledClaim {
  claim: string
  indicator: string
  how: 'mapping' | 'name'
  printed: string
  agrees: boolean
  words: Text
}

/** The county's figure with all it is based on. */
export interface FigureBasis {
  place: string
  period: string
  value: string | null
  numerator: string | null
  denominator: string | null
  status: FigureStatus
  closedOn: string | null
  title: Text
  unit: Text
  basis: Text
  numeratorTitle: Text
  denominatorTitle: Text | null
}

export interface Reconciliation {
  compared: ReconciledClaim[]
  unmapped: string[]
  elsewhere: string[]
  absent: { claim: string; indicator: string }[]
  place: { code: string; name: string }
  period: string
  figures: Record<string, FigureBasis>
}
