import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** One version of a rule or parameter: in force from a day on, until a later version takes its place. */
export interface RuleVersion<Value> {
  readonly from: IsoDate
  /** Norm, standard or notice; “local” when the county has set it. */
  readonly source: string
  readonly value: Value
}

/** The version in force on a day; before the first one, the first. Versions stand in the order of their days. */
export function inForce<Value>(versions: readonly [RuleVersion<Value>, ...RuleVersion<Value>[]], on: IsoDate): Value {
  return (versions.findLast((version) => version.from <= on) ?? versions[0]).value
}

/** The third edition of the national norm: 国家基本公共卫生服务规范（第三版）, 国卫基层发〔2017〕13号. */
export const THIRD_EDITION = { from: '2017-02-28', source: '国家基本公共卫生服务规范（第三版）' } as const
