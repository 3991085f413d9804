import { ageOn, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { intervalDays, selectUnderlying, type Condition, type SelectionRule } from './chain.ts'
import { causeGroupOf, isMajorChronic } from './groups.ts'
import { codeTitle, ICD_PATTERN } from './icd/code.ts'
import { codeFault, underlyingFault, vagueReason, type Deceased } from './plausibility.ts'

/** Part I and II as the form has them. */
export interface EnteredCauses {
  readonly a: string
  readonly aInterval: string
  readonly b?: string | undefined
  readonly bInterval?: string | undefined
  readonly c?: string | undefined
  readonly cInterval?: string | undefined
  readonly d?: string | undefined
  readonly dInterval?: string | undefined
  readonly partTwo?: string | undefined
}

const letters = ['a', 'b', 'c', 'd'] as const

/** Who died, from the day of birth. */
export function deceasedOf(person: { sex: string; birth: IsoDate }, on: IsoDate): Deceased {
  return { sex: person.sex as Deceased['sex'], age: ageOn(person.birth, on), days: daysBetween(person.birth, on) }
}

function assertCode(field: string, code: string, deceased: Deceased): void {
  if (!ICD_PATTERN.test(code))
    refuse(field, {
      zh: `${code}不是ICD-10编码，例如 I21.9`,
      en: `${code} is no ICD-10 code; one is written like I21.9`,
    })
  const fault = codeFault(code, deceased)
  if (fault) refuse(field, fault)
}

/** Reads Part I. @throws Refusal with the line that is wrong: a gap, a code that cannot be, an interval that is none, or longer than the life. */
export function readChain(entered: EnteredCauses, deceased: Deceased): Condition[] {
  const lines: Condition[] = []
  for (const [index, letter] of letters.entries()) {
    const code = entered[letter]
    if (!code) continue
    if (index > lines.length)
      refuse(letter, { zh: '因果链中间不能空行，请从(a)依次填写', en: 'No line of the sequence may be left out' })
    assertCode(letter, code, deceased)
    const text = entered[`${letter}Interval`] ?? '不详'
    const days = intervalDays(text)
    if (days === undefined)
      return refuse(`${letter}Interval`, {
        zh: '请填写如 30分钟、3天、2个月、10年 或 不详',
        en: 'Write 30分钟, 3天, 2个月, 10年 (minutes, days, months, years) or 不详 (unknown)',
      })
    if (days !== null && days > deceased.days + 366)
      refuse(`${letter}Interval`, { zh: '间隔长于死者年龄', en: 'Longer than the life' })
    lines.push({ code, days })
  }
  return lines
}

/** Reads the codes of Part II. @throws Refusal of the field partTwo. */
export function readPartTwo(text: string | undefined, deceased: Deceased): string[] {
  const codes = (text ?? '')
    .toUpperCase()
    .split(/[\s,，;；、]+/)
    .filter(Boolean)
  for (const code of codes) assertCode('partTwo', code, deceased)
  return codes
}

/** The sequence in words: a 呼吸衰竭 J96.9（3天）← b …. */
export function chainWords(lines: readonly Condition[], entered: EnteredCauses): string {
  return lines
    .map(({ code }, index) => {
      const letter = letters[index]!
      return `(${letter}) ${codeTitle(code)!.zh} ${code}（${entered[`${letter}Interval`] ?? '不详'}）`
    })
    .join(' ← ')
}

/** What follows from an underlying cause. */
export function causeColumns(code: string, rule: SelectionRule) {
  return {
    ...{ underlying: code, cause: codeTitle(code)!.zh, causeGroup: causeGroupOf(code), rule },
    ...{ majorChronic: isMajorChronic(code), vague: vagueReason(code) ?? null },
  }
}

/** State and cause of a certificate by the rules alone: coded, or for a coder to decide. @throws Refusal of the lowest line when it is the nature of an injury. */
export function selected(lines: readonly Condition[], partTwo: readonly string[]) {
  const selection = selectUnderlying(lines, partTwo)
  const code = selection.kind === 'ask' ? selection.proposed : selection.code
  const fault = underlyingFault(code)
  if (selection.kind === 'chosen' && fault) refuse(letters[lines.length - 1]!, fault)
  const none = { underlying: null, cause: null, causeGroup: null, rule: null, majorChronic: false, vague: null }
  return selection.kind === 'ask'
    ? { state: 'to-code', proposed: code, coderReason: null, ...none }
    : { state: 'coded', proposed: null, coderReason: null, ...causeColumns(code, selection.rule) }
}
