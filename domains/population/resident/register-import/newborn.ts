import { readName } from '@kangheng/kernel/person/name.ts'
import { daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'

/** A child without a number is a newborn until this many days after birth. Source: rules 1.6. */
const NEWBORN_DAYS = 365

/** Whether a child born on a day counts as a newborn on the day of reporting. */
export function isNewborn(birth: IsoDate, reportedOn: IsoDate): boolean {
  const age = daysBetween(birth, reportedOn)
  return age >= 0 && age <= NEWBORN_DAYS
}

/** Tried in this order: the first that occurs in the remark introduces the name. */
const INTRODUCTIONS = ['母亲姓名', '母亲', '其母', '母']
const BEFORE_NAME = /^[ :为是]*/
const AFTER_NAME = /[ ,;。、()]|身份证|电话/

/** The mother's name in a remark (T of the cell); undefined when there is none or it is no name. Source: rules 1.6. */
export function motherInRemark(remark: string): string | undefined {
  const introduction = INTRODUCTIONS.find((words) => remark.includes(words))
  if (introduction === undefined) return undefined
  const rest = remark.slice(remark.indexOf(introduction) + introduction.length).replace(BEFORE_NAME, '')
  const reading = readName(rest.split(AFTER_NAME, 1)[0]!)
  return reading.kind === 'valid' ? reading.name : undefined
}
