import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Block, ParagraphBlock } from '@kangheng/kernel/wording/model.ts'
import type { ParagraphDefinition } from '@kangheng/kernel/wording/paragraph.ts'
import type { Binder } from './binder.ts'

/** A part of a report before it is stored: which bureau section owns it, and its first draft. */
export interface DraftSection {
  readonly id: string
  readonly title: Text
  readonly owner: Text
  readonly blocks: readonly Block[]
}

/** The office (办公室) owns what no section of the bureau owns. */
export const OFFICE: Text = { zh: '办公室', en: 'Office' }

/** A paragraph of a line of business, bound to the document's place and period; undefined when it has nothing to say. */
export function speak(
  definition: ParagraphDefinition,
  binder: Binder,
  known: ReadonlySet<string>,
): ParagraphBlock | undefined {
  const figures = Object.entries(definition.figures)
  if (!figures.every(([, indicator]) => known.has(indicator.id))) return undefined
  const bound = Object.fromEntries(figures.map(([name, indicator]) => [name, binder.bound(indicator)]))
  const parts = definition.say(bound as never)
  return parts.length === 0 ? undefined : { kind: 'paragraph', id: definition.id, parts }
}

/** What the lines of business say in a kind of document, by section, in the order of the outline. */
export function domainSections(
  house: House,
  binder: Binder,
  indicators: readonly Indicator[],
  document: 'bulletin' | 'summary',
): DraftSection[] {
  const known = new Set(indicators.map((indicator) => indicator.id))
  const paragraphs = house.domains
    .flatMap((domain) => domain.paragraphs)
    .filter((paragraph) => paragraph.documents.includes(document))
  return house.sections.flatMap((section) => {
    const blocks = paragraphs
      .filter((paragraph) => paragraph.section.id === section.id)
      .flatMap((paragraph) => speak(paragraph, binder, known) ?? [])
    return blocks.length === 0 ? [] : [{ id: section.id, title: section.title, owner: section.owner, blocks }]
  })
}
