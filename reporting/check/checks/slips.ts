import type { Text } from '@kangheng/kernel/text/text.ts'
import { printDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { divide, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import type { Figure } from '../types.ts'

/** One change of one printed number that would make the arithmetic come out. */
export type Slip = { figure: Figure; kind: 'digit' | 'swap' | 'scale' | 'point'; reading: string }

/** Among more numbers than these a slip could be anybody's; only the first, the total, is then read otherwise. */
const MOST_FIGURES = 25

/**
 * Tries every single slip of the pen in each figure: one wrong digit, two neighbours swapped, a lost or added 万, a shifted
 * decimal point. `comesOut` is asked with the figures as they would then read. Gives those that explain the difference.
 */
export function findSlips<T extends Figure>(
  figures: readonly T[],
  comesOut: (figures: readonly T[]) => boolean,
): Slip[] {
  const found: Slip[] = []
  const suspects = figures.length > MOST_FIGURES ? figures.slice(0, 1) : figures
  for (const [index, figure] of suspects.entries()) {
    for (const reading of readingsOf(figure)) {
      const changed = figures.map((other, at) => (at === index ? reading.figure : other))
      if (comesOut(changed)) found.push({ figure, kind: reading.kind, reading: reading.text })
    }
  }
  const order = { swap: 0, digit: 1, scale: 2, point: 3 }
  return found.sort((a, b) => order[a.kind] - order[b.kind])
}

type Reading<T> = { figure: T; kind: Slip['kind']; text: string }

function* readingsOf<T extends Figure>(figure: T): Generator<Reading<T>> {
  if (figure.chinese) return
  const digits = (figure.value.n * 10n ** BigInt(figure.decimals)) / figure.value.d
  const sign = digits < 0n ? '-' : ''
  const text = digits.toString().slice(sign.length)
  for (let at = 0; at + 1 < text.length; at++) {
    const [a, b] = [text[at] ?? '', text[at + 1] ?? '']
    if (a !== b && !(at === 0 && b === '0'))
      yield reread(figure, 'swap', sign + text.slice(0, at) + b + a + text.slice(at + 2))
  }
  for (let at = 0; at < text.length; at++) {
    for (let digit = 0; digit <= 9; digit++) {
      if (String(digit) === text[at] || (digit === 0 && at === 0 && text.length > 1)) continue
      yield reread(figure, 'digit', sign + text.slice(0, at) + String(digit) + text.slice(at + 1))
    }
  }
  if (figure.scale > 1n) yield rescale(figure, 1n, figure.scale)
  else if (figure.family === 'money') yield rescale(figure, 10_000n, 1n)
  yield shift(figure, 10n, 1n)
  yield shift(figure, 1n, 10n)
}

function reread<T extends Figure>(figure: T, kind: Slip['kind'], digits: string): Reading<T> {
  const value = rational(BigInt(digits), 10n ** BigInt(figure.decimals))
  const exact = figure.value.n === 0n ? value : divide(multiply(figure.exact, value), figure.value)
  return {
    figure: { ...figure, value, exact },
    kind,
    text: printDecimal({ digits: BigInt(digits), decimals: figure.decimals }) + figure.unit,
  }
}

function rescale<T extends Figure>(figure: T, times: bigint, per: bigint): Reading<T> {
  const exact = multiply(figure.exact, rational(times, per))
  const text = times > 1n ? `${printed(figure)}万${figure.baseUnit}` : `${printed(figure)}${figure.baseUnit}`
  return { figure: { ...figure, exact, scale: times > 1n ? 10_000n : 1n }, kind: 'scale', text }
}

function shift<T extends Figure>(figure: T, times: bigint, per: bigint): Reading<T> {
  const factor = rational(times, per)
  const value = multiply(figure.value, factor)
  const decimals = times > 1n ? Math.max(0, figure.decimals - 1) : figure.decimals + 1
  const digits = (value.n * 10n ** BigInt(decimals)) / value.d
  return {
    figure: { ...figure, value, exact: multiply(figure.exact, factor), decimals },
    kind: 'point',
    text: printDecimal({ digits, decimals }) + figure.unit,
  }
}

const printed = (figure: Figure): string =>
  printDecimal({
    digits: (figure.value.n * 10n ** BigInt(figure.decimals)) / figure.value.d,
    decimals: figure.decimals,
  })

const KINDS: Readonly<Record<Slip['kind'], Text>> = {
  digit: { zh: '一位数字之误', en: 'one wrong digit' },
  swap: { zh: '相邻两位数字颠倒', en: 'two digits exchanged' },
  scale: { zh: '“万”字多写或漏写', en: '万 written once too often or left out' },
  point: { zh: '小数点错位', en: 'a shifted decimal point' },
}

/** Words for the likeliest causes; at most three readings, none when nothing simple explains the difference. */
export function describeSlips(slips: readonly Slip[], printedText: (figure: Figure) => string): Text | null {
  const shown = slips.slice(0, 3)
  if (shown.length === 0) return null
  // in a table the unit stands in the head
  const wordsOf = ({ figure, reading }: Slip) =>
    /^[-+\d.,]+$/.test(printedText(figure)) ? reading.replace(/[^\d.]+$/, '') : reading
  const zh = shown
    .map((slip) => `“${printedText(slip.figure)}”应为“${wordsOf(slip)}”（${KINDS[slip.kind].zh}）`)
    .join('，或')
  const en = shown
    .map((slip) => `“${printedText(slip.figure)}” should read “${wordsOf(slip)}” (${KINDS[slip.kind].en})`)
    .join(', or ')
  return { zh: `可能${zh}`, en: `Possibly ${en}` }
}
