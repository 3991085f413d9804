import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Grade } from './codes.ts'

/** What is known of an event when it is graded. */
export interface EventFacts {
  readonly on: IsoDate
  readonly disease: string
  readonly subtype?: string | null
  /** Cases in the county within the window of the rule (one incubation for plague, a week for cholera and others). */
  readonly cases: number
  readonly deaths: number
  /** Counties with linked cases, this one included. */
  readonly counties: number
  /** Cases of the week over the mean of the same week in the past five years; undefined when unknown. */
  readonly timesUsual?: number
}

/** A rule that gives events a grade from a day on; the first that fits decides. */
interface GradingRule {
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly grade: Grade
  readonly source: string
  fits(facts: EventFacts): boolean
}

const PLAN = '国家突发公共卫生事件应急预案（2006）第1.3条'
const KNOWN = '国家突发公共卫生事件应急预案（2006），数值须与本县预案核对'
const FROM = '2006-02-26'

const is = (facts: EventFacts, disease: string, subtype?: string) =>
  facts.disease === disease && (subtype === undefined || facts.subtype === subtype)
const pneumonic = (facts: EventFacts) =>
  is(facts, 'plague', 'plague-pneumonic') || is(facts, 'anthrax', 'anthrax-pulmonary')
const bubonic = (facts: EventFacts) => facts.disease === 'plague' && !pneumonic(facts)
const rule = (grade: Grade, source: string, fits: GradingRule['fits']): GradingRule => ({
  from: FROM,
  grade,
  source,
  fits,
})

/** In the order in which they are asked; a new plan closes the old rules with `to` and adds its own. */
const rules: readonly GradingRule[] = [
  rule('II', PLAN, (facts) => pneumonic(facts) && (facts.cases >= 5 || facts.counties >= 2)),
  rule('III', PLAN, pneumonic),
  rule('II', PLAN, (facts) => bubonic(facts) && facts.cases >= 20),
  rule('III', PLAN, (facts) => bubonic(facts) && (facts.cases >= 10 || facts.counties >= 2)),
  rule('IV', PLAN, bubonic),
  rule('II', PLAN, (facts) => is(facts, 'cholera') && facts.cases >= 30),
  rule('III', PLAN, (facts) => is(facts, 'cholera') && (facts.cases >= 10 || facts.counties >= 2)),
  rule('IV', PLAN, (facts) => is(facts, 'cholera')),
  rule('II', PLAN, (facts) => is(facts, 'sars') || is(facts, 'novel-influenza') || is(facts, 'avian-influenza')),
  rule('II', KNOWN, (facts) => facts.counties >= 2 && (facts.timesUsual ?? 0) > 2),
  rule('III', KNOWN, (facts) => (facts.timesUsual ?? 0) > 1 && facts.cases >= 30),
  rule('IV', '本县：达到报告标准的暴发疫情', (facts) => facts.cases > 0),
]

/** The grade of an event by the rules in force on its day, with the source of the rule that decided. */
export function gradeEvent(facts: EventFacts): { readonly grade: Grade; readonly source: string } {
  const decisive = rules.find((each) => each.from <= facts.on && (!each.to || facts.on < each.to) && each.fits(facts))
  return decisive ?? { grade: 'ungraded', source: PLAN }
}
