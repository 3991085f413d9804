import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'

/**
 * The clocks of malaria elimination: report within 1 day, investigation of the case within 3, response at the focus within 7, all from the day of diagnosis.
 * Source: 消除疟疾技术方案（2011年版）; 疟疾控制和消除标准 GB 26345-2010.
 */
export const MALARIA_DAYS = { report: 1, investigation: 3, response: 7 } as const

/** The last day for a step of a case diagnosed on a day. */
export const malariaDue = (diagnosedOn: IsoDate, step: keyof typeof MALARIA_DAYS): IsoDate =>
  addDays(diagnosedOn, MALARIA_DAYS[step])

/** What is known of schistosomiasis in a village in a year. */
export interface SnailFindings {
  /** Areas in m². */
  readonly surveyedArea: number
  readonly snailArea: number
  readonly newSnailArea: number
  readonly controlledArea: number
  readonly snailsExamined: number
  readonly infectedSnails: number
}

/** Fields of a snail survey that contradict others, first the whole and then the part; undefined when it holds. */
export function snailFault(found: SnailFindings): keyof SnailFindings | undefined {
  if (found.snailArea > found.surveyedArea) return 'snailArea'
  if (found.newSnailArea > found.snailArea) return 'newSnailArea'
  if (found.infectedSnails > found.snailsExamined) return 'infectedSnails'
  return found.snailArea === 0 && found.snailsExamined > 0 ? 'snailsExamined' : undefined
}

/** Fluoride in drinking water, mg/L: the limit, and that of small and scattered supplies. Source: 生活饮用水卫生标准 GB 5749-2022. */
const FLUORIDE_LIMIT = 1.0
const SMALL_SUPPLY_LIMIT = 1.2

/** Whether the water of a village is within the limit of its supply. */
export function fluorideWithin(mgPerLitre: number, smallSupply: boolean): boolean {
  return mgPerLitre <= (smallSupply ? SMALL_SUPPLY_LIMIT : FLUORIDE_LIMIT)
}

/** Dental fluorosis of children of 8 to 12 above this share means that a village is not under control. Source: 地方性氟中毒病区控制标准 GB 17017-2010. */
const CONTROLLED_PERCENT = 30

/** Whether endemic fluorosis of a village is under control: water within the limit, and at most 30 % of the children with dental fluorosis. */
export function fluorosisControlled(found: {
  readonly fluoride: number
  readonly smallSupply: boolean
  readonly children: number
  readonly affected: number
}): boolean {
  const { fluoride, smallSupply, children, affected } = found
  return fluorideWithin(fluoride, smallSupply) && affected * 100 <= children * CONTROLLED_PERCENT
}
