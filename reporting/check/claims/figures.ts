import { divide, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import type { Figure } from '../types.ts'
import { kindOf, statusOf } from './kind.ts'
import { clauseAfter, clauseBefore, type Layout, layOut } from './layout.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'
import { findRanks } from './ranks.ts'
import { subjectOf } from './subject.ts'
import { settleUnit } from './unit-in-context.ts'

const SHARE_BASE: Readonly<Record<string, bigint>> = {
  '%': 100n,
  '‰': 1000n,
  '/万': 10_000n,
  '/10万': 100_000n,
  ':100': 100n,
}

/**
 * Finds every quantitative claim of a text, in order. Offsets are UTF-16 units of `text`.
 * The whole is deterministic and takes time in proportion to the length of the text.
 */
export function findFigures(text: string): { layout: Layout; figures: Figure[] } {
  const layout = layOut(text)
  const mentions = withoutOverlaps([...findMentions(layout), ...findRanks(layout)])
  const figures: Figure[] = []
  for (const [index, mention] of mentions.entries()) {
    const figure = toFigure(layout, mention, figures.at(-1), mentions[index + 1])
    if (figure !== null) figures.push(figure)
  }
  return { layout, figures }
}

function withoutOverlaps(mentions: Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  }
  return kept
}

function toFigure(
  layout: Layout,
  mention: Mention,
  previous: Figure | undefined,
  next: Mention | undefined,
): Figure | null {
  const { text } = layout
  const sentence = layout.sentenceAt(mention.start)
  const before = clauseBefore(text, mention.start, Math.max(sentence.start, previous?.end ?? 0))
  const after = clauseAfter(text, mention.end, Math.min(sentence.end, next?.start ?? text.length))
  const sentenceBefore = text.slice(Math.max(sentence.start, mention.start - 160), mention.start)
  const settled = settleUnit(mention, {
    before: clauseBefore(text, mention.start, sentence.start),
    after,
    sentenceBefore,
    printed: text.slice(mention.start, mention.end),
  })
  if (settled === null) return null
  const sameSentence = previous !== undefined && previous.start >= sentence.start
  const inherited = sameSentence ? inheritDensity(previous, settled, before, mention) : settled
  const joinedTo = sameSentence && /^ ?[、和及] ?$/.test(text.slice(previous.end, mention.start)) ? previous.kind : null
  const kindInput = {
    before,
    after,
    sentenceBefore,
    family: inherited.family,
    unit: inherited.unit,
    range: mention.valueMax !== null,
    planned: sentence.planned,
    joinedTo,
    partOfTarget: sameSentence && isPartOfTarget(previous, before, text.slice(previous.end, mention.start)),
  }
  const kind = kindOf(kindInput)
  const base = SHARE_BASE[inherited.unit] ?? 1n
  return {
    start: mention.start,
    end: mention.end,
    value: mention.value,
    valueMax: mention.valueMax,
    exact: divide(multiply(mention.value, rational(mention.scale)), rational(base)),
    decimals: mention.decimals,
    scale: mention.scale,
    unit: mention.scaleText + inherited.unit,
    baseUnit: inherited.unit,
    family: inherited.family,
    kind,
    approximate: mention.vague && !(kind === 'target' && /^以[上下内]/.test(after)),
    status: statusOf(kindInput),
    chinese: mention.chinese,
    lead: before,
    tail: after,
    subject: subjectOf(layout, mention.start, before.trim() === '' && sameSentence ? previous.lead : before, after),
  }
}

/** 每千人…4.0张，低于全市平均水平4.83张: the second figure is of the same kind as the first. */
function inheritDensity(
  previous: Figure,
  settled: { unit: string; family: Figure['family'] },
  before: string,
  { decimals, scale }: Mention,
) {
  if (previous.family === 'money' && before.trim() === '' && previous.baseUnit.startsWith(`${settled.unit}/`))
    return { unit: previous.baseUnit, family: previous.family }
  if (previous.family !== 'density' || !previous.baseUnit.startsWith(`${settled.unit}/`)) return settled
  // 每千人口医生1.2人，护士0.9人: there are no tenths of a nurse
  if (decimals > 0 && scale === 1n) return { unit: previous.baseUnit, family: previous.family }
  return /平均|全[省市国县]|目标|标准|[高低]于|(?:增加|提高|上升|下降|减少)?[到至]|达到/.test(before)
    ? { unit: previous.baseUnit, family: previous.family }
    : settled
}

/** The parts listed after the 其中 of a target are targets too, until the text turns to what was done. */
function isPartOfTarget(previous: Figure, before: string, between: string): boolean {
  if (previous.kind !== 'target' || /实际|完成|实现|占|率/.test(before)) return false
  return /^[，,]? ?其中/.test(between) || (previous.lead.includes('其中') && /^[，,、]/.test(between))
}
