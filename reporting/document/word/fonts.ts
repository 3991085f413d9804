/** A font of the document: Chinese glyphs from `eastAsia`, digits and Latin letters from Times New Roman unless told. */
export interface DocumentFont {
  readonly ascii: string
  readonly hAnsi: string
  readonly eastAsia: string
  readonly cs: string
  readonly hint: 'eastAsia'
}

const LATIN = 'Times New Roman'

function font(eastAsia: string, latin = LATIN): DocumentFont {
  return { ascii: latin, hAnsi: latin, eastAsia, cs: latin, hint: 'eastAsia' }
}

/**
 * The four faces of an official document, and 宋体 for page numbers. The names are the fonts' English ones: every writer
 * knows them, also one that has to look for a substitute.
 */
export const FONT = {
  /** 仿宋: running text. */
  text: font('FangSong'),
  /** 黑体: first level. */
  black: font('SimHei'),
  /** 楷体: second level. */
  script: font('KaiTi'),
  /** 小标宋: title and sender mark. */
  title: font('FZXiaoBiaoSong-B05S'),
  /** 宋体 with its own digits: page numbers. */
  song: font('SimSun', 'SimSun'),
  /** 宋体 with Times digits, which are all of one width: tables. */
  table: font('SimSun'),
} as const

interface Face {
  readonly name: string
  /** Names of the same or the nearest face, tried in order where the first is not installed. */
  readonly alternatives: readonly string[]
  readonly panose: string
  readonly family: 'roman' | 'modern'
  readonly pitch: 'fixed' | 'variable'
}

const FACES: readonly Face[] = [
  {
    name: 'FangSong',
    alternatives: ['仿宋', '仿宋_GB2312', 'FangSong_GB2312', '方正仿宋_GBK', '华文仿宋'],
    panose: '02010609060101010101',
    family: 'roman',
    pitch: 'fixed',
  },
  {
    name: 'SimHei',
    alternatives: ['黑体', '方正黑体_GBK', '华文黑体'],
    panose: '02010609060101010101',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: 'KaiTi',
    alternatives: ['楷体', '楷体_GB2312', 'KaiTi_GB2312', '方正楷体_GBK', '华文楷体'],
    panose: '02010609060101010101',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: 'FZXiaoBiaoSong-B05S',
    alternatives: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体'],
    panose: '03000509000000000000',
    family: 'roman',
    pitch: 'variable',
  },
  {
    name: 'SimSun',
    alternatives: ['宋体', '方正书宋_GBK', '华文宋体'],
    panose: '02010600030101010101',
    family: 'roman',
    pitch: 'variable',
  },
]

function entry({ name, alternatives, panose, family, pitch }: Face): string {
  return [
    `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:panose1 w:val="${panose}"/>`,
    `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  ].join('')
}

/**
 * The font table of the document. Word and WPS look here for other names of a face that is not installed: a machine
 * without 小标宋 takes 华文中宋, one without 仿宋 takes 仿宋_GB2312, instead of whatever comes first.
 */
export function fontTable(): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const latin = [
    `<w:font w:name="${LATIN}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>`,
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${namespace}">${FACES.map(entry).join('')}${latin}</w:fonts>`
}
