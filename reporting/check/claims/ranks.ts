import { rational } from '@kangheng/kernel/exact/rational.ts'
import { readChineseNumeral } from './chinese-numeral.ts'
import type { Layout } from './layout.ts'
import { countMention, type Mention } from './mention.ts'

const NUMBER = '[一二三四五六七八九十百]{1,4}|\\d{1,3}'
const STANDING = '排名|排在?|位居|位列|位次|名列|列|稳居|跃居|居|荣获|获得?|取得|夺得|并列|全[国省市州县区]|系统|序列'
const NO_RANK =
  '梯队|梯次|方阵|届|次|批|期|人民|医院|中学|小学|责任|书记|季度|轮|方|类|章|条|款|部|版|号|线|例|场|家|个|时间|课|步|要务|资源|生产力|医疗'

/** Ranks and prizes: 排名第三, 第二名, 全省第一, 三等奖. Ordinals of sessions, batches and names are none. */
export function findRanks({ text }: Layout): Mention[] {
  const found: Mention[] = []
  const places = new RegExp(
    `(?<![放摆]在)第(${NUMBER})([名位])(?!院|副|书|局)|(?<=(?:${STANDING})[^，。；、\\d]{0,8})第(${NUMBER})(?!${NO_RANK}|[名位\\d]|[\\u4e00-\\u9fff]{0,12}(?:医院|卫生))`,
    'g',
  )
  for (const match of text.matchAll(places)) add(found, match.index, match[0], match[1] ?? match[3], '名')
  for (const match of text.matchAll(/([特一二三四]|\d)等奖/g)) add(found, match.index, match[0], match[1], '等奖')
  for (const match of text.matchAll(
    new RegExp(`[前后](${NUMBER})(?:名(?!医|专|学|优|选)|位(?=[，。；、的之列)]|$))`, 'g'),
  ))
    add(found, match.index, match[0], match[1], '名')
  return found
}

function add(found: Mention[], start: number, printed: string, number: string | undefined, unit: string): void {
  const value = number === undefined || number === '特' ? null : readChineseOrArabic(number)
  if (value !== null)
    found.push({
      ...countMention(start, start + printed.length, 0n, unit, 'rank'),
      value: rational(value),
      chinese: !/\d/.test(number ?? ''),
    })
}

function readChineseOrArabic(text: string): bigint | null {
  if (/^\d+$/.test(text)) return BigInt(text)
  return readChineseNumeral(text)?.value.n ?? null
}
