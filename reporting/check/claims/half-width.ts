const SPECIAL: Readonly<Record<string, string>> = {
  '．': '.',
  '·': '·',
  '℅': '%',
  '﹪': '%',
  '∶': ':',
  '：': ':',
  '／': '/',
  '⁄': '/',
  '∕': '/',
  '（': '(',
  '）': ')',
  '〜': '~',
  '∼': '~',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\t': ' ',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '–': '—',
  '―': '—',
  '─': '—',
  '━': '—',
  '㎡': '㎡',
}

/**
 * The same text with full-width digits, letters and signs made half-width, one UTF-16 unit for one, so that every
 * offset stays valid. Commas and full stops of Chinese prose keep their width: they separate, they never group digits.
 */
export function toHalfWidth(text: string): string {
  return text.replace(
    /[\uff04-\uff0b\uff0d-\uff19\uff1a\uff1c-\uff1e\uff21-\uff5a\uff5e．·℅﹪∶／⁄∕（）〜∼\u3000\u00a0\u2002\u2003\u2009\t−‐‑–―─━㎡]/g,
    (sign) => {
      const special = SPECIAL[sign]
      if (special !== undefined) return special
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
    },
  )
}
