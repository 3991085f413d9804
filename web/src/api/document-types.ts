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

export interface Finding {
  claim: string
  others: string[]
  type: string
  basis: 'direct' | 'implied'
  printed: string
  computed: string
  formula: string
  explanation: Text
}

export interface CheckResult {
  id?: string
  text: string
  documents: { title: string; start: number; end: number }[]
  claims: Claim[]
  checks?: unknown[]
  findings: Finding[]
}
