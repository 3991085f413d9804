import type { BulletinDesk } from '../bulletin/desk.ts'
import { useWords } from '../language/words.ts'
import { useCatalogue } from '../shell/house.ts'
import { bulletinWords } from './bulletin-words.ts'

/** The desk of disease control: who sees all cards makes and issues its bulletins. */
export function useBulletinDesk(): BulletinDesk {
  const t = useWords(bulletinWords)
  const { records } = useCatalogue()
  const mine = records.has('communicable-disease.sexual-health-card')
  return {
    api: '/api/disease/bulletins',
    home: '/disease-bulletins',
    title: t.title,
    writes: mine,
    issues: mine,
    waits: t.waits,
  }
}
