import type { Indicator } from '../indicator/indicator.ts'
import type { Text } from '../text/text.ts'
import type { BoundFigure } from './bound.ts'
import type { Inline } from './model.ts'

/** Who in the bureau answers for a section of bulletin and summary. */
export interface ReportSection {
  readonly id: string
  readonly title: Text
  /** The bureau section (股室) that drafts it. */
  readonly owner: Text
  /** Position in the outline. */
  readonly order: number
}

/**
 * What a line of business says about itself in the monthly bulletin and the annual summary.
 * `figures` are bound to the place and period of the document; `say` puts them into words and must read well whatever their sign.
 */
export interface ParagraphDefinition<
  Figures extends Readonly<Record<string, Indicator>> = Readonly<Record<string, Indicator>>,
> {
  readonly id: string
  readonly section: ReportSection
  /** Documents the paragraph is offered to. */
  readonly documents: readonly ('bulletin' | 'summary')[]
  readonly figures: Figures
  say(figures: { readonly [Name in keyof Figures]: BoundFigure }): readonly Inline[]
}

/** Declares a paragraph. */
export function defineParagraph<const Figures extends Readonly<Record<string, Indicator>>>(
  definition: ParagraphDefinition<Figures>,
): ParagraphDefinition {
  return definition as unknown as ParagraphDefinition
}
