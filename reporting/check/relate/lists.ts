import type { Summary } from './nodes.ts'

const NAME_LIMIT = 14
const INTRODUCTION = /^.*(?:将|把|由|从|对|在|为|以|如|即|包括|组织|开展|完成|设立|建立|分别|其中|和|与|及|\d\S)(?=..)/

/**
 * The names listed right before `offset`: 桂花、永兴、仁里、龙凤. Null when what stands there is no clean list: names are
 * short, carry no digits and are joined by 、 with 和, 及 or 与 before the last.
 */
export function namesBefore(summary: Summary, offset: number): string[] | null {
  const { text } = summary
  let start = offset
  while (start > summary.start && offset - start < 160 && !/[，,。；;:：()（）\n]/.test(text[start - 1] ?? '\n'))
    start--
  const stretch = text.slice(start, offset)
  const names = splitNames(stretch.replace(/^.*\d/, '').trim())
  // 12个科室、下属31家机构: what follows another number is a list only when it is long enough to be one
  return names !== null && names.length < 3 && /\d/.test(stretch) ? null : names
}

/** The names inside a bracket or other clean stretch. */
export function splitNames(stretch: string): string[] | null {
  if (!stretch.includes('、') && !/[和及与]/.test(stretch)) return null
  const pieces = stretch.split('、')
  const last = pieces.at(-1) ?? ''
  const joined = /^(.{2,}?)[和及与](.{2,})$/.exec(last)
  const names = joined === null ? pieces : [...pieces.slice(0, -1), joined[1] ?? '', joined[2] ?? '']
  const cleaned = names.map((name) => name.trim())
  // the words that lead up to the list stick to its first name
  cleaned[0] = (cleaned[0] ?? '').replace(INTRODUCTION, '')
  if (cleaned.some((name, at) => name === '' || name.endsWith('等') || (at > 0 && /[\d%]/.test(name)))) return null
  if (cleaned.slice(1).some((name) => name.length > NAME_LIMIT)) return null
  return cleaned
}
