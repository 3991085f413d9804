import type { Layout, Sentence } from '../claims/layout.ts'
import type { Figure } from '../types.ts'

/** A figure with its place in the build of the text: which sentence, which part between semicolons, which bracket. */
export type Node = Figure & {
  id: string
  index: number
  sentence: Sentence
  /** Offset where the part of the sentence between semicolons begins. */
  segment: number
  /** Offset of the innermost open bracket, -1 outside brackets. */
  bracket: number
}

/** One summary with its figures in order. Figures of different summaries are never compared. */
export type Summary = { layout: Layout; text: string; start: number; end: number; nodes: readonly Node[] }

/** Places every figure; one walk over the text. `ids` names them in order. */
export function placeFigures(layout: Layout, figures: readonly Figure[], ids: readonly string[]): Node[] {
  const { text } = layout
  const nodes: Node[] = []
  const brackets: number[] = []
  let segment = 0
  let offset = 0
  for (const [index, figure] of figures.entries()) {
    const sentence = layout.sentenceAt(figure.start)
    for (; offset < figure.start; offset++) {
      const sign = text[offset]
      if (sign === '(') brackets.push(offset)
      else if (sign === ')') brackets.pop()
      else if (sign === '\n') brackets.length = 0
      else if (brackets.length === 0 && (sign === '；' || sign === ';')) segment = offset + 1
    }
    nodes.push({
      ...figure,
      id: ids[index] ?? String(index),
      index,
      sentence,
      segment: Math.max(segment, sentence.start),
      bracket: brackets.at(-1) ?? -1,
    })
  }
  return nodes
}

/** True for numbers of one family and unit group, which may be added and compared. */
export function sameMeasure(a: Figure, b: Figure): boolean {
  if (a.family !== b.family) return PERSON_LIKE.has(a.baseUnit) && PERSON_LIKE.has(b.baseUnit)
  if (a.family === 'thing') return a.baseUnit === b.baseUnit || (CASE_LIKE.has(a.baseUnit) && CASE_LIKE.has(b.baseUnit))
  return a.baseUnit === b.baseUnit
}

/** Cases, files and the units they concern are counted side by side: 查处25起，其中警告4家. */
const CASE_LIKE = new Set(['起', '件', '例', '家', '宗', '个', '所', '户', '处', '项'])
const PERSON_LIKE = new Set(['人', '例', '人次', '份', '户'])

const ADDITIVE = new Set(['person', 'visit', 'thing', 'money', 'area', 'volume'])
export const isAdditive = (figure: Figure): boolean => ADDITIVE.has(figure.family) && figure.valueMax === null
export const isWholeCount = (figure: Figure): boolean =>
  (figure.family === 'person' || figure.family === 'visit' || figure.family === 'thing') &&
  figure.exact.n >= 0n &&
  figure.decimals === 0 &&
  figure.scale === 1n &&
  figure.valueMax === null &&
  !figure.approximate
