import type { Light } from '../api/figure-types.ts'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'
import './light.css'

const shapes: Record<Light, string> = {
  green: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  yellow: 'M8 .6 15.4 8 8 15.4.6 8Z',
  red: 'M1.5 1.5h13v13h-13Z',
}

const marks: Record<Light, string> = {
  green: 'm4.8 8.2 2.3 2.3 4.2-4.6',
  yellow: 'M8 4.4v4.4M8 11v.6',
  red: 'm5.2 5.2 5.6 5.6m0-5.6-5.6 5.6',
}

/** The sign alone: colour, shape and mark. The word must stand near, or `named` says it to screen readers. */
export function LightSign({ light, named = false }: { light: Light; named?: boolean }) {
  const t = useWords(words)
  return (
    <svg
      className={`light-sign light-${light}`}
      viewBox="0 0 16 16"
      {...(named ? { role: 'img', 'aria-label': t[light] } : { 'aria-hidden': true })}
    >
      <path className="light-shape" d={shapes[light]} />
      <path className="light-mark" d={marks[light]} />
    </svg>
  )
}

/** Sign and word. */
export function LightBadge({ light }: { light: Light }) {
  const t = useWords(words)
  return (
    <span className={`light-badge light-${light}`}>
      <LightSign light={light} />
      {t[light]}
    </span>
  )
}
