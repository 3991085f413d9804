import { categoryOf, inRanges } from './icd/code.ts'
import { vagueReason } from './plausibility.ts'

/** A line of Part I: the condition, and for how many days it had been there; null when unknown. */
export interface Condition {
  readonly code: string
  readonly days: number | null
}

const DAYS_OF: Readonly<Record<string, number>> = {
  分钟: 1 / 1440,
  小时: 1 / 24,
  天: 1,
  日: 1,
  周: 7,
  个月: 30,
  月: 30,
  年: 365,
}
const INTERVAL = /^约?(\d+(?:\.\d+)?)(分钟|小时|天|日|周|个月|月|年)$/

/** Days of an interval as certificates have it (3天, 2月, 10年, 30分钟); null for 不详, undefined when it is none. */
export function intervalDays(text: string): number | null | undefined {
  if (text === '不详') return null
  const match = INTERVAL.exec(text)
  return match ? Number(match[1]) * DAYS_OF[match[2]!]! : undefined
}

/** Effects with the causes they may follow from. */
interface Improbable {
  readonly effect: readonly string[]

  readonly unless: readonly string[]
}

/**
 * Effects that hardly anything else brings about. Source: ICD-10 volume 2 (WHO, 2016), section 4.3, sequences that are accepted and rejected; its main lines.
 */
const improbable: readonly Improbable[] = [
  // Infections follow infections, neoplasms and what weakens the body; other infections do not.
  {
    effect: ['A00-A39', 'A50-A79', 'A82-A99', 'B00-B19', 'B50-B83'],
    unless: ['A00-B99', 'C00-C97', 'D70-D89', 'E10-E14', 'N17-N19', 'Y40-Y84'],
  },
  { effect: ['C00-C75', 'C81-C96'], unless: ['A00-B99', 'C00-D48', 'D80-D89', 'J60-J70', 'K70-K77', 'K50-K52'] },
  { effect: ['E10'], unless: ['B25-B26', 'E10-E14', 'K85-K86', 'C25'] },
  { effect: ['E11-E14'], unless: ['E10-E35', 'E65-E68', 'K85-K86', 'C25', 'Y40-Y59', 'P05-P08'] },
  { effect: ['I00-I09'], unless: ['A38', 'A49', 'J02-J03', 'I00-I09'] },
  {
    effect: ['I10-I15'],
    unless: ['E00-E35', 'E65-E68', 'I10-I15', 'N00-N29', 'Q60-Q64', 'O10-O16', 'C64', 'C74', 'G47'],
  },
  { effect: ['Q00-Q99'], unless: ['Q00-Q99', 'P00-P04', 'A50', 'B06'] },
  { effect: ['J09-J11'], unless: ['J09-J11'] },
  { effect: ['J40-J47'], unless: ['J00-J99', 'A15-A19', 'I26-I28', 'C30-C39', 'M30-M36', 'W00-X59'] },
  // Accidents befall; falls may follow from disease.
  { effect: ['V01-V99', 'X00-X59', 'W20-W64'], unless: ['V01-Y89', 'F00-F99', 'G40-G41'] },
  { effect: ['X60-Y34'], unless: ['X60-Y34', 'F00-F99'] },
]

/** Whether a condition may be due to another: nothing speaks against it in kind or in time. */
export function mayFollow(effect: Condition, cause: Condition): boolean {
  if (cause.days !== null && effect.days !== null && cause.days < effect.days) return false
  const rule = improbable.find((each) => inRanges(effect.code, each.effect))
  return rule === undefined || inRanges(cause.code, rule.unless)
}

/** Why the underlying cause was chosen as it was, by the steps of the WHO. */
export const selectionRules = {
  'only-one': { zh: '仅有一个原因（SP1）', en: 'Only one cause (SP1)' },
  'general-principle': {
    zh: '总原则：最低行可解释以上各行（SP3）',
    en: 'General principle: the lowest line explains all above (SP3)',
  },
  'ill-defined': { zh: '最低行不明确，改选上一行（SP7）', en: 'The lowest line is ill-defined; the next one (SP7)' },
  linkage: { zh: '与所提及的情况合并（M1特别指示）', en: 'Combined with a condition mentioned (M1)' },
  coder: { zh: '编码员判定', en: 'Chosen by the coder' },
} as const
export type SelectionRule = keyof typeof selectionRules

/** The underlying cause, or what a coder has to decide. */
export type Selection =
  | { readonly kind: 'chosen'; readonly code: string; readonly rule: Exclude<SelectionRule, 'coder'> }
  /** `proposed` is the cause that the sequence ending with line (a) begins with. */
  | { readonly kind: 'ask'; readonly proposed: string; readonly line: number }

/** A starting point that, with another condition mentioned, is coded to that condition or to a code of both. */
interface Linkage {
  readonly of: readonly string[]
  readonly mentioned: readonly string[]
  /** The code of both; the condition mentioned where there is none. */
  readonly to?: string
}

/** Special instructions on linkages that a county meets every week. Source: ICD-10 volume 2 (WHO, 2016), step M1: hypertension, atherosclerosis, ischaemic heart disease, bronchitis and emphysema. */
const linkages: readonly Linkage[] = [
  { of: ['I10-I15', 'I70'], mentioned: ['I60-I69'] },
  { of: ['I10', 'I25', 'I70'], mentioned: ['I21-I22'] },
  { of: ['I10', 'I70'], mentioned: ['I20-I25'] },
  { of: ['I10'], mentioned: ['I50-I51'], to: 'I11' },
  { of: ['I10'], mentioned: ['N18-N19'], to: 'I12' },
  { of: ['I67', 'I69'], mentioned: ['I60-I64'] },
  { of: ['J40-J43'], mentioned: ['J44'] },
]

/** The code of a starting point together with what else is mentioned; undefined where nothing is combined. */
function linked(code: string, mentioned: readonly string[]): string | undefined {
  for (const { of, mentioned: beside, to } of linkages) {
    const found = inRanges(code, of) && mentioned.find((each) => inRanges(each, beside))
    if (found) return to ?? found
  }
  return undefined
}

/**
 * The underlying cause of Part I, lines (a) downwards, and Part II. The lowest line is chosen when every line may follow from the one below it. Where a line cannot, a coder is asked; proposed is the
 * start of the sequence that ends with (a). An ill-defined lowest line gives way to the next one that says more (R codes), as long as there is one; what is chosen is combined with what is mentioned.
 * Source: ICD-10 volume 2 (WHO, 2016), steps SP1 to SP8 and M1, as far as they follow from codes and intervals; obvious causes and the rarer special instructions are left to the coder.
 * @throws RangeError without a line.
 */
export function selectUnderlying(lines: readonly Condition[], partTwo: readonly string[] = []): Selection {
  if (lines.length === 0) throw new RangeError('A certificate has at least one cause')
  const broken = lines.findIndex((line, index) => index + 1 < lines.length && !mayFollow(line, lines[index + 1]!))
  if (broken >= 0) return { kind: 'ask', proposed: lines[broken]!.code, line: broken + 1 }
  const lowest = lines.length - 1
  const said = lines.findLastIndex(({ code }) => vagueReason(code) !== 'ill-defined')
  const chosen = lines[said >= 0 ? said : lowest]!.code
  const others = [...lines.map(({ code }) => code), ...partTwo].filter(
    (code) => categoryOf(code) !== categoryOf(chosen),
  )
  const both = linked(chosen, others)
  if (both) return { kind: 'chosen', code: both, rule: 'linkage' }
  const rule = lowest === 0 ? 'only-one' : said >= 0 && said < lowest ? 'ill-defined' : 'general-principle'
  return { kind: 'chosen', code: chosen, rule }
}
