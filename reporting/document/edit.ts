import type { Language } from '@kangheng/kernel/text/text.ts'
import { bind, isPhraseName, type BoundFigure } from '@kangheng/kernel/wording/bound.ts'
import { derive, isDerivationName } from '@kangheng/kernel/wording/derive.ts'
import { identityOf, mapDocument, numberFigures } from './figures.ts'
import type { FigureRef, Inline, ReportDocument, TableCell } from '@kangheng/kernel/wording/model.ts'
import { printCell } from '@kangheng/kernel/wording/print.ts'
import { inlineOf, sentenceText } from '@kangheng/kernel/wording/say.ts'

/** Finds the figure of an identity (without its derivation) with what it may be compared with. */
export type FigureLookup = (identity: string, figure?: FigureRef) => BoundFigure | undefined

const baseIdentity = (figure: FigureRef) => identityOf(figure).replace(/!.*$/, '')

/**
 * A paragraph as its author edits it: free text with a placeholder for every living piece,
 * `{{family-doctor.coverage@530721/2025}}` for a figure, with `#rank` behind it for a phrase.
 */
export function paragraphSource(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'figure' ? `{{${identityOf(part.figure)}}}` : `{{${identityOf(part.of)}#${part.phrase}}}`
    })
    .join('')
}

/** The paragraph an author has edited, or the placeholders in it that name nothing. */
export type ParsedParagraph =
  { readonly ok: true; readonly parts: readonly Inline[] } | { readonly ok: false; readonly unknown: readonly string[] }

const PLACEHOLDER = /^([^!#]+)(?:!([a-z-]+))?(?:#(\w+))?$/

/** The bound figure itself, or the one derived from it. */
function bindDerived(bound: BoundFigure, derivation: string | undefined): BoundFigure | undefined {
  if (derivation === undefined) return bound
  return isDerivationName(derivation) ? bind(derive(bound, derivation)) : undefined
}

/** A figure or phrase of a placeholder; undefined when there is none of that name. */
function resolve(name: string, lookup: FigureLookup, language: Language): Inline[] | undefined {
  const [, identity = '', derivation, phrase] = PLACEHOLDER.exec(name) ?? []
  const found = lookup(identity)
  const bound = found && bindDerived(found, derivation)
  if (!bound) return undefined
  if (phrase === undefined) return inlineOf(bound, language)
  return isPhraseName(phrase) ? inlineOf(bound[phrase], language) : undefined
}

/** Reads an edited paragraph; text outside the placeholders is kept to the letter. */
export function parseParagraph(source: string, lookup: FigureLookup, language: Language = 'zh'): ParsedParagraph {
  const unknown: string[] = []
  const parts = source.split(/\{\{([^{}]*)\}\}/).flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }]
    const resolved = resolve(piece.trim(), lookup, language)
    if (!resolved) unknown.push(piece.trim())
    return resolved ?? []
  })
  return unknown.length > 0 ? { ok: false, unknown } : { ok: true, parts }
}

/** What refreshing changed, to be shown to the author. */
export interface RefreshedPiece {
  readonly identity: string
  readonly before: string
  readonly after: string
}

/**
 * The document with today's figures. Free text stays as the author wrote it; figures, and the words that follow their
 * sign, are made anew; numbers of figures are kept. Figures that the lookup does not know stay as they are and are listed.
 */
export function refreshFigures(document: ReportDocument, lookup: FigureLookup, language: Language = 'zh') {
  const changes: RefreshedPiece[] = []
  const unknown = new Set<string>()
  const note = (identity: string, before: string, after: string) => {
    if (before !== after) changes.push({ identity, before, after })
  }

  function find(figure: FigureRef): BoundFigure | undefined {
    const found = lookup(baseIdentity(figure), figure)
    if (!found) unknown.add(baseIdentity(figure))
    return found && bindDerived(found, figure.derivation?.name)
  }

  function inline(part: Inline): Inline[] {
    if (part.kind === 'text') return [part]
    const old = part.kind === 'phrase' ? part.of : part.figure
    const bound = find(old)
    if (!bound) return [part]
    const made = inlineOf(part.kind === 'phrase' ? bound[part.phrase] : bound, language)
    note(identityOf(old), sentenceText([part]), sentenceText(made))
    return keepKeys(part, made)
  }

  function cell(old: TableCell): TableCell {
    if (old.kind === 'text') return old
    const figure = find(old.figure)?.figure
    if (!figure) return old
    note(identityOf(figure), printCell(old.figure), printCell(figure))
    return { kind: 'figure', figure }
  }

  const refreshed = mapDocument(document, (block) => {
    if (block.kind === 'paragraph') return { ...block, parts: block.parts.flatMap(inline) }
    if (block.kind !== 'table') return block
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) }
  })
  return { document: numberFigures(refreshed), changes, unknown: [...unknown] }
}

/** The new parts with the numbers that the same figures had before. */
function keepKeys(old: Inline, made: readonly Inline[]): Inline[] {
  const figures = (part: Inline) => (part.kind === 'phrase' ? part.parts : [part]).filter((p) => p.kind === 'figure')
  const keys = new Map(figures(old).map((part) => [identityOf(part.figure), part.figure.key]))
  const keyed = <P extends Inline>(part: P): P =>
    part.kind === 'figure'
      ? { ...part, figure: { ...part.figure, key: keys.get(identityOf(part.figure)) ?? '' } }
      : part.kind === 'phrase'
        ? { ...part, parts: part.parts.map(keyed) }
        : part
  return made.map(keyed)
}
