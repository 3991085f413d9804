import { compare, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import { isChineseClaim } from './chinese-claims.ts'
import type { Layout } from './layout.ts'
import type { Mention } from './mention.ts'
import { maskNonClaims } from './not-claims.ts'
import { type Numeral, readNumeral } from './numeral.ts'
import { findSpecialMentions } from './special-mentions.ts'
import { type Unit, readBareNoun, readUnit } from './units.ts'

const CANDIDATE = /[0-9零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/g
const RANGE_SIGN = / ?(?:[-~—]{1,2}|至|到) ?/y
const VAGUE_AFTER_NUMBER = / ?(?:余|多|几|来)(?!少|数|种形|样|方|元|项|次|措|渠|层|部门|个部|名|年|发)/y
const VAGUE_LETTER = / ?[余多几来]/y
const VAGUE_AFTER_UNIT = /^(?:余|多(?!元|样|方|种|项)|左右|上下|之多|以上(?!的?(?:要求|标准|目标)))/
const VAGUE_BEFORE =
  /(?:(?<![签公合制节集违预履邀解续相])约|近|大约|将近|接近|逾|突破|至少|不足|大概|约为|超过?|多达|(?<![地线网楼路车床会手马身府])上)\s*$/
const TIED_NAME_BEFORE = /(?:(?<![A-Z])[A-Z]|[a-z第№#*＊_]|[_*xX][。.、])$/
const PREFIXED_SHARE = /(百分之|千分之|十万分之|万分之)\s*$/
const PREFIX_UNIT: Readonly<Record<string, string>> = { 百分之: '%', 千分之: '‰', 万分之: '/万', 十万分之: '/10万' }
const RATIO_SECOND = / ?[:比] ?(\d+(?:\.\d+)?(?: ?: ?\d+(?:\.\d+)?){0,3})(?![\d%‰])/y
const RATIO_CUE_AFTER = /^ ?的?(?:比例|比率|配比|要求|标准)/
const RATIO_CUE = /比例?(?:为|达到?|是|由|从|约|控制在|降到|降至|:|\s)*$/

/** 分别提高5个和8个百分点: the last number says what the others are. */
const SHARED_POINTS = /^(?: ?[、和及与] ?\d+(?:\.\d+)?个?){0,8} ?[、和及与] ?\d+(?:\.\d+)?个([百千]分点)/

/** 增长率-0.23‰: a minus after words that take a value. Elsewhere a hyphen joins (COVID-19, 3-5人) or opens a line. */
const MINUS_BEFORE = /[率值为额差长幅余是到至达约比:(（、，, ]-$/
const FALL_BEFORE = /(?:下降|降低|减少|降幅|回落|低于|少于)[了约为:]*-$/

/** Finds every number with a unit, in the order of the text. Linear in its length. */
export function findMentions(layout: Layout): Mention[] {
  const { text } = layout
  const mask = maskNonClaims(text)
  const special = findSpecialMentions(layout, mask)
  for (const { start, end } of special) mask.fill(1, start, end)
  const found: Mention[] = []
  let cursor = 0
  for (const candidate of text.matchAll(CANDIDATE)) {
    const offset = candidate.index
    if (offset < cursor || mask[offset] === 1) continue
    const numeral = readNumeral(text, offset)
    if (numeral === null) {
      cursor = offset + 1
      continue
    }
    const read = readMentions(text, numeral)
    for (const mention of read) if (isPlausible(layout, mention)) found.push(mention)
    cursor = Math.max(numeral.end, read.at(-1)?.end ?? 0)
  }
  return [...special, ...found].sort((a, b) => a.start - b.start)
}

function isPlausible(layout: Layout, mention: Mention): boolean {
  if (mention.unit === '个' && /^ ?\d+(?:\.\d+)?%/.test(layout.text.slice(mention.end, mention.end + 8))) return false // 3个100%
  if (/每 ?$/.test(layout.text.slice(Math.max(0, mention.start - 2), mention.start))) return false // 每5万人口, 每3个月: what others are counted on
  if (mention.chinese) return isChineseClaim(layout, mention)
  return !TIED_NAME_BEFORE.test(layout.text.slice(Math.max(0, mention.start - 2), mention.start))
}

/** Reads what begins at a numeral: one mention, a range, or numbers that share the unit of the last one. */
function readMentions(text: string, numeral: Numeral): Mention[] {
  const prefix = PREFIXED_SHARE.exec(text.slice(Math.max(0, numeral.start - 5), numeral.start))
  if (prefix !== null) {
    const unit: Unit = { name: PREFIX_UNIT[prefix[1] ?? ''] ?? '%', family: 'share', length: 0 }
    return [toMention(text, numeral, unit, numeral.start - prefix[0].length, numeral.end)]
  }
  const ratio = readRatio(text, numeral)
  if (ratio !== null) return [ratio]
  return readRange(text, numeral) ?? readPlain(text, numeral) ?? readShared(text, numeral)
}

/** 113.73:100 is read as 113.73 with the unit :100, when the words before it speak of a ratio. */
function readRatio(text: string, numeral: Numeral): Mention | null {
  RATIO_SECOND.lastIndex = numeral.end
  const match = RATIO_SECOND.exec(text)
  if (match === null || numeral.chinese) return null
  const second = (match[1] ?? '').replaceAll(' ', '')
  const end = RATIO_SECOND.lastIndex
  const cued =
    RATIO_CUE.test(text.slice(Math.max(0, numeral.start - 12), numeral.start)) ||
    RATIO_CUE_AFTER.test(text.slice(end, end + 6))
  if (!cued && second !== '100') return null
  const unit: Unit = { name: `:${second}`, family: 'density', length: 0 }
  return toMention(text, numeral, unit, numeral.start, end)
}

function readRange(text: string, first: Numeral): Mention[] | null {
  const firstUnit = unitAfter(text, first.end)
  const afterFirst = firstUnit === null ? first.end : firstUnit.end
  RANGE_SIGN.lastIndex = afterFirst
  const sign = RANGE_SIGN.exec(text)
  if (sign === null) return null
  const second = readNumeral(text, RANGE_SIGN.lastIndex)
  if (second === null || second.chinese !== first.chinese) return null
  const unit = unitAfter(text, second.end) ?? bareAfter(text, second)
  if (unit === null) return null
  if (
    firstUnit !== null &&
    (firstUnit.unit.name !== unit.unit.name || /从|由/.test(text.slice(Math.max(0, first.start - 12), first.start)))
  )
    return null
  const scaled = firstUnit === null && first.scale === 1n ? second.scale : first.scale
  if (scaled !== second.scale || compare(first.value, second.value) >= 0) return null
  const mention = toMention(
    text,
    { ...second, decimals: Math.max(first.decimals, second.decimals) },
    unit.unit,
    first.start,
    unit.end,
  )
  return [{ ...mention, value: first.value, valueMax: second.value }]
}

function readPlain(text: string, numeral: Numeral): Mention[] | null {
  const unit = unitAfter(text, numeral.end) ?? bareAfter(text, numeral)
  if (unit !== null) {
    const points = unit.unit.name === '个' ? SHARED_POINTS.exec(text.slice(unit.end, unit.end + 60))?.[1] : undefined
    const named: Unit = points === undefined ? unit.unit : { ...unit.unit, name: `个${points}`, family: 'point' }
    const mention = toMention(text, numeral, named, numeral.start, unit.end, unit.vague)
    return [isNegative(text, numeral) ? negative(mention) : mention]
  }
  // 投资750万: the unit is left out and the context decides whether it is money or people.
  if (numeral.scale === 1n || numeral.chinese) return null
  return [
    { ...toMention(text, numeral, { name: '', family: 'money', length: 0 }, numeral.start, numeral.end), family: null },
  ]
}

/** A fall of -3.2% is meant as a fall of 3.2%: the sign says again what the word has said. */
function isNegative(text: string, { start, chinese }: Numeral): boolean {
  if (chinese || text[start - 1] !== '-') return false
  const before = text.slice(Math.max(0, start - 8), start)
  return MINUS_BEFORE.test(before) && !FALL_BEFORE.test(before)
}

const negative = (mention: Mention): Mention => ({
  ...mention,
  start: mention.start - 1,
  value: multiply(mention.value, rational(-1n)),
})

/** 23、45和67人: numbers before a 、 take the unit of the last one. */
function readShared(text: string, first: Numeral): Mention[] {
  if (first.chinese || /(?:^|[\n。;；(]) ?$/.test(text.slice(Math.max(0, first.start - 2), first.start))) return []
  const numerals = [first]
  for (let end = first.end; ;) {
    const separator = /^ ?[、和及与] ?/.exec(text.slice(end, end + 3))
    const next = separator === null ? null : readNumeral(text, end + separator[0].length)
    if (next === null || next.chinese) return []
    numerals.push(next)
    const unit = unitAfter(text, next.end)
    if (unit !== null) {
      const last = numerals.length - 1
      return numerals.map((numeral, index) =>
        toMention(text, numeral, unit.unit, numeral.start, index === last ? unit.end : numeral.end),
      )
    }
    end = next.end
    if (numerals.length > 12) return []
  }
}

type Placed = { unit: Unit; end: number; vague: boolean }

function unitAfter(text: string, offset: number): Placed | null {
  let at = offset
  let vague = false
  const direct = readUnitAt(text, at)
  if (direct === null) {
    VAGUE_LETTER.lastIndex = at
    if (VAGUE_LETTER.test(text)) [at, vague] = [VAGUE_LETTER.lastIndex, true]
  }
  const read = direct ?? (vague ? readUnitAt(text, at) : null)
  return read === null ? null : { ...read, vague }
}

function readUnitAt(text: string, offset: number): { unit: Unit; end: number } | null {
  for (let at = offset; at <= offset + 2; at++) {
    const unit = readUnit(text, at)
    if (unit !== null) return { unit, end: at + unit.length }
    if (text[at] !== ' ') return null
  }
  return null
}

/** A counted noun right after the number; a year before such a noun (2025县卫计局) is no count. */
function bareAfter(text: string, numeral: Numeral): Placed | null {
  if (
    numeral.chinese ||
    numeral.decimals > 0 ||
    (numeral.scale === 1n && numeral.value.n >= 1900n && numeral.value.n < 2100n)
  )
    return null
  VAGUE_AFTER_NUMBER.lastIndex = numeral.end
  const vague = VAGUE_AFTER_NUMBER.test(text)
  const at = vague ? VAGUE_AFTER_NUMBER.lastIndex : numeral.end
  const noun = readBareNoun(text, at)
  return noun === null ? null : { unit: noun, end: at + noun.length, vague }
}

function toMention(text: string, numeral: Numeral, unit: Unit, start: number, end: number, vague = false): Mention {
  const before = text.slice(Math.max(0, start - 4), start)
  const after = text.slice(end, end + 8)
  return {
    start,
    end,
    value: numeral.value,
    valueMax: null,
    decimals: numeral.decimals,
    scale: numeral.scale,
    scaleText: numeral.scaleText,
    unit: unit.name,
    family: unit.family,
    vague: vague || numeral.vague || VAGUE_BEFORE.test(before) || VAGUE_AFTER_UNIT.test(after),
    chinese: numeral.chinese,
  }
}
