/** What is assumed of a township of the demo county. Synthetic; the weights only aim at a plausible county. */
export interface TownshipPlan {
  /** Share of the county's residents, in thousands. */
  readonly people: number
  /** Nationalities (GB/T 3304 codes) and their weights among households. */
  readonly ethnic: Readonly<Record<string, number>>
  /** How well the township works: 1 is the county's average. Contracts, record keeping and services follow it. */
  readonly signing: number
  readonly records: number
  readonly services: number
  /** Change of the township's pace from 2024 to 2025: below 1 it falls behind its last year. */
  readonly trend: number
  /** Weight of poor households. */
  readonly poverty: number
}

const NAXI = '27'
const HAN = '01'
const BAI = '14'
const LISU = '20'
const YI = '07'
const PUMI = '33'
const TIBETAN = '04'
const MIAO = '06'

/** The sixteen townships of 530721 by code. */
export const townshipPlans: Readonly<Record<string, TownshipPlan>> = {
  '530721001': {
    people: 31,
    ethnic: { [NAXI]: 66, [HAN]: 24, [BAI]: 7, [YI]: 3 },
    signing: 0.78,
    records: 0.95,
    services: 0.93,
    trend: 1.02,
    poverty: 0.3,
  },
  '530721102': {
    people: 23.5,
    ethnic: { [NAXI]: 52, [HAN]: 26, [LISU]: 12, [BAI]: 8, [MIAO]: 2 },
    signing: 1.12,
    records: 1.01,
    services: 1.06,
    trend: 1.04,
    poverty: 1,
  },
  '530721103': {
    people: 17.5,
    ethnic: { [NAXI]: 60, [HAN]: 16, [LISU]: 17, [PUMI]: 4, [TIBETAN]: 3 },
    signing: 1.2,
    records: 1.02,
    services: 1.1,
    trend: 1.06,
    poverty: 1,
  },
  '530721104': {
    people: 13,
    ethnic: { [NAXI]: 86, [HAN]: 9, [YI]: 5 },
    signing: 1.04,
    records: 1,
    services: 1.02,
    trend: 1.01,
    poverty: 0.5,
  },
  '530721105': {
    people: 16.5,
    ethnic: { [NAXI]: 88, [HAN]: 8, [YI]: 4 },
    signing: 1.06,
    records: 1.01,
    services: 1.05,
    trend: 1.03,
    poverty: 0.5,
  },
  '530721106': {
    people: 8.6,
    ethnic: { [NAXI]: 78, [HAN]: 9, [LISU]: 6, [YI]: 7 },
    signing: 0.86,
    records: 0.96,
    services: 0.84,
    trend: 0.9,
    poverty: 1.9,
  },
  '530721107': {
    people: 7.2,
    ethnic: { [NAXI]: 70, [YI]: 14, [HAN]: 10, [LISU]: 6 },
    signing: 0.95,
    records: 0.98,
    services: 0.92,
    trend: 0.98,
    poverty: 1.6,
  },
  '530721203': {
    people: 8.8,
    ethnic: { [NAXI]: 74, [YI]: 18, [HAN]: 8 },
    signing: 0.98,
    records: 0.98,
    services: 0.96,
    trend: 1.0,
    poverty: 1.2,
  },
  '530721204': {
    people: 13.5,
    ethnic: { [NAXI]: 82, [HAN]: 12, [LISU]: 6 },
    signing: 1.08,
    records: 1.01,
    services: 1.03,
    trend: 1.02,
    poverty: 0.8,
  },
  '530721205': {
    people: 13.5,
    ethnic: { [LISU]: 62, [NAXI]: 18, [HAN]: 14, [BAI]: 6 },
    signing: 0.9,
    records: 0.97,
    services: 0.88,
    trend: 0.99,
    poverty: 1.8,
  },
  '530721206': {
    people: 15,
    ethnic: { [NAXI]: 42, [LISU]: 26, [PUMI]: 16, [HAN]: 10, [TIBETAN]: 6 },
    signing: 1.0,
    records: 0.99,
    services: 1.0,
    trend: 1.02,
    poverty: 1.4,
  },
  '530721207': {
    people: 10,
    ethnic: { [NAXI]: 54, [LISU]: 22, [TIBETAN]: 18, [HAN]: 6 },
    signing: 0.94,
    records: 0.98,
    services: 0.94,
    trend: 0.95,
    poverty: 1.5,
  },
  '530721208': {
    people: 6.4,
    ethnic: { [NAXI]: 76, [HAN]: 10, [YI]: 10, [MIAO]: 4 },
    signing: 0.92,
    records: 0.97,
    services: 0.95,
    trend: 1.01,
    poverty: 1.4,
  },
  '530721209': {
    people: 7.8,
    ethnic: { [NAXI]: 74, [YI]: 14, [HAN]: 7, [PUMI]: 5 },
    signing: 0.82,
    records: 0.93,
    services: 0.8,
    trend: 0.93,
    poverty: 2.0,
  },
  '530721212': {
    people: 8.9,
    ethnic: { [BAI]: 58, [LISU]: 24, [NAXI]: 12, [PUMI]: 4, [HAN]: 2 },
    signing: 0.97,
    records: 0.98,
    services: 0.97,
    trend: 1.0,
    poverty: 1.6,
  },
  '530721213': {
    people: 27,
    ethnic: { [BAI]: 55, [NAXI]: 27, [PUMI]: 7, [HAN]: 8, [LISU]: 3 },
    signing: 1.02,
    records: 1.0,
    services: 1.03,
    trend: 1.03,
    poverty: 0.9,
  },
}

/** A township without a plan (another county's) is an average one. */
export const averageTownship: TownshipPlan = {
  people: 12,
  ethnic: { [HAN]: 90, [YI]: 10 },
  signing: 1,
  records: 1,
  services: 1,
  trend: 1,
  poverty: 1,
}

/** The plan of a township or of the township a village lies in. */
export function planOf(code: string): TownshipPlan {
  return townshipPlans[code.slice(0, 9)] ?? averageTownship
}
