/**
 * Numbers that are no claims: dates, years, ordinals, ages, times, document numbers, names with digits in them.
 * Each pattern marks what it covers; numbers that begin there are passed over.
 */
const CHINESE = '一二三四五六七八九十'
const PATTERNS: readonly RegExp[] = [
  // years and dates
  /\d{0,2}(?:19|20)[*xX×]{2}(?: ?[-~—至到] ?(?:19|20)?[*xX×]{2})? ?年?度?/g,
  /(?<![\d.])(?:19|20)\d{2} ?[-~—至到] ?(?:19|20)?\d{2} ?年/g,
  /(?<![\d.])(?:19|20)\d{2} ?(?:年|届|版|级)(?:度|初|底|末|前|后|以来)?/g,
  /(?<![\d.])\d{2}年(?=\d{1,2}月|度|末|底|初)/g,
  /[一二][〇零○九八][〇零○一二三四五六七八九]{2}年/g,
  /(?<![\d.个])\d{1,2} ?(?:[-~—至到、] ?\d{1,2} ?)?月(?!龄)(?: ?\d{1,2} ?(?:[-~—至到、] ?\d{1,2} ?)?[日号])?(?:份|底|初|末|中旬|上旬|下旬|上中旬)?/g,
  /(?<![\d.])\d{1,2} ?[-~—至到] ?\d{1,2} ?日/g,
  /(?<![\d.])(?:[12]?\d|3[01]) ?[日号](?!人次|均)/g,
  /(?<!\d)\d{1,2} ?[点时:] ?\d{1,2} ?分(?!钟)/g,
  /24 ?小时(?!内)/g,
  /(?<!\d)\d{1,4} ?(?:分钟|公里)(?=[^，。；]{0,12}(?:圈|生活圈))/g,
  // ordinals, sessions and plans
  /第 ?(?:\d{1,9}|[一二三四五六七八九十百]{1,9})(?: ?[-~—至、] ?(?:第 ?)?(?:\d{1,9}|[一二三四五六七八九十百]{1,9}))?/g,
  new RegExp(`[${CHINESE}]{1,4}届`, 'g'),
  new RegExp(`[${CHINESE}]{1,3}[次中](?:、[${CHINESE}]{1,3}[次中]){0,8}(?:全会|全体会|会议精神)`, 'g'),
  new RegExp(`[${CHINESE}]{1,3}次(?=、[${CHINESE}]{1,3}次)`, 'g'),
  // document numbers
  /[〔[【(〈„「『“] ?(?:19|20)(?:\d{2}|\*\*) ?[〕\]】)〉‟」』”] ?(?:第 ?)?\d{1,6} ?号?/g,
  /(?<!\d)\d{1,6} ?号(?:文|令|公告)?/g,
  // ages, gestation, shelf times in names of groups
  /(?<!\d)\d{1,4}(?: ?岁)? ?[-~—至到] ?\d{1,4} ?(?:周?岁|个?月龄)/g,
  /(?<!\d)\d{1,4} ?(?:周?岁|月龄|个月龄|日龄)/g,
  /(?<!\d)\d{1,4} ?[-~—至到] ?\d{1,4} ?个?月(?=[儿婴的龄内]|以[内下上])/g,
  /(?<=孕|孕期|产后|停经|生后|满)\d+(?: ?[-~—至到] ?\d+)? ?(?:个月|周|天|日)/g,
  // equipment: 64排螺旋CT, 16层CT
  /(?<!\d)\d{1,4} ?[排层导](?=螺旋|CT|极速|超高|心电|电脑)/g,
  // names: H7N9, PM2.5, 1+1+1, 12345热线, telephone numbers
  /(?<![A-Za-z])[A-Za-z]{1,20}-?\d{1,9}(?:\.\d{1,9})?[A-Za-z]{0,20}\d{0,9}/g,
  /(?<!\d)\d{1,9}(?: ?[+×] ?[\dA-Za-z]{1,9}){1,9}/g,
  /(?<!\d)(?:110|119|120|122|999|12\d{3}|9\d{4})(?=”|"|’|热线|电话|平台|急救|救护|指挥|调度|中心|网络|系统|站|应急|现场|医疗急|工作站|院前)/g,
  /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)/g,
  /(?<![A-Za-z])[A-Za-z]{2,8}:\/\/\S{1,200}|(?<![\w.])[\w.]{1,60}@[\w.]{1,60}/g,
]

/** Marks every UTF-16 offset of half-width text that belongs to a number that claims nothing. */
export function maskNonClaims(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) mask.fill(1, match.index, match.index + match[0].length)
  unmaskLifeExpectancy(text, mask)
  unmaskApparatus(text, mask)
  return mask
}

/** CT2台, PKU1例: letters name what the measure word counts. */
function unmaskApparatus(text: string, mask: Uint8Array): void {
  const pattern = /(?<![A-Za-z\d-])([A-Z]{2,6})\d{1,4}(?= ?(?:台|套|例|辆|部|张|人|名|家))/g
  for (const match of text.matchAll(pattern))
    mask.fill(0, match.index + (match[1] ?? '').length, match.index + match[0].length)
}

/** 期望寿命78.3岁 and 平均年龄42岁 do claim something. */
function unmaskLifeExpectancy(text: string, mask: Uint8Array): void {
  for (const match of text.matchAll(/(?:寿命|平均年龄|年龄中位数)[^，。；\d]{0,8}(\d+(?:\.\d+)?)(?= ?岁)/g)) {
    mask.fill(0, match.index, match.index + match[0].length)
  }
}
