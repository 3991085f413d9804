import { useWords } from '../language/words.ts'
import type { Better } from '../api/types.ts'
import { grouped } from './number.ts'
import { words } from './words.ts'
import './change.css'

/** Comparison with last year: sign, amount, and whether it is welcome. */
export function Change({
  change,
  kind,
  better,
}: {
  change: string | null
  kind: 'percent' | 'points' | null
  better: Better
}) {
  const t = useWords(words)
  if (change === null || kind === null) return <span className="change quiet">{t.noComparison}</span>
  const amount = Number(change)
  const unit = kind === 'percent' ? '%' : t.points
  if (amount === 0) {
    return <span className="change quiet">{t.level}</span>
  }
  const welcome =
    better === 'neither' ? '' : amount > 0 === (better === 'higher') ? 'change-welcome' : 'change-unwelcome'
  return (
    <span className={`change ${welcome}`} title={amount > 0 ? t.up : t.down}>
      <span aria-hidden>{amount > 0 ? '▲' : '▼'}</span>
      <span className="unseen">{amount > 0 ? t.up : t.down}</span>
      <span className="number">{grouped(change.replace(/^[-+]/, ''))}</span>
      {unit}
    </span>
  )
}
