import type { Inline, PlainPart } from './model.ts'

const SEPARATOR = /[，、；：,;:]\s*$/
const CLOSES = /^\s*[，、；。！？,;.!?]/
const STARTS_WITH_SEPARATOR = /^\s*[，、；,;]\s*/
const SENTENCE_END = /(^|[。！？；.!?;])\s*$/

/** The texts on both sides of a phrase that says nothing, mended so that no comma or bracket is left hanging. */
function mend(before: string, after: string): [string, string] {
  if (/[（(]\s*$/.test(before) && /^\s*[）)]/.test(after))
    return [before.replace(/\s*[（(]\s*$/, ''), after.replace(/^\s*[）)]/, '')]
  if (SEPARATOR.test(before) && (after === '' || CLOSES.test(after))) return [before.replace(SEPARATOR, ''), after]
  if (SENTENCE_END.test(before) && STARTS_WITH_SEPARATOR.test(after))
    return [before, after.replace(STARTS_WITH_SEPARATOR, '')]
  if (SENTENCE_END.test(before) && before !== '' && /^\s*[。.]/.test(after))
    return [before, after.replace(/^\s*[。.]/, '')]
  return [before, after]
}

/**
 * The sentence as it is printed: phrases resolved into texts and figures, and punctuation mended around phrases that
 * have nothing to say.
 */
export function flatten(parts: readonly Inline[]): PlainPart[] {
  const out: PlainPart[] = []
  const push = (part: PlainPart) => {
    const last = out.at(-1)
    if (part.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + part.text }
    else if (part.kind === 'figure' || part.text !== '') out.push(part)
  }
  const queue = [...parts]
  for (let part = queue.shift(); part; part = queue.shift()) {
    if (part.kind !== 'phrase') push(part)
    else if (part.parts.length > 0) part.parts.forEach(push)
    else {
      const [last, next] = [out.at(-1), queue[0]]
      if (next?.kind === 'phrase' && next.parts.length === 0) continue
      const before = last?.kind === 'text' ? last.text : last ? '0' : ''
      const after = next?.kind === 'text' ? next.text : next ? '0' : ''
      const [mendedBefore, mendedAfter] = mend(before, after)
      if (last?.kind === 'text') {
        out.pop()
        push({ kind: 'text', text: mendedBefore })
      }
      if (next?.kind === 'text') queue[0] = { kind: 'text', text: mendedAfter }
    }
  }
  return out
}
