import type { RecordRow } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { useCatalogue } from '../shell/house.ts'
import { words } from './words.ts'

/** The notice that a child of a school-entry check takes home: what is missing, and where to go. */
export default function NoticePanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const { records } = useCatalogue()
  const titles = records.get('immunization.school-child')?.fields['open']?.values
  if (row.state !== 'owing' && row.state !== 'unknown') return null
  return (
    <Panel title={t.notice} aside={<Button onClick={() => window.print()}>{c.print}</Button>}>
      {row.state === 'unknown' ? (
        <p>{t.noRecord}</p>
      ) : (
        <>
          <p>{t.noticeText(String(row['name']), String(row['birth']), row.happenedOn)}</p>
          <p>
            <strong>{(row['open'] as string[]).map((dose) => say(titles?.[dose])).join('、')}</strong>
          </p>
        </>
      )}
      <p className="quiet">{row.institutionName}</p>
    </Panel>
  )
}
