import { useParams } from '@tanstack/react-router'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import type { FigureKey } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { FigureBody, FigureWays } from './figure-body.tsx'
import { words } from './words.ts'

/** A figure under its own address, as documents and exports link to it. */
export default function FigurePage() {
  const t = useWords(words)
  const say = useText()
  const figure = useParams({ strict: false }) as FigureKey
  const { indicators } = useCatalogue()
  const indicator = indicators.get(figure.indicator)
  return (
    <>
      <PageHead title={indicator ? say(indicator.title) : t.where} about={t.where}>
        <FigureWays figure={figure} page />
      </PageHead>
      <Panel>
        <FigureBody figure={figure} />
      </Panel>
    </>
  )
}
