import { changeUnit } from '@kangheng/drawing/words.ts'
import { useLanguage } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import type { Better, Text } from '../api/types.ts'
import { grouped } from './number.ts'
import { words } from './words.ts'
import './change.css'

/** Comparison with last year: sign, amount, and whether it is welcome. */
export function Change({
  change,
  kind,
  unit,
  better,
}: {
  change: string | null
  kind: 'percent' | 'points' | null
  /** Of the figure. */
  unit: Text
  better: Better
}) {
  const t = useWords(words)
  const { language } = useLanguage()
  if (change === null || kind === null) return <span className="change quiet">{t.noComparison}</span>
  const amount = Number(change)
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
      {changeUnit(kind, unit, language)}
    </span>
  )
}
