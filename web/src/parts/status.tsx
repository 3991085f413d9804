import type { FigureStatus } from '../api/figure-types.ts'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'
import './status.css'

/** Whether the figure may still change. */
export function StatusMark({ status }: { status: FigureStatus }) {
  const t = useWords(words)
  return <span className={`status-mark status-${status}`}>{t[status]}</span>
}

/** A small labelled chip; `tone` never stands alone, the words say it. */
export function Chip({
  children,
  tone = 'plain',
}: {
  children: React.ReactNode
  tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad'
}) {
  return <span className={`chip chip-${tone}`}>{children}</span>
}
