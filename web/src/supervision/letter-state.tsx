import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Chip } from '../parts/status.tsx'
import { words } from './words.ts'
import './supervision.css'

const DAY = 86_400_000
const TONES = { closed: 'good', answered: 'accent', escalated: 'plain' } as const

/** How far a letter has come; while it waits for an answer, how much time is left. */
export function LetterState({ row, type, today }: { row: RecordRow; type: RecordType | undefined; today: string }) {
  const t = useWords(words)
  const say = useText()
  const waiting = row.state === 'issued'
  const days = Math.round((Date.parse(String(row['answerBy'])) - Date.parse(today)) / DAY)
  return (
    <>
      <Chip tone={waiting ? (days < 0 ? 'bad' : 'warn') : (TONES[row.state as keyof typeof TONES] ?? 'plain')}>
        {say(type?.states[row.state])}
      </Chip>{' '}
      {waiting && (
        <span className={`small ${days < 0 ? 'letter-late' : 'quiet'}`}>
          {days < 0 ? t.late(-days) : days === 0 ? t.today : t.left(days)}
        </span>
      )}
    </>
  )
}

/** Yellow, red, interview: the word is there, the colour only helps. */
export function GravityBadge({ row, type }: { row: RecordRow; type: RecordType | undefined }) {
  const say = useText()
  const gravity = String(row['gravity'])
  return <Chip tone={gravity === 'yellow' ? 'warn' : 'bad'}>{say(type?.fields['gravity']?.values?.[gravity])}</Chip>
}
