import { existsSync } from 'node:fs'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'

/** A font with Chinese characters: its file, the name it has there, and, in a collection, the name of the face. */
export interface PaperFont {
  readonly path: string
  readonly family: string
  readonly face?: string
}

/** Where such a font usually lies: Debian's `fonts-noto-cjk` and its like. `KANGHENG_FONT` names another file (.otf, .ttf). */
const KNOWN: readonly PaperFont[] = [
  {
    path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    family: 'Noto Sans CJK SC',
    face: 'NotoSansCJKsc-Regular',
  },
  {
    path: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
    family: 'Noto Sans CJK SC',
    face: 'NotoSansCJKsc-Regular',
  },
  { path: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc', family: 'WenQuanYi Zen Hei', face: 'WenQuanYiZenHei' },
  { path: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', family: 'WenQuanYi Micro Hei', face: 'WenQuanYiMicroHei' },
]

/** The font that pages are printed in; undefined where none is installed. */
export function findFont(): PaperFont | undefined {
  const given = process.env['KANGHENG_FONT']
  if (given) return existsSync(given) ? { path: given, family: 'sans-serif' } : undefined
  return KNOWN.find(({ path }) => existsSync(path))
}

/** The same. @throws Refusal with the remedy where there is none. */
export function getFont(): PaperFont {
  const font = findFont()
  if (font) return font
  throw new Refusal('unavailable', {
    zh: '服务器上没有中文字体，不能生成 PDF 或图片。请安装 fonts-noto-cjk，或用环境变量 KANGHENG_FONT 指明字体文件',
    en: 'The server has no font with Chinese characters: install fonts-noto-cjk, or name a font file in KANGHENG_FONT',
  })
}
