import { printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { rational } from '@kangheng/kernel/exact/rational.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { defects } from '../birth-defects/index.ts'
import { deathCauses } from '../maternal-health/index.ts'

/** The three networks. Source: 全国妇幼卫生监测实施方案; 妇幼健康统计调查制度. */
export const networks = {
  maternal: { zh: '孕产妇死亡监测', en: 'Maternal deaths' },
  'under-five': { zh: '5岁以下儿童死亡监测', en: 'Deaths under five' },
  defects: { zh: '出生缺陷监测', en: 'Birth defects' },
} as const satisfies Record<string, Text>
export type NetworkId = keyof typeof networks

/** What is counted for a place and quarter: how many of each, by the name of the line. */
export type Counts = Readonly<Record<string, number>>

/** A line of a return: counted, or a rate of two counts per so many. */
type Line =
  | { readonly title: Text; readonly unit: Text; readonly count: string }
  | {
      readonly title: Text
      readonly unit: Text
      readonly of: readonly [part: string, whole: string]
      readonly per: bigint
    }

const words = (zh: string, en: string): Text => ({ zh, en })
const cases = words('例', 'cases')
const counted = (count: string, zh: string, en: string, unit = cases): Line => ({ title: words(zh, en), unit, count })
const rate = (part: string, whole: string, per: bigint, unit: string, zh: string, en: string): Line => ({
  ...{ title: words(zh, en), unit: words(unit, unit), of: [part, whole], per },
})
const perThousand = (part: string, zh: string, en: string) => rate(part, 'live-births', 1000n, '‰', zh, en)
const liveBirths = counted('live-births', '活产数', 'Live births', words('人', 'births'))
const causes = (network: string): Line[] =>
  Object.entries(deathCauses).map(([id, { zh, en }]) => counted(`${network}:${id}`, `　其中：${zh}`, `of these: ${en}`))

/** The lines of each return, in the order of its table. */
export const lines: Readonly<Record<NetworkId, readonly Line[]>> = {
  maternal: [
    liveBirths,
    counted('mothers-died', '孕产妇死亡数', 'Maternal deaths'),
    rate('mothers-died', 'live-births', 100_000n, '/10万', '孕产妇死亡率', 'Maternal mortality'),
    ...causes('maternal'),
    counted('mothers-reviewed', '已评审死亡数', 'Reviewed'),
  ],
  'under-five': [
    liveBirths,
    counted('newborns-died', '新生儿死亡数', 'Neonatal deaths'),
    counted('infants-died', '婴儿死亡数', 'Infant deaths'),
    counted('children-died', '5岁以下儿童死亡数', 'Deaths under five'),
    perThousand('newborns-died', '新生儿死亡率', 'Neonatal mortality'),
    perThousand('infants-died', '婴儿死亡率', 'Infant mortality'),
    perThousand('children-died', '5岁以下儿童死亡率', 'Mortality under five'),
    ...causes('under-five'),
  ],
  defects: [
    counted('perinates', '围产儿数', 'Perinates', words('人', 'births')),
    counted('perinates-alive', '　其中：活产', 'of these: born alive', words('人', 'births')),
    counted('perinates-stillborn', '　其中：死胎死产', 'of these: stillborn', words('人', 'births')),
    counted('children-with-defect', '出生缺陷儿数', 'Children with a defect'),
    rate('children-with-defect', 'perinates', 10_000n, '/万', '出生缺陷发生率', 'Birth defect rate'),
    ...Object.entries(defects).map(
      ([
        id,
        {
          code,
          title: { zh, en },
        },
      ]) => counted(`defect:${id}`, `　${zh}（${code}）`, `${en} (${code})`),
    ),
  ],
}

/** Names of what a network counts. */
export const countsOf = (network: NetworkId): string[] =>
  lines[network].flatMap((line) => ('count' in line ? [line.count] : []))

/** A line as it is printed; a rate of nobody has no value. Rounded half up to two decimals, once. */
export interface PrintedLine {
  readonly code: string
  readonly title: Text
  readonly unit: Text
  readonly value: string | null
}

/** The lines of a return with their values. */
export function print(network: NetworkId, counts: Counts): PrintedLine[] {
  return lines[network].map((line, index) => {
    const { title, unit } = line
    const code = String(index + 1).padStart(2, '0')
    if ('count' in line) return { code, title, unit, value: String(counts[line.count] ?? 0) }
    const [part, whole] = line.of.map((name) => BigInt(counts[name] ?? 0)) as [bigint, bigint]
    const value = whole === 0n ? null : printDecimal(roundHalfUp(rational(part * line.per, whole), 2))
    return { code, title, unit, value }
  })
}

/** The share of what a survey found that had not been registered, in per cent; null when it found nothing. */
export function missedRate(found: number, registered: number): string | null {
  return found === 0 ? null : printDecimal(roundHalfUp(rational(BigInt(found - registered) * 100n, BigInt(found)), 2))
}
