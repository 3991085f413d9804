import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { SeriesCode, VaccineCode } from './vaccines.ts'

/** A dose as it stands in a vaccination book. */
export interface GivenDose {
  readonly vaccine: VaccineCode
  readonly date: IsoDate
}

/** Why a dose does not count. */
export const reasons = {
  'too-young': { zh: '早于该剂次的最小月（年）龄', en: 'before the minimum age of the dose' },
  'too-old': { zh: '超过该疫苗的接种年龄', en: 'after the age up to which the vaccine is given' },
  interval: { zh: '与前面有效剂次的间隔不足', en: 'too soon after an earlier valid dose' },
  'live-interval': {
    zh: '与另一种注射类减毒活疫苗间隔不足28天',
    en: 'less than 28 days after another injected live vaccine',
  },
  'immunoglobulin-interval': {
    zh: '注射免疫球蛋白后间隔不足（减毒活疫苗3个月，2021年版乙脑灭活疫苗1个月）',
    en: 'too soon after immunoglobulin (live vaccines 3 months; JE-I 1 month in the 2021 edition)',
  },
  'same-day': { zh: '同日已有一剂计入该系列', en: 'another dose of the same day counts already' },
  product: { zh: '该儿童的这一剂次不能用此种疫苗', en: 'this vaccine cannot stand for the dose, for this child' },
  extra: { zh: '该系列此前已完成，属多种', en: 'the series was complete before it' },
  'not-applicable': { zh: '该系列不适用于此人', en: 'the series is not for this person' },
} as const satisfies Record<string, Text>
export type Reason = keyof typeof reasons

/** How a series stands on the day asked about. The first three have a next dose, the others have none. */
export const statuses = {
  future: { zh: '未到时间', en: 'not yet due' },
  due: { zh: '应种', en: 'due' },
  overdue: { zh: '逾期', en: 'overdue' },
  complete: { zh: '已完成', en: 'complete' },
  'aged-out': { zh: '超龄不再补种', en: 'too old to catch up' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  contraindicated: { zh: '有禁忌', en: 'contraindicated' },
} as const satisfies Record<string, Text>
export type SeriesStatus = keyof typeof statuses

/** A dose and what it counts for in one series; a combination stands in several series. */
export interface JudgedDose {
  readonly vaccine: VaccineCode
  /** The dose of the schedule that it is; null when it does not count. */
  readonly id: string | null
  readonly date: IsoDate
  readonly valid: boolean
  readonly reason: Reason | null
}

/** The next dose of a series. `earliest` ≤ `recommended` ≤ `latest`. */
export interface NextDose {
  readonly id: string
  /** The first day on which it would count. */
  readonly earliest: IsoDate
  /** The day to invite for. */
  readonly recommended: IsoDate
  /** The last day on which it is in time; overdue afterwards. */
  readonly latest: IsoDate
  readonly status: 'future' | 'due' | 'overdue'
  /** What the programme gives. */
  readonly vaccine: VaccineCode
}

export interface SeriesForecast {
  readonly series: SeriesCode
  readonly status: SeriesStatus
  readonly doses: readonly JudgedDose[]
  readonly next: NextDose | null
}

export interface Forecast {
  readonly series: readonly SeriesForecast[]
  /** Nothing is left to be given: no series has a next dose. */
  readonly complete: boolean
}
