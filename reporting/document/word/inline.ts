import { Bookmark, ExternalHyperlink, InternalHyperlink, TextRun, UnderlineType, type ParagraphChild } from 'docx'
import type { PlainPart } from '@kangheng/kernel/wording/model.ts'

/** Bookmark of the row of a figure in the appendix, and of the place in the text where it is first said. */
export const rowBookmark = (key: string) => key
export const textBookmark = (key: string) => `${key}_text`

/** A grey dotted rule under the figure: visible to who looks for it, quiet in print. */
const LINKED = { underline: { type: UnderlineType.DOTTED, color: 'A6A6A6' } } as const

/**
 * Sets the parts of sentences as runs. Every figure is a link to its row in the appendix; the first place where a figure
 * is said is marked, so that the appendix can lead back.
 */
export function sentenceSetter(): (parts: readonly PlainPart[]) => ParagraphChild[] {
  const said = new Set<string>()
  return (parts) =>
    parts.map((part) => {
      if (part.kind === 'text') return new TextRun(part.text)
      const { key } = part.figure
      const link = new InternalHyperlink({
        anchor: rowBookmark(key),
        children: [new TextRun({ text: part.text, ...LINKED })],
      })
      if (said.has(key)) return link
      said.add(key)
      return new Bookmark({ id: textBookmark(key), children: [link] })
    })
}

/** Text that leads to another place of the document. */
export function innerLink(text: string, anchor: string, look: 'rule' | 'bold' | 'plain' = 'plain'): ParagraphChild {
  const run = new TextRun({ text, ...(look === 'rule' ? LINKED : {}), ...(look === 'bold' ? { bold: true } : {}) })
  return new InternalHyperlink({ anchor, children: [run] })
}

/** Text that leads to a page of the system; plain text when no address is known. */
export function outerLink(text: string, link: string | undefined): ParagraphChild {
  const run = new TextRun({ text, ...(link ? LINKED : {}) })
  return link ? new ExternalHyperlink({ link, children: [run] }) : run
}
