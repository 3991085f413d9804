import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { rational } from '@kangheng/kernel/exact/rational.ts'
import { readChineseNumeral } from './chinese-numeral.ts'
import { clauseAfter, isDigit, type Layout } from './layout.ts'
import { countMention, type Mention, percentMention } from './mention.ts'

/**
 * Quantities that are not a numeral with a unit: 近半, 三分之二, 三成, 每季度, 五县四区, 死亡率为零.
 */
export function findSpecialMentions(layout: Layout, mask: Uint8Array): Mention[] {
  const all = [
    halves,
    fractions,
    slashedFractions,
    tenths,
    everySoOften,
    adjoinedDivisions,
    zeroRates,
    sexRatios,
    listedSets,
    everyFewYears,
    bareRates,
    bareCounts,
    bareIndices,
    minutesAndSeconds,
  ].flatMap((find) => find(layout))
  return all.filter((mention) => mask[mention.start] !== 1)
}

/** 近半、过半、半数: half, and vague unless 半数 or 一半 stands alone. */
function halves({ text }: Layout): Mention[] {
  const pattern =
    /(近|超|过|将近|超过)?(?:一半|半数)(?!天|年|小时|路|途|功)|(?:近|过|超)半(?=的|数|以上|村|乡|县|市|医|人|单)/g
  return [...text.matchAll(pattern)].map((match) => {
    const vague =
      match[1] !== undefined || /^[近过超]/.test(match[0]) || text.startsWith('以上', match.index + match[0].length)
    return percentMention(match.index, match.index + match[0].length, rational(50n), vague)
  })
}

/** 三分之二: a share, in percent. 百分之 and its kin are read with the numerals. */
function fractions({ text }: Layout): Mention[] {
  const found: Mention[] = []
  for (const match of text.matchAll(/([二三四五六七八九十\d]{1,2})分之([一二两三四五六七八九十\d]{1,2})/g)) {
    const [whole, part] = [smallNumber(match[1]), smallNumber(match[2])]
    if (whole === null || part === null || whole < 2n || part > whole) continue
    const mention = percentMention(match.index, match.index + match[0].length, rational(part * 100n, whole), false)
    found.push({ ...mention, decimals: 2 })
  }
  return found
}

/** 占1/3, 近2/3: a share, in percent; elsewhere a slash stands in dates and document numbers. */
function slashedFractions({ text }: Layout): Mention[] {
  const pattern = /(?<=占[^，。；\d]{0,8}|[近约达过])(\d{1,2})\/(\d{1,2})(?![\d/.年月万千])/g
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [part, whole] = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)]
    if (whole < 2n || part > whole) return []
    const vague = /(?:[近约过]|超过)$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    const mention = percentMention(match.index, match.index + match[0].length, rational(part * 100n, whole), vague)
    return [{ ...mention, decimals: 2, chinese: false }]
  })
}

/** 三成以上: tenths, in percent. */
function tenths({ text }: Layout): Mention[] {
  const pattern = /([二两三四五六七八九]|\d(?:\.\d)?)成(?=以上|左右|多|的|[，。、；）)])/g
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = smallNumber(match[1])
    if (value === null) return []
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const vague = /^(?:以上|左右|多)/.test(text.slice(end, end + 2)) || /(?:[近超逾约]|不足|超过)$/.test(before)
    return [percentMention(match.index, end, rational(value * 10n), vague)]
  })
}

function smallNumber(text: string | undefined): bigint | null {
  if (text === undefined || text.includes('.')) return null
  if (isDigit(text[0])) return BigInt(text)
  const read = readChineseNumeral(text)
  return read === null ? null : read.value.n
}

const TIMES_A_YEAR: Readonly<Record<string, bigint>> = { 季度: 4n, 季: 4n, 月: 12n, 周: 52n, 半年: 2n }
const REGULAR_WORK =
  '[^，。；\\d一二两三四五]{0,8}对|进行|开展|组织|召开|至少|通报|督查|督导|考核|检查|例会|分析|调度|集中|定期|举办|实行'

/** 每季度对…进行检查 claims four times a year, when the clause gives no number of its own. */
function everySoOften({ text }: Layout): Mention[] {
  const pattern = new RegExp(
    `每(?:个)?(半年|季度|季|月|周)(?=${REGULAR_WORK})|(?<![一二三四每两\\d第本个上下前后])(季度)(?=通报|例会|督查|考核|督导|分析)`,
    'g',
  )
  return [...text.matchAll(pattern)].flatMap((match) => {
    const times = TIMES_A_YEAR[match[1] ?? match[2] ?? '']
    const end = match.index + match[0].length
    if (times === undefined || /[\d一两二三四五六七八九十](?:次|期|场|轮)/.test(clauseAfter(text, end))) return []
    return [countMention(match.index, end, times, '次/年', 'frequency')]
  })
}

/** 五县四区 counts nine divisions of one level. */
function adjoinedDivisions({ text }: Layout): Mention[] {
  const found: Mention[] = []
  const number = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,3})'
  for (const match of text.matchAll(
    new RegExp(`(?:${number}[县区市](?![乡镇级])){2,}|(?:${number}[镇乡](?!镇|级)){2,}`, 'g'),
  )) {
    const parts = [...match[0].matchAll(/([一二两三四五六七八九十\d]+)[县区市镇乡]/g)].map((part) =>
      smallNumber(part[1]),
    )
    if (parts.some((part) => part === null)) continue
    const total = parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n)
    found.push(countMention(match.index, match.index + match[0].length, total, '个', 'thing'))
  }
  return found
}

/** 孕产妇死亡率为零: the unit comes from the name of the rate. */
function zeroRates({ text }: Layout): Mention[] {
  return [
    ...text.matchAll(/(?<=[率][^，。；\d]{0,3}(?:为|是|达到?|降至|保持))(?:零|0)(?![.\d%‰万亿\u4e00-\u9fff])/g),
  ].map((match) => ({
    ...percentMention(match.index, match.index + 1, rational(0n), false),
    unit: '',
    chinese: match[0] === '零',
  }))
}

/** 建档率达95.6，: a rate printed without its sign. */
function bareRates({ text }: Layout): Mention[] {
  const pattern = /(?<=率(?:已|均|分别)?(?:达到?|为|是|:)? ?)(\d{1,3}\.\d{1,2})(?= ?[，。；、)\n])/g
  return [...text.matchAll(pattern)].map((match) => {
    const printed = parseDecimal(match[1] ?? '')
    const mention = percentMention(match.index, match.index + match[0].length, decimalToRational(printed), false)
    return { ...mention, decimals: printed.decimals, unit: '', chinese: false }
  })
}

const COUNTED_BY_NAME = /(人次|人)数?$/

/** 门诊人次、出院人数分别为998514、16648: the names end in the units that the numbers leave out. */
function bareCounts({ text }: Layout): Mention[] {
  const pattern =
    /(人次|人数)(?:共|已|累计|分别|各)?(?:达到?|为|是|有|[:≥≤])? ?(\d{2,9}(?:、\d{2,9}){0,8})(?= ?[，。；)\n,;])/g
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [all, last = '', listed = ''] = match
    const heads = (clausesBefore(text, match.index) + last).split(/[、和及与]/)
    const numbers = listed.split('、')
    let start = match.index + all.length - listed.length
    return numbers.map((printed, at) => {
      const head = heads.at(at - numbers.length) ?? last
      const unit = COUNTED_BY_NAME.exec(head)?.[1] ?? '人'
      const mention = countMention(
        start,
        start + printed.length,
        BigInt(printed),
        unit,
        unit === '人次' ? 'visit' : 'person',
      )
      start += printed.length + 1
      return { ...mention, chinese: false }
    })
  })
}

/** The words of a listing before `offset`, 、 included. */
const clausesBefore = (text: string, offset: number): string =>
  /[^，。；:,;\n]{0,40}$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? ''

/** CMI值0.92, 总和生育率由1.1降到1.0: indices have no unit. */
function bareIndices({ text }: Layout): Mention[] {
  const pattern = /(?:CMI|病例组合指数|(?:时间|费用)消耗指数|总和生育率)([^，。；\n]{1,30})/g
  return [...text.matchAll(pattern)].flatMap((match) => {
    const from = match.index + match[0].length - (match[1] ?? '').length
    return [...(match[1] ?? '').matchAll(/(?<![\d.])\d\.\d{1,4}(?![\d.%‰个倍万])/g)].map((number) => {
      const printed = parseDecimal(number[0])
      const start = from + number.index
      const mention = countMention(start, start + number[0].length, 0n, '', 'density')
      return { ...mention, value: decimalToRational(printed), decimals: printed.decimals, chinese: false }
    })
  })
}

/** 平均出车时间1分28秒 is one length of time, in seconds. */
function minutesAndSeconds({ text }: Layout): Mention[] {
  return [...text.matchAll(/(?<![\d.:])(\d{1,3})分钟?(\d{1,2})秒/g)].map((match) => {
    const seconds = BigInt(match[1] ?? 0) * 60n + BigInt(match[2] ?? 0)
    return { ...countMention(match.index, match.index + match[0].length, seconds, '秒', 'time'), chinese: false }
  })
}

/** 出生人口性别比105.34: boys to a hundred girls, printed without a unit. */
function sexRatios({ text }: Layout): Mention[] {
  const pattern = /(?<=性别比[^，。；\d]{0,6})(\d{2,3}(?:\.\d+)?)(?! ?[:\d.%％名人])/g
  return [...text.matchAll(pattern)].map((match) => {
    const printed = parseDecimal(match[1] ?? '')
    const mention = countMention(match.index, match.index + match[0].length, 0n, ':100', 'density')
    return { ...mention, value: decimalToRational(printed), decimals: printed.decimals, chinese: false }
  })
}

/** “新五件”（B超、X线、洗胃机、心电图机、生化分析仪）: a set is counted when its members are listed right behind it. */
function listedSets({ text }: Layout): Mention[] {
  const found: Mention[] = []
  for (const match of text.matchAll(
    /([二两三四五六七八九十])([件项个种类])[^“”()，。；\d]{0,6}”?\(([^()。；，\d]{3,120})\)/g,
  )) {
    const count = smallNumber(match[1])
    const members = (match[3] ?? '').split('、').length
    if (count === null || members < 2 || Math.abs(members - Number(count)) > 1) continue
    found.push(countMention(match.index, match.index + 2, count, match[2] ?? '', 'thing'))
  }
  return found
}

/** 两年一次: the years between two rounds. */
function everyFewYears({ text }: Layout): Mention[] {
  return [...text.matchAll(/(?<![每\d一二三四五六七八九十〇])([两二三四五]|[2-9])年(?=一次|一轮)/g)].flatMap(
    (match) => {
      const years = smallNumber(match[1])
      return years === null
        ? []
        : [countMention(match.index, match.index + match[0].length + 2, years, '年/次', 'frequency')]
    },
  )
}
