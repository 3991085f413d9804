import { Link } from '@tanstack/react-router'
import type { FigureRef } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { figureName } from '../parts/value.tsx'
import { words } from './words.ts'

/** A figure inside a document: leads to where it comes from; one that may still change is marked. */
export function DocumentFigure({ figure, text }: { figure: FigureRef; text: string }) {
  const t = useWords(words)
  const say = useText()
  const about = [
    figure.derivation ? `${say(figure.title)}：${say(figure.derivation.formula)}` : say(figure.title),
    figure.place.title.zh,
    say(figure.period.title),
    figure.status === 'provisional' ? t.provisional : '',
  ]
  return (
    <Link
      to="."
      search={
        ((previous: Record<string, unknown>) => ({
          ...previous,
          figure: figureName({ indicator: figure.indicator, place: figure.place.code, period: figure.period.id }),
        })) as never
      }
      resetScroll={false}
      className={`document-figure ${figure.status === 'provisional' ? 'document-figure-provisional' : ''}`}
      title={about.filter(Boolean).join(' · ')}
    >
      {text}
    </Link>
  )
}
