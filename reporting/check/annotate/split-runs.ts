import type { Run } from '../read/docx-body.ts'

/** XML to be put in at an offset of the text. Of several at one offset, those that close come before those that open. */
export type Insertion = { at: number; xml: string; closes: boolean }

/**
 * Puts XML between the characters of a Word part. A run is cut where an insertion falls inside it, both halves keeping its
 * formatting; every other byte of the part stays as it is.
 */
export function insertBetweenCharacters(xml: string, runs: readonly Run[], insertions: readonly Insertion[]): string {
  const edits: { from: number; to: number; text: string }[] = []
  const ordered = [...insertions].sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes))
  const byRun = new Map<Run, Insertion[]>()
  for (const insertion of ordered) {
    const run = insertion.closes ? runEndingAt(runs, insertion.at) : runStartingAt(runs, insertion.at)
    if (run === undefined) continue
    const list = byRun.get(run)
    if (list === undefined) byRun.set(run, [insertion])
    else list.push(insertion)
  }
  for (const [run, list] of byRun) edits.push({ from: run.xmlStart, to: run.xmlEnd, text: rewrite(xml, run, list) })
  let result = ''
  let position = 0
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    if (from < position) continue
    result += xml.slice(position, from) + text
    position = to
  }
  return result + xml.slice(position)
}

const startOf = (run: Run): number => Math.min(...run.items.map((item) => item.textStart))
const endOf = (run: Run): number => Math.max(...run.items.map((item) => item.textEnd))

const runStartingAt = (runs: readonly Run[], at: number): Run | undefined =>
  runs.find((run) => startOf(run) <= at && at < endOf(run))
const runEndingAt = (runs: readonly Run[], at: number): Run | undefined =>
  runs.find((run) => startOf(run) < at && at <= endOf(run))

function rewrite(xml: string, run: Run, insertions: readonly Insertion[]): string {
  const original = xml.slice(run.xmlStart, run.xmlEnd)
  const before = insertions.filter(({ at }) => at <= startOf(run) || (run.whole && at < endOf(run)))
  const after = insertions.filter(
    (insertion) => !before.includes(insertion) && (insertion.at >= endOf(run) || run.whole),
  )
  const inside = insertions.filter((insertion) => !before.includes(insertion) && !after.includes(insertion))
  const joined = (list: readonly Insertion[]) => list.map((insertion) => insertion.xml).join('')
  if (inside.length === 0) return joined(before) + original + joined(after)
  let body = ''
  let from = startOf(run)
  for (const insertion of inside) {
    body += piece(xml, run, from, insertion.at) + insertion.xml
    from = insertion.at
  }
  return joined(before) + body + piece(xml, run, from, endOf(run)) + joined(after)
}

/** The part of a run between two offsets as a run of its own; nothing when it would be empty. */
function piece(xml: string, run: Run, from: number, to: number): string {
  if (from >= to) return ''
  let content = ''
  for (const item of run.items) {
    if (item.textEnd <= from && !(item.textStart === item.textEnd && item.textStart === from)) continue
    if (item.textStart >= to && !(item.textStart === item.textEnd && to === endOf(run))) continue
    const source = xml.slice(item.xmlStart, item.xmlEnd)
    content +=
      item.isText && (item.textStart < from || item.textEnd > to)
        ? cutText(source, Math.max(from, item.textStart) - item.textStart, Math.min(to, item.textEnd) - item.textStart)
        : source
  }
  const name = /^<([^\s/>]+)/.exec(run.opening)?.[1] ?? 'w:r'
  return `${run.opening}${run.properties}${content}</${name}>`
}

/** Characters `from` to `to` of a text element, which keeps its name and its blanks. */
function cutText(source: string, from: number, to: number): string {
  const match = /^<([^\s/>]+)[^>]*>([\s\S]*)<\/[^>]+>$/.exec(source)
  if (match === null) return source
  const [, name = 'w:t', inner = ''] = match
  return `<${name} xml:space="preserve">${escapeXml(unescapeXml(inner).slice(from, to))}</${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(#x[\da-fA-F]+|#\d+|\w+);/g,
    (all, cdata: string | undefined, entity: string | undefined) => {
      if (cdata !== undefined) return cdata
      if (entity?.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16))
      if (entity?.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)))
      return ENTITIES[entity ?? ''] ?? all
    },
  )
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
