import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

const NORM = '狂犬病暴露预防处置工作规范（2023年版）'

/** Degrees of exposure (暴露分级). */
export const grades = {
  I: { zh: 'Ⅰ级', en: 'Grade I' },
  II: { zh: 'Ⅱ级', en: 'Grade II' },
  III: { zh: 'Ⅲ级', en: 'Grade III' },
} as const satisfies Record<string, Text>
export type ExposureGrade = keyof typeof grades

/** What happened, from which the grade follows. */
export const contacts = {
  'intact-skin': { zh: '接触、喂养动物，或完好皮肤被舔', en: 'Touched or fed, or licks on intact skin' },
  'minor-scratch': { zh: '裸露皮肤被轻咬，或无明显出血的轻微抓伤、擦伤', en: 'Nibbled, or scratched without bleeding' },
  'transdermal-bite': { zh: '贯穿皮肤的咬伤或抓伤（出血）', en: 'Bite or scratch through the skin' },
  'broken-skin': { zh: '破损皮肤被舔，或黏膜被唾液污染', en: 'Licks on broken skin, or saliva on mucosa' },
  bat: { zh: '直接接触蝙蝠', en: 'Contact with bats' },
} as const satisfies Record<string, Text>
export type ContactKind = keyof typeof contacts

/** The grade of an exposure; grade II of somebody whose immunity is severely impaired is handled as grade III. Source: NORM art. 4–6. */
export function gradeOf(contact: ContactKind, immunodeficient: boolean): ExposureGrade {
  if (contact === 'intact-skin') return 'I'
  if (contact === 'minor-scratch') return immunodeficient ? 'III' : 'II'
  return 'III'
}

/** Schedules: on which days after the first each dose is due. Source: NORM art. 15. */
export const schedules = {
  essen: { title: { zh: '五针法（0、3、7、14、28天）', en: 'Essen, five doses' }, days: [0, 3, 7, 14, 28] },
  zagreb: { title: { zh: '2-1-1四针法（0天2剂、7、21天）', en: 'Zagreb, 2-1-1' }, days: [0, 0, 7, 21] },
  booster: { title: { zh: '再次暴露加强（0、3天）', en: 'Boosters after an earlier course' }, days: [0, 3] },
} as const satisfies Record<string, { title: Text; days: readonly number[] }>
export type Schedule = keyof typeof schedules

/** Titles of the schedules, for coded fields. */
export const scheduleTitles: Readonly<Record<Schedule, Text>> = {
  essen: schedules.essen.title,
  zagreb: schedules.zagreb.title,
  booster: schedules.booster.title,
}

/** Months after a full course within which a further exposure needs no dose. Source: NORM art. 18. */
const PROTECTED_MONTHS = 3

/** Whether a full course finished on a day still protects on the day of a further exposure, needs boosters, or there was none. */
export function earlierCourse(finishedOn: IsoDate | null, exposedOn: IsoDate): 'none' | 'protected' | 'booster' {
  if (finishedOn === null) return 'none'
  return exposedOn < addMonths(finishedOn, PROTECTED_MONTHS) ? 'protected' : 'booster'
}

/** Number (from 1) and due day of the dose after those given; undefined when all were given. */
export interface DueDose {
  readonly number: number
  readonly dueOn: IsoDate
}

/**
 * The next dose. A dose that came late puts off the later ones by as many days: the intervals of the schedule are kept and never shortened, and nothing begins
 * anew. Source: NORM art. 16.
 */
export function nextDose(schedule: Schedule, startOn: IsoDate, given: readonly IsoDate[]): DueDose | undefined {
  const days: readonly number[] = schedules[schedule].days
  const at = given.length
  if (at >= days.length) return undefined
  const last = given.at(-1)
  const interval = days[at]! - (at === 0 ? 0 : days[at - 1]!)
  return { number: at + 1, dueOn: last ? addDays(last, interval) : startOn }
}

/** Passive immunisation and its dose in IU per kg. Source: NORM art. 20; the products' leaflets. */
export const immunoglobulins = {
  human: { title: { zh: '人狂犬病免疫球蛋白', en: 'Human rabies immunoglobulin' }, unitsPerKg: 20 },
  equine: { title: { zh: '马抗狂犬病血清', en: 'Equine rabies antiserum' }, unitsPerKg: 40 },
} as const satisfies Record<string, { title: Text; unitsPerKg: number }>
export type Immunoglobulin = keyof typeof immunoglobulins

export const immunoglobulinTitles: Readonly<Record<Immunoglobulin, Text>> = {
  human: immunoglobulins.human.title,
  equine: immunoglobulins.equine.title,
}

/** Units for a body weight in kg. */
export function immunoglobulinUnits(product: Immunoglobulin, weightKg: number): number {
  return Math.round(immunoglobulins[product].unitsPerKg * weightKg)
}

/** Days after the first dose of vaccine until which immunoglobulin is still given. Source: NORM art. 20. */
const IMMUNOGLOBULIN_DAYS = 7

/** The last day for immunoglobulin: the seventh after the first dose. */
export function immunoglobulinUntil(firstDoseOn: IsoDate): IsoDate {
  return addDays(firstDoseOn, IMMUNOGLOBULIN_DAYS)
}

export const SOURCE = NORM
