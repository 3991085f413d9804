import { useMutation } from '@tanstack/react-query'
import { download } from '../api/client.ts'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { GravityBadge, LetterState } from './letter-state.tsx'
import { words } from './words.ts'

/** A letter's standing at a glance, and the letter itself as an official document. */
export default function SupervisionPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const { records } = useCatalogue()
  const { today } = useHouse()
  const type = records.get('supervision-letters.letter')
  const save = useMutation({
    mutationFn: () => download(`/api/supervision-letters/${row.id}/file`, { name: `${String(row['number'])}.docx` }),
  })
  return (
    <Panel
      aside={
        <Button busy={save.isPending} onClick={() => save.mutate()}>
          {t.word}
        </Button>
      }
      title={
        <>
          <GravityBadge row={row} type={type} /> <LetterState row={row} type={type} today={today} />
        </>
      }
    >
      {save.error && <Failure error={save.error} />}
      <p>{String(row['title'])}</p>
    </Panel>
  )
}
