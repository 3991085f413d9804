/** Names without places, blanks and filler, so that 全县家庭医生签约率 and 家庭医生签约率 are one. */
export function plainWords(name: string): string {
  return name
    .replace(/[\s“”"《》（）()]/g, '')
    .replace(/^(?:全|我|本)[国省市县区镇乡]/, '')
    .replace(/(?:总)?(?:人数|数量|总数|数)$/, '')
}

const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }
const ALIKE: Readonly<Record<string, string>> = { 名: '人', 位: '人', 平方米: '㎡', 毫升: 'ml' }

/** 万人 is ten thousand of 人. */
export function splitScale(unit: string): { scale: bigint; base: string } {
  const scale = SCALES[unit[0] ?? '']
  return scale === undefined || unit.length === 1 ? { scale: 1n, base: unit } : { scale, base: unit.slice(1) }
}

const baseOf = (unit: string): string => ALIKE[splitScale(unit).base] ?? splitScale(unit).base

/** Whether numbers in the two units can be compared: 万人 and 名, but not 人 and 户. */
export const sameUnit = (one: string, other: string): boolean => baseOf(one) === baseOf(other)
