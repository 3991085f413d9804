import type { Text } from '../text/text.ts'

/** A division or institution as a document names it. */
export interface PlaceRef {
  readonly code: string
  readonly title: Text
}

/** A statistical period as a document names it; `id` is the kernel's (`2025`, `2025-11`, `2025-11-ytd`, `2025-Q4`). */
export interface PeriodRef {
  readonly id: string
  readonly title: Text
}

export type FigureStatus = 'provisional' | 'closed' | 'revised'

/** Why a figure has no value: its sources have not reported, or the question does not arise (denominator zero, no base). */
export type Absence = 'missing' | 'not-applicable'

/** A numerator or denominator: what is counted, and how much of it. */
export interface FigureTerm {
  readonly title: Text
  readonly value: string | null
}

/** Printed in a larger unit because the definition says so: 元 as 万元 is `{ places: 4, decimals: 2, unit: 万元 }`. */
export interface FigureScale {
  readonly places: number
  readonly decimals: number
  readonly unit: Text
}

/** How a figure was made from another one: a comparison, a completion, a rank. */
export type DerivationName =
  | 'same-time-last-year'
  | 'previous-period'
  | 'change'
  | 'previous-change'
  | 'target'
  | 'completion'
  | 'target-gap'
  | 'time-progress-gap'
  | 'rank'

export interface Derivation {
  readonly name: DerivationName
  readonly formula: Text
}

/** A figure as a document quotes it: frozen value, definition, basis, terms, status and the way to the rows behind it. */
export interface FigureRef {
  /** Its number in this document, `F012`; empty until the document is numbered. */
  readonly key: string
  readonly indicator: string
  readonly title: Text
  readonly place: PlaceRef
  readonly period: PeriodRef
  /** A plain decimal string at the definition's decimals, or null when there is none (see `absence`). */
  readonly value: string | null
  readonly absence?: Absence
  readonly unit: Text
  readonly decimals: number
  readonly scale?: FigureScale
  readonly numerator: FigureTerm | null
  readonly denominator: FigureTerm | null
  readonly status: FigureStatus
  /** Day the period was closed, or null while it is open. */
  readonly closedOn: string | null
  /** What the count is based on (口径). */
  readonly basis: Text
  readonly definitionVersion: number
  /** Path of the page that shows the rows behind the figure. */
  readonly link: string
  readonly derivation?: Derivation
}

export interface TextPart {
  readonly kind: 'text'
  readonly text: string
}

/** A figure in a sentence. `text` is what is printed; it may hold the direction word (`下降1.2%`), which then is covered by the digest. */
export interface FigurePart {
  readonly kind: 'figure'
  readonly figure: FigureRef
  readonly text: string
}

/** The wordings that a bound figure offers; the names are those of its properties. */
export type PhraseName =
  | 'sameTimeLastYear'
  | 'previousPeriod'
  | 'change'
  | 'againstTarget'
  | 'againstTimeProgress'
  | 'rank'
  | 'leaders'
  | 'laggards'

/** Words that follow the sign of a comparison. Made anew when the figure is refreshed; may be empty, when nothing can be said. */
export interface PhrasePart {
  readonly kind: 'phrase'
  readonly phrase: PhraseName
  readonly of: FigureRef
  readonly parts: readonly PlainPart[]
}

export type PlainPart = TextPart | FigurePart
export type Inline = PlainPart | PhrasePart

/** A heading below the section's own: 2 is （一）, 3 is 1., 4 is （1）. Numbers are given by the printer, never written. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 2 | 3 | 4
  readonly text: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  /** The paragraph's own name when a domain offered it, so that its text can be found again after editing. */
  readonly id?: string
  readonly parts: readonly Inline[]
}

/** A column; its unit stands in the head and every figure below has that unit. */
export interface TableColumn {
  readonly title: string
  readonly unit?: string
  /** The rows differ in unit, which stands in a column of its own. */
  readonly unitByRow?: true
  /** Neighbouring columns of the same group share a head. */
  readonly group?: string
  readonly kind: 'text' | 'number'
  /** Width in Chinese characters; as wide as head and cells need unless told. */
  readonly width?: number
}

export type TableCell = TextPart | { readonly kind: 'figure'; readonly figure: FigureRef }

export interface TableRow {
  readonly kind: 'body' | 'total'
  readonly cells: readonly TableCell[]
}

/** A table that says what it is, so that a copy of it can be trusted. */
export interface TableBlock {
  readonly kind: 'table'
  readonly title: string
  readonly place: PlaceRef
  readonly period: PeriodRef
  readonly basis: Text
  /** Last day the data covers, as `YYYY-MM-DD`. */
  readonly asOf: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly notes?: readonly string[]
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock

/** A part of the document under a level-1 heading (一、), drafted by one bureau section. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly owner?: string
  readonly blocks: readonly Block[]
}

/** An annex that starts on its own page (附件). */
export interface Attachment {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The way of a summary: draft → submitted → compiled → signed; of a bulletin: draft → closed → issued. */
export type DocumentStatus = 'draft' | 'submitted' | 'compiled' | 'closed' | 'signed' | 'issued'

/** An official document with living figures. */
export interface ReportDocument {
  readonly kind: 'bulletin' | 'summary'
  /** A line feed forces a break; otherwise the printer breaks the title between words. */
  readonly title: string
  /** 发文机关, full name. */
  readonly organisation: string
  /** 发文字号, `玉卫发〔2025〕11号`. */
  readonly documentNumber?: string
  readonly issuedOn?: string
  readonly signedBy?: string
  /** 主送机关, without the colon. */
  readonly addressees?: string
  readonly place: PlaceRef
  readonly period: PeriodRef
  readonly status: DocumentStatus
  /** Demo data: the mark is printed on every page. */
  readonly synthetic: boolean
  readonly opening: readonly ParagraphBlock[]
  readonly sections: readonly Section[]
  readonly attachments?: readonly Attachment[]
  /** 抄送机关. */
  readonly copies?: readonly string[]
}
