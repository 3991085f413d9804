import type { Text } from '../text/text.ts'

// prettier-ignore
const CHINESE = '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(' ')
// prettier-ignore
const ENGLISH = "Han Mongol Hui Tibetan Uygur Miao Yi Zhuang Buyei Korean Manchu Dong Yao Bai Tujia Hani Kazak Dai Li Lisu Va She Gaoshan Lahu Sui Dongxiang Naxi Jingpo Kirgiz Tu Daur Mulao Qiang Blang Salar Maonan Gelao Xibe Achang Pumi Tajik Nu Uzbek Russian Ewenki De'ang Bonan Yugur Gin Tatar Derung Oroqen Hezhen Monba Lhoba Jino".split(' ')

/** One of the 56 nationalities: GB/T 3304 code, official Chinese name (纳西族), English name. */
export interface EthnicGroup extends Text {
  readonly code: string
}

/** The 56 nationalities in the order of their GB/T 3304 codes, 01 to 56. */
export const ETHNIC_GROUPS: readonly EthnicGroup[] = CHINESE.map((name, index) => ({
  code: String(index + 1).padStart(2, '0'),
  zh: `${name}族`,
  en: ENGLISH[index]!,
}))

const byName = new Map(ETHNIC_GROUPS.map((group) => [group.zh, group]))

/** The group of a GB/T 3304 code, with or without the leading zero. */
export function findEthnicGroupByCode(code: string): EthnicGroup | undefined {
  const number = Number(code)
  return Number.isInteger(number) ? ETHNIC_GROUPS[number - 1] : undefined
}

/** The group of a name with or without 族 (纳西, 纳西族). */
export function findEthnicGroupByName(name: string): EthnicGroup | undefined {
  return byName.get(name) ?? byName.get(`${name}族`)
}

/** Titles by code, for fields that hold a code. */
export const ethnicTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  ETHNIC_GROUPS.map((group) => [group.code, group]),
)
