import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { put } from '../api/client.ts'
import type { Block, Bulletin, ReportSection } from '../api/document-types.ts'
import { queries } from '../api/queries.ts'
import { Blocks } from '../document/blocks.tsx'
import { BlocksEditor } from '../document/blocks-editor.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import type { BulletinDesk } from './desk.ts'
import { words } from './words.ts'

/** One section of a draft: read, or edited in its place and saved by itself. */
export function SectionEditor({
  bulletin,
  section,
  desk,
}: {
  bulletin: Bulletin
  section: ReportSection
  desk: BulletinDesk
}) {
  const t = useWords(words)
  const [editing, setEditing] = useState(false)
  const blocks = useRef<Block[]>(section.blocks)
  const save = useMutation({
    mutationFn: () =>
      put<Bulletin>(`${desk.api}/${bulletin.id}`, {
        version: bulletin.version,
        edits: { sections: [{ id: section.id, blocks: blocks.current }] },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['bulletin', bulletin.id] })
      notice(t.saved)
      setEditing(false)
    },
  })
  if (!editing) {
    return (
      <>
        <div className="block-ways small no-print">
          <button
            type="button"
            className="link-button"
            onClick={() => {
              blocks.current = section.blocks
              setEditing(true)
            }}
          >
            {t.edit}
          </button>
        </div>
        <Blocks blocks={section.blocks} />
      </>
    )
  }
  return (
    <>
      {save.error && <Failure error={save.error} />}
      <div className="document-bar document-bar-sticky">
        <Button look="main" busy={save.isPending} onClick={() => save.mutate()}>
          {t.save}
        </Button>
        <Button onClick={() => setEditing(false)}>{t.cancel}</Button>
      </div>
      <BlocksEditor initial={section.blocks} onChange={(next) => (blocks.current = next)} />
    </>
  )
}
