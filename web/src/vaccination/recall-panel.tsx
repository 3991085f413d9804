import { Link } from '@tanstack/react-router'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { useRight } from '../session/session.ts'
import { recallWords } from './recall-words.ts'

/** From a lot, or from a reaction after one, to everybody who had it. */
export default function RecallPanel({ row }: { row: RecordRow }) {
  const t = useWords(recallWords)
  const seesPersons = useRight('see-persons')
  const { vaccine, lotNumber } = row as RecordRow & { vaccine?: unknown; lotNumber?: unknown }
  if (!seesPersons || typeof vaccine !== 'string' || typeof lotNumber !== 'string') return null
  return (
    <p>
      <Link to="/recalls" search={{ vaccine, lotNumber } as never} className="button">
        {t.toRecall}
      </Link>
    </p>
  )
}
