import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { words } from './words.ts'
import './appraisal.css'

/** How a unit's amount came about, step by step, in the words of the allocation. */
export default function AllotmentPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  if (row.state !== 'cleared') return null
  const yuan = (name: string) => `${grouped(String(row[name]))} ${t.yuan}`
  return (
    <Panel title={t.explanation}>
      <ol className="appraisal-chain number">
        <li>
          {t.byResidents} {yuan('byResidents')} ＋ {t.byWorkload} {yuan('byWorkload')} ＝ {t.entitled}{' '}
          {yuan('entitled')}
        </li>
        <li>
          {t.score} {String(row['score'])} → {t.kept} {String(row['kept'])}%，{t.cut} {yuan('cut')}
        </li>
        <li>
          {t.entitled} − {t.cut} ＋ {t.reward} {yuan('reward')} ＝ {t.final} {yuan('final')}（{t.forVillages}{' '}
          {yuan('forVillages')}）
        </li>
        <li>
          {t.final} − {t.advance} {yuan('advance')} ＝ {t.clearing} {yuan('clearing')}
        </li>
      </ol>
    </Panel>
  )
}
