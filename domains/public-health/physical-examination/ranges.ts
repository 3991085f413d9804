import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, type RuleVersion } from '../chronic-follow-up/index.ts'
import { isQualitative, type ItemId } from './items.ts'

/** Bounds of one item for one sex and age; both ends belong to the range. */
interface Bounds {
  readonly low?: number
  readonly high?: number
  readonly sex?: 'male' | 'female'
  readonly fromAge?: number
}

/** At or beyond these values somebody is told within the limit. */
interface Critical {
  readonly atMost?: number
  readonly atLeast?: number
}

interface Judgement {
  readonly ranges: Partial<Record<ItemId, readonly Bounds[]>>
  readonly critical: Partial<Record<ItemId, Critical>>
}

const bySex = (male: Bounds, female: Bounds): Bounds[] => [
  { ...male, sex: 'male' },
  { ...female, sex: 'female' },
]

/**
 * Reference ranges of adults and the values that are told at once. Where several entries fit, the last one counts.
 * Ranges: WS/T 405-2012 (blood count), WS/T 404.1-2012 (transaminases), 404.4-2018 (bilirubin), 404.5-2015 (creatinine, urea: 20–59 and from 60);
 * glucose: WS/T 397-2013; lipids: 中国血脂管理指南（2023年）. Critical values: 健康体检重要异常结果管理专家共识（试行版）2019, class A;
 * a county may set its own as a further version.
 */
export const judgements: readonly [RuleVersion<Judgement>, ...RuleVersion<Judgement>[]] = [
  {
    from: '2018-01-01',
    source: 'WS/T 404, 405, 397; 中国血脂管理指南（2023年）; 健康体检重要异常结果管理专家共识（试行版）',
    value: {
      ranges: {
        haemoglobin: bySex({ low: 130, high: 175 }, { low: 115, high: 150 }),
        whiteCells: [{ low: 3.5, high: 9.5 }],
        platelets: [{ low: 125, high: 350 }],
        fastingGlucose: [{ low: 3.9, high: 6.1 }],
        alanineTransaminase: bySex({ low: 9, high: 50 }, { low: 7, high: 40 }),
        aspartateTransaminase: bySex({ low: 15, high: 40 }, { low: 13, high: 35 }),
        bilirubin: bySex({ high: 26 }, { high: 21 }),
        creatinine: [
          ...bySex({ low: 57, high: 97 }, { low: 41, high: 73 }),
          ...bySex({ low: 57, high: 111, fromAge: 60 }, { low: 41, high: 81, fromAge: 60 }),
        ],
        urea: [
          ...bySex({ low: 3.1, high: 8 }, { low: 2.6, high: 7.5 }),
          ...bySex({ low: 3.6, high: 9.5, fromAge: 60 }, { low: 3.1, high: 8.8, fromAge: 60 }),
        ],
        cholesterol: [{ high: 5.2 }],
        triglycerides: [{ high: 1.7 }],
        lowDensity: [{ high: 3.4 }],
        highDensity: [{ low: 1 }],
      },
      critical: {
        haemoglobin: { atMost: 60, atLeast: 200 },
        whiteCells: { atMost: 1, atLeast: 30 },
        platelets: { atMost: 30, atLeast: 1000 },
        fastingGlucose: { atMost: 2.8, atLeast: 16.7 },
        creatinine: { atLeast: 707 },
        urea: { atLeast: 36 },
      },
    },
  },
]

/** How a result stands. */
export const flags = {
  normal: { zh: '正常', en: 'Normal' },
  low: { zh: '偏低', en: 'Low' },
  high: { zh: '偏高', en: 'High' },
  abnormal: { zh: '异常', en: 'Abnormal' },
  'critical-low': { zh: '危急偏低', en: 'Critically low' },
  'critical-high': { zh: '危急偏高', en: 'Critically high' },
} as const satisfies Record<string, Text>

export type Flag = keyof typeof flags

export interface JudgedResult {
  readonly flag: Flag
  readonly low: number | null
  readonly high: number | null
}

/** Whom a result is of, on the day it was measured. */
export interface Examined {
  readonly sex: string
  readonly age: number
  readonly on: IsoDate
}

/** A numeric result against the range of its sex and age, and against the critical values. */
export function judgeValue(item: ItemId, value: number, { sex, age, on }: Examined): JudgedResult {
  const { ranges, critical } = inForce(judgements, on)
  const fitting = (ranges[item] ?? []).filter(
    (bounds) => (bounds.sex === undefined || bounds.sex === sex) && age >= (bounds.fromAge ?? 0),
  )
  const { low = null, high = null } = fitting.at(-1) ?? {}
  const { atMost, atLeast } = critical[item] ?? {}
  const flagOf = (): Flag => {
    if (atMost !== undefined && value <= atMost) return 'critical-low'
    if (atLeast !== undefined && value >= atLeast) return 'critical-high'
    if (low !== null && value < low) return 'low'
    return high !== null && value > high ? 'high' : 'normal'
  }
  return { flag: flagOf(), low, high }
}

/** A result as it is kept, number or degree, with its judgement. */
export function judgeResult(item: ItemId, result: { value: number | null; degree: string | null }, whom: Examined) {
  if (!isQualitative(item) && result.value !== null) return judgeValue(item, result.value, whom)
  return { flag: result.degree === 'negative' ? ('normal' as const) : ('abnormal' as const), low: null, high: null }
}

export const isCritical = (flag: Flag): boolean => flag.startsWith('critical')
