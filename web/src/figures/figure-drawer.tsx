import Drawer from 'antd/es/drawer'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import type { FigureKey } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { FigureBody, FigureWays } from './figure-body.tsx'
import { words } from './words.ts'

/** The figure above the page it was chosen on. */
export default function FigureDrawer({ figure, onClose }: { figure: FigureKey; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { indicators } = useCatalogue()
  const indicator = indicators.get(figure.indicator)
  return (
    <Drawer open onClose={onClose} title={indicator ? say(indicator.title) : t.where} size={720}>
      <FigureBody figure={figure} />
      <p className="section-title">
        <FigureWays figure={figure} page={false} />
      </p>
    </Drawer>
  )
}
