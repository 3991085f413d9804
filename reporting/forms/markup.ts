import type { Text } from '@kangheng/kernel/text/text.ts'

/** Markup of printed forms; every value that comes from a record passes through `text`. */
type Codes = Readonly<Record<string, Text>>

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A value as it is printed, escaped; empty where there is none. */
export function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return String(value).replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}

/** A code in the words of its list; one that the list no longer has stands as it was recorded. */
export const inWords = (list: Codes, code: string | null): string | null =>
  code === null ? null : (list[code]?.zh ?? code)

/** A value with its unit, or a line to write on. */
export function blank(value: unknown, unit = '', width = 3): string {
  const shown =
    value === null || value === undefined || value === ''
      ? `<u class="line" style="width:${width}em"></u>`
      : `<b>${text(value)}</b>`
  return unit ? `${shown}${text(unit)}` : shown
}

/** The numbered choices of a form, with the box into which the number chosen is written. */
export function choices(codes: Codes, chosen: string | readonly string[] | null | undefined): string {
  const given = chosen === null || chosen === undefined ? [] : typeof chosen === 'string' ? [chosen] : chosen
  const keys = Object.keys(codes)
  const options = keys.map((key, index) => `${index + 1}&nbsp;${text(codes[key]!.zh)}`).join('　')
  const numbers = given.map((key) => keys.indexOf(key) + 1).filter((number) => number > 0)
  return `<span class="boxes">${numbers.length > 0 ? numbers.map((number) => `<i>${number}</i>`).join('') : '<i></i>'}</span>${options}`
}

/** One row of a form's table; cells are markup, the first is its heading. */
export function row(heading: string, ...cells: readonly string[]): string {
  const last = cells.length - 1
  return `<tr><th>${heading}</th>${cells.map((cell, index) => `<td${index === last ? ' data-rest' : ''}>${cell}</td>`).join('')}</tr>`
}

/** 2025年3月16日; a line to write on where there is no day. */
export function day(date: string | null | undefined): string {
  if (!date)
    return '<u class="line" style="width:3em"></u>年<u class="line" style="width:2em"></u>月<u class="line" style="width:2em"></u>日'
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `<b>${year}年${month}月${dayOfMonth}日</b>`
}

/** The line on which people sign. */
export function signatures(...who: readonly string[]): string {
  return `<p class="signatures">${who.map((each) => `<span>${text(each)}：<u class="line" style="width:7em"></u></span>`).join('')}</p>`
}

const STYLE = `@page { size: A4; margin: 12mm 13mm }
* { box-sizing: border-box }
body { margin: 0; font: 9.5pt/1.45 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, STSong, serif; color: #000 }
section { break-after: page }
section:last-child { break-after: auto }
h1 { font-size: 15pt; text-align: center; margin: 0 0 3mm; letter-spacing: .1em }
.head { display: flex; justify-content: space-between; gap: 1em; margin: 0 0 1.5mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: .5pt solid #000; padding: .8mm 1.4mm; text-align: left; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere }
th { width: 24mm; text-align: center }
th.side { width: 9mm }
td b { font-weight: 600 }
tr { break-inside: avoid }
table.dense { font-size: 8.5pt; line-height: 1.3 }
table.dense th, table.dense td { padding: .45mm 1.1mm }
table.tall th, table.tall td { padding: 2.2mm }
u.line { display: inline-block; text-decoration: none; border-bottom: .5pt solid #000; height: 1.1em; vertical-align: baseline }
.boxes { float: right; margin-left: 1em; white-space: nowrap }
.boxes i { display: inline-block; min-width: 1.35em; height: 1.35em; line-height: 1.3em; border: .5pt solid #000; text-align: center; font-style: normal; font-weight: 600; margin-left: .2em }
.signatures { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2mm 1em; margin: 4mm 0 0 }
.note { font-size: 8.5pt; margin: 2mm 0 0 }
.out { font-weight: 600 }`

/** Forms as one document that any browser prints, a page break after each. `title` names the file. */
export function printable(title: string, forms: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${text(title)}</title><style>${STYLE}</style></head><body>${forms
    .map((form) => `<section>${form}</section>`)
    .join('\n')}</body></html>`
}
