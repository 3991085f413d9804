import { useState } from 'react'
import type { Block } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { DocumentTable } from './blocks.tsx'
import { ParagraphEditor } from './paragraph-editor.tsx'
import { words } from './words.ts'

interface Keyed {
  readonly key: number
  readonly block: Block
}

/** Edits the blocks of a section: words and headings; tables stay as they are computed. Starts from `initial` and reports every change. */
export function BlocksEditor({
  initial,
  onChange,
}: {
  initial: readonly Block[]
  onChange: (blocks: Block[]) => void
}) {
  const t = useWords(words)
  const [items, setItems] = useState<readonly Keyed[]>(() => initial.map((block, key) => ({ key, block })))
  const [counter, setCounter] = useState(initial.length)
  const set = (next: readonly Keyed[]) => {
    setItems(next)
    onChange(next.map((item) => item.block))
  }
  const replace = (key: number, block: Block) => set(items.map((item) => (item.key === key ? { key, block } : item)))
  const insert = (at: number, block: Block) => {
    set([...items.slice(0, at), { key: counter, block }, ...items.slice(at)])
    setCounter(counter + 1)
  }
  const move = (at: number, by: number) => {
    const next = [...items]
    const [item] = next.splice(at, 1)
    next.splice(at + by, 0, item!)
    set(next)
  }
  return (
    <div className="blocks-editor">
      <p className="quiet small">{t.editHint}</p>
      {items.map(({ key, block }, index) => (
        <div key={key} className="block-edit">
          {block.kind === 'table' ? (
            <DocumentTable table={block} />
          ) : block.kind === 'heading' ? (
            <input
              className="field document-heading-input"
              aria-label={t.heading}
              value={block.text}
              onChange={(event) => replace(key, { ...block, text: event.target.value })}
            />
          ) : (
            <ParagraphEditor parts={block.parts} onChange={(parts) => replace(key, { ...block, parts })} />
          )}
          <div className="block-ways small">
            <button
              type="button"
              className="link-button"
              onClick={() => insert(index + 1, { kind: 'paragraph', parts: [] })}
            >
              {t.addParagraph}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => insert(index + 1, { kind: 'heading', level: 2, text: '' })}
            >
              {t.addHeading}
            </button>
            {index > 0 && (
              <button type="button" className="link-button" onClick={() => move(index, -1)}>
                {t.up}
              </button>
            )}
            {index < items.length - 1 && (
              <button type="button" className="link-button" onClick={() => move(index, 1)}>
                {t.down}
              </button>
            )}
            <button type="button" className="link-button" onClick={() => set(items.filter((item) => item.key !== key))}>
              {t.removeBlock}
            </button>
          </div>
        </div>
      ))}
      {items.length === 0 && (
        <button type="button" className="link-button" onClick={() => insert(0, { kind: 'paragraph', parts: [] })}>
          {t.addParagraph}
        </button>
      )}
    </div>
  )
}
