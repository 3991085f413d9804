import { pinyin } from 'pinyin-pro'

const LETTER = /^[a-z]$/
const HAN = /^[\p{Script=Han}〇]$/u

/** Readings repeat all the time (a county has some 300 surnames), so each is asked for once. */
const readings = new Map<string, string>([
  // Yi names write ga with 呷, which dictionaries read xia.
  ['off呷', 'g'],
])

function initialsOf(text: string, surname: 'all' | 'off'): string {
  const key = `${surname}${text}`
  let known = readings.get(key)
  if (known === undefined) {
    const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', surname }).map((each) =>
      each.toLowerCase(),
    )
    known = letters.map((letter) => (LETTER.test(letter) ? letter : '')).join('')
    readings.set(key, known)
  }
  return known
}

/** Surnames of two characters, told by their reading as a surname: both characters together are one entry of the surname table. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 单于'.split(
    ' ',
  ),
)

/**
 * Pinyin initials of a name in lower case, for search: 和文军 → hwj, 单雄 → sx (a surname is read as one), 阿普·木呷 → apmg.
 * A name with a middle dot has no Han surname and is read character by character. Words of Latin letters give their first letter.
 */
export function pinyinInitials(name: string): string {
  const characters = [...name.trim()]
  const joined = characters.slice(0, 2).join('')
  const surnameLength = name.includes('·') ? 0 : characters.length > 2 && DOUBLE_SURNAMES.has(joined) ? 2 : 1
  let initials = ''
  if (surnameLength > 0 && HAN.test(characters[0] ?? ''))
    initials = initialsOf(characters.slice(0, surnameLength).join(''), 'all')
  let wordStart = true
  for (const [index, character] of characters.entries()) {
    const han = HAN.test(character)
    if (han && (index >= surnameLength || initials === '')) initials += initialsOf(character, 'off')
    else if (!han && wordStart && /[a-z]/i.test(character)) initials += character.toLowerCase()
    wordStart = !/[a-z]/i.test(character)
  }
  return initials
}
