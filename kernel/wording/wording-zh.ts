import type { BoundFigure } from './bound.ts'
import { compare, decimal, signOf } from './decimal.ts'
import { derive, lastYearName } from './derive.ts'
import type { FigurePart, FigureRef, PhraseName, PlainPart } from './model.ts'
import { printFigure } from './print.ts'
import { lagging, leading, rankFigures, type Ranked } from './ranking.ts'
import { pointsOf } from './units.ts'

const say = (text: string): PlainPart => ({ kind: 'text', text })

/** The figure with the words that carry its sign, as one linked piece: 下降1.2%. */
function signed(figure: FigureRef, before = '', after = ''): FigurePart {
  return { kind: 'figure', figure, text: `${before}${printFigure(figure, 'zh', { unsigned: true })}${after}` }
}

const plain = (figure: FigureRef): FigurePart => ({ kind: 'figure', figure, text: printFigure(figure, 'zh') })

const isRate = (figure: FigureRef) => pointsOf(figure.unit) !== undefined

/** 口径有调整 when the two figures were computed by different versions of the definition. */
function caution(figure: FigureRef, base: FigureRef): PlainPart[] {
  return figure.definitionVersion === base.definitionVersion ? [] : [say('（口径有调整）')]
}

/** The common body of 同比 and 环比. */
function compared(
  bound: BoundFigure,
  base: FigureRef | undefined,
  word: '同比' | '环比',
  baseName: string,
): PlainPart[] {
  const { figure } = bound
  if (!base || figure.value === null) return []
  if (base.value === null)
    return [say(base.absence === 'not-applicable' ? `${baseName}无可比数据` : `${baseName}无数据`)]
  const [now, before] = [decimal(figure.value), decimal(base.value)]
  const direction = compare(now, before)
  if (direction === 0) return [say(`${word}持平`)]
  const relative = derive(bound, word === '同比' ? 'same-time-last-year' : 'previous-period')
  if (relative.value === null) {
    const zero = signOf(before) === 0 ? [say(`${baseName}为`), plain(base), say('，')] : []
    return [...zero, say(word), changed(bound, word === '同比' ? 'change' : 'previous-change')]
  }
  if (signOf(decimal(relative.value)) === 0) return [say(`${word}基本持平`), ...caution(figure, base)]
  const verb = isRate(figure) ? ['提高', '下降'] : ['增长', '下降']
  return [say(word), signed(relative, verb[direction > 0 ? 0 : 1]), ...caution(figure, base)]
}

/** 增加312人, 减少312人; rates 提高、下降. */
function changed(bound: BoundFigure, name: 'change' | 'previous-change'): FigurePart {
  const change = derive(bound, name)
  const rises = change.value !== null && signOf(decimal(change.value)) > 0
  return signed(change, isRate(bound.figure) ? (rises ? '提高' : '下降') : rises ? '增加' : '减少')
}

function change(bound: BoundFigure): PlainPart[] {
  const { figure, comparison } = bound
  const base = comparison.sameTimeLastYear
  if (!base || figure.value === null) return []
  const name = lastYearName(figure).zh
  if (base.value === null) return [say(`${name}无数据`)]
  if (compare(decimal(figure.value), decimal(base.value)) === 0) return [say(`与${name}持平`)]
  return [say(`比${name}`), changed(bound, 'change'), ...caution(figure, base)]
}

function againstTarget(bound: BoundFigure): PlainPart[] {
  const { figure, comparison } = bound
  const target = comparison.target
  if (!target) return []
  if (figure.value === null) return []
  const goal = plain(derive(bound, 'target'))
  const standing = compare(decimal(figure.value), decimal(target.value))
  const lower = comparison.better === 'lower'
  const name = target.title?.zh ?? (lower ? '控制目标' : isRate(figure) ? '目标' : '年度目标')
  const gap = (words: string) => [signed(derive(bound, 'target-gap'), words), say('（目标'), goal, say('）')]
  if (isRate(figure)) {
    if (standing === 0) return [say(lower ? `与${name}（` : `达到${name}（`), goal, say(lower ? '）持平' : '）')]
    return gap(`${standing > 0 ? '高于' : '低于'}${name}`)
  }
  if (lower && standing <= 0) return [say(`控制在${target.title?.zh ?? '目标'}（`), goal, say('）以内')]
  if (lower) return gap(`超出${name}`)
  const completion = derive(bound, 'completion')
  if (completion.value === null) return []
  return [say(`完成${name}（`), goal, say('）的'), plain(completion)]
}

function againstTimeProgress(bound: BoundFigure): PlainPart[] {
  const gap = derive(bound, 'time-progress-gap')
  if (gap.value === null) return []
  const sign = signOf(decimal(gap.value))
  return sign === 0 ? [say('与时间进度持平')] : [signed(gap, sign > 0 ? '快于时间进度' : '落后时间进度')]
}

function rank(bound: BoundFigure): PlainPart[] {
  const place = bound.comparison.rank
  if (!place) return []
  const among = `${place.of}${place.kind.zh}中${place.tied > 1 ? '并列' : '排名'}第`
  return [
    say(`在${place.within.zh}${place.unranked > 0 ? '有数据的' : ''}`),
    signed(derive(bound, 'rank'), among, '位'),
  ]
}

const NAMED = 3

function standingWords(side: '前' | '后', count: number): string {
  if (count === 1) return side === '前' ? '居首位的是' : '居末位的是'
  if (count <= NAMED) return `居${side}${count === 2 ? '两' : '三'}位的是`
  return side === '前' ? '居前列的是' : '居后列的是'
}

function listed(entries: readonly Ranked[]): PlainPart[] {
  return entries.flatMap(({ figure }, index) => [
    say(`${index > 0 ? '、' : ''}${figure.place.title.zh}（`),
    plain(figure),
    say('）'),
  ])
}

/** 居前三位的是…; with ties at the border 居前列的是…; one value for all: 各乡镇均为…. */
function standings(bound: BoundFigure, side: '前' | '后'): PlainPart[] {
  const below = bound.comparison.below
  if (!below) return []
  const ranking = rankFigures(below.figures, bound.comparison.better)
  const valued = ranking.filter((entry) => entry.position !== null)
  const first = valued[0]
  if (!first) return []
  if (valued.length > 1 && compare(decimal(first.figure.value!), decimal(valued.at(-1)!.figure.value!)) === 0)
    return side === '前' ? [say(`各${below.kind.zh}均为`), plain(first.figure)] : []
  const entries = side === '前' ? leading(ranking, NAMED) : lagging(ranking, NAMED)
  if (entries.length === 0) return []
  return [say(standingWords(side, entries.length)), ...listed(entries)]
}

/** What is said in Chinese, by the name of the phrase; an empty list when nothing can be said. */
export const WORDING_ZH: Record<PhraseName, (bound: BoundFigure) => PlainPart[]> = {
  sameTimeLastYear: (bound) =>
    compared(bound, bound.comparison.sameTimeLastYear, '同比', lastYearName(bound.figure).zh),
  previousPeriod: (bound) => compared(bound, bound.comparison.previousPeriod, '环比', '上期'),
  change,
  againstTarget,
  againstTimeProgress,
  rank,
  leaders: (bound) => standings(bound, '前'),
  laggards: (bound) => standings(bound, '后'),
}

/** A figure by itself in a Chinese sentence. */
export const figureZh = plain
