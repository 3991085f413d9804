import { Link } from '@tanstack/react-router'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { absence, grouped } from './number.ts'
import { words } from './words.ts'
import './value.css'

/** A number as it is read: grouped; a missing one and one that does not apply look different from zero. */
export function Value({
  value,
  denominator,
  withheld = false,
}: {
  value: string | null
  denominator?: string | null | undefined
  withheld?: boolean | undefined
}) {
  const t = useWords(common)
  if (withheld)
    return (
      <span className="value-not-applicable" title={t.withheldWhy}>
        {t.withheld}
      </span>
    )
  const absent = absence(value, denominator)
  if (absent === 'missing') {
    return (
      <span className="value-absent" title={t.missing}>
        <span aria-hidden>—</span>
        <span className="unseen">{t.missing}</span>
      </span>
    )
  }
  if (absent) return <span className="value-not-applicable">{t.notApplicable}</span>
  return <span className="number">{grouped(value ?? '')}</span>
}

/** What names a stored figure. */
export interface FigureKey {
  readonly indicator: string
  readonly place: string
  readonly period: string
}

/** The figure's name in an address: `indicator~place~period`. */
export function figureName({ indicator, place, period }: FigureKey): string {
  return `${indicator}~${place}~${period}`
}

/** Reads a figure's name; undefined when it is not one. */
export function readFigureName(name: string | undefined): FigureKey | undefined {
  const [indicator, place, period] = name?.split('~') ?? []
  return indicator && place && period ? { indicator, place, period } : undefined
}

/** A figure that answers back: opens its definition, terms, history and rows without leaving the page. */
export function FigureValue({
  figure,
  title,
  value,
  denominator,
  withheld,
  className = '',
  text,
}: {
  figure: FigureKey
  title: string
  value: string | null
  denominator?: string | null | undefined
  withheld?: boolean | undefined
  className?: string
  text?: string
}) {
  const t = useWords(words)
  return (
    <Link
      to="."
      search={((previous: Record<string, unknown>) => ({ ...previous, figure: figureName(figure) })) as never}
      resetScroll={false}
      className={`figure-value ${className}`}
      title={t.traceOf(title)}
    >
      {text ?? <Value value={value} denominator={denominator} withheld={withheld} />}
    </Link>
  )
}
