import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { put } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import type { Block, Summary, ReportSection } from '../api/document-types.ts'
import { Blocks } from '../document/blocks.tsx'
import { BlocksEditor } from '../document/blocks-editor.tsx'
import { useSteps } from '../document/use-steps.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { SummaryState } from './summaries.tsx'
import { words } from './words.ts'

/** One section as its owners see it: read, edit, submit, return. */
export function SectionView({ summary, section }: { summary: Summary; section: ReportSection }) {
  const t = useWords(words)
  const say = useText()
  const writes = useRight('write-summary')
  const [editing, setEditing] = useState(false)
  const blocks = useRef<Block[]>(section.blocks)
  const base = `/api/summaries/${summary.id}/sections/${section.id}`
  const steps = useSteps(base, section.version, ['summary', 'summaries'])
  const save = useMutation({
    mutationFn: () => put(base, { version: section.version, blocks: blocks.current }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['summary', summary.id] })
      notice(t.saved)
      setEditing(false)
    },
  })
  const open = writes && (summary.state === 'drafting' || summary.state === 'submitted')
  const error = save.error ?? steps.error
  return (
    <div>
      <div className="document-bar no-print">
        <h2>{say(section.title)}</h2>
        <SummaryState state={section.state} />
        <span className="quiet">
          {t.owner}：{say(section.owner)}
        </span>
      </div>
      {error && <Failure error={error} />}
      {open && (
        <div className="document-bar no-print">
          {editing ? (
            <>
              <Button look="main" busy={save.isPending} onClick={() => save.mutate()}>
                {t.save}
              </Button>
              <Button onClick={() => setEditing(false)}>{t.cancel}</Button>
            </>
          ) : section.state === 'drafting' ? (
            <>
              <Button
                onClick={() => {
                  blocks.current = section.blocks
                  setEditing(true)
                }}
              >
                {t.edit}
              </Button>
              <Button
                look="main"
                busy={steps.isPending}
                onClick={() => steps.mutate({ step: 'submit', done: t.sectionSubmitted })}
              >
                {t.submit}
              </Button>
            </>
          ) : (
            <Button busy={steps.isPending} onClick={() => steps.mutate({ step: 'return', done: t.sectionReturned })}>
              {t.returnIt}
            </Button>
          )}
        </div>
      )}
      <div className="paper" lang="zh-CN">
        {editing ? (
          <BlocksEditor initial={section.blocks} onChange={(next) => (blocks.current = next)} />
        ) : section.blocks.length === 0 ? (
          <p className="quiet">{t.noWords}</p>
        ) : (
          <Blocks blocks={section.blocks} />
        )}
      </div>
    </div>
  )
}
