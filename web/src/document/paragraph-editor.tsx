import { useEffect, useRef } from 'react'
import type { Inline } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { inlineText } from './print.ts'
import { words } from './words.ts'

/** Reads the edited line back: words as they stand, chips as the parts they were. */
function readParts(root: HTMLElement, chips: readonly Inline[]): Inline[] {
  const parts: Inline[] = []
  const addText = (text: string) => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text }
    else parts.push({ kind: 'text', text })
  }
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) addText((node.textContent ?? '').replace(/[\u200b\n]/g, ''))
    else if (node instanceof HTMLElement) {
      const chip = node.dataset.chip === undefined ? undefined : chips[Number(node.dataset.chip)]
      if (chip) parts.push(chip)
      else node.childNodes.forEach(walk)
    }
  }
  root.childNodes.forEach(walk)
  return parts
}

/** A place for the caret beside a figure, where browsers otherwise have none; never part of the text. */
const caretPlace = () => document.createTextNode('\u200b')

function fill(root: HTMLElement, parts: readonly Inline[]) {
  root.replaceChildren(
    caretPlace(),
    ...parts.flatMap((part, index): Node[] => {
      if (part.kind === 'text') return [document.createTextNode(part.text)]
      const chip = document.createElement('span')
      chip.contentEditable = 'false'
      chip.dataset.chip = String(index)
      chip.className = 'document-chip'
      chip.textContent = inlineText(part)
      chip.title = part.kind === 'figure' ? part.figure.title.zh : part.of.title.zh
      return [chip, caretPlace()]
    }),
  )
}

/**
 * Free text around figures that cannot be typed over: a figure is one piece, it can be walked past or deleted but never changed.
 * The browser owns the text while it is edited; React is told the parts after each change and does not redraw the line.
 */
export function ParagraphEditor({
  parts,
  onChange,
}: {
  parts: readonly Inline[]
  onChange: (parts: Inline[]) => void
}) {
  const t = useWords(words)
  const root = useRef<HTMLDivElement>(null)
  const chips = useRef(parts)
  const latest = useRef<readonly Inline[]>(parts)
  useEffect(() => {
    // Only a change from outside (refresh, restore) is drawn; our own echo is already on the screen.
    if (!root.current || latest.current === parts) {
      if (root.current && root.current.childNodes.length === 0) fill(root.current, parts)
      return
    }
    chips.current = parts
    latest.current = parts
    fill(root.current, parts)
  }, [parts])
  return (
    <div
      ref={root}
      className="document-paragraph document-editor"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline
      aria-label={t.paragraph}
      spellCheck={false}
      onInput={(event) => {
        const read = readParts(event.currentTarget, chips.current)
        latest.current = read
        onChange(read)
      }}
      onKeyDown={(event) => {
        // One paragraph stays one paragraph; new ones are added by the button below it.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      }}
      onPaste={(event) => {
        event.preventDefault()
        const selection = getSelection()
        if (!selection?.rangeCount) return
        const range = selection.getRangeAt(0)
        range.deleteContents()
        range.insertNode(document.createTextNode(event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, '')))
        selection.collapseToEnd()
        event.currentTarget.dispatchEvent(new Event('input', { bubbles: true }))
      }}
      onDrop={(event) => event.preventDefault()}
    />
  )
}
