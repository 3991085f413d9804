import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import { drillCount, openFindings, people, units } from './indicators.ts'

const ofYear = defineParagraph({
  id: 'obstetric-units.year',
  section,
  documents: ['summary'],
  figures: { units, people, drills: drillCount, findings: openFindings },
  say: (f) =>
    zh`全县助产机构${f.units}，助产技术人员${f.people}；开展产科急救演练${f.drills}，未销号的产科执业问题${f.findings}。`,
})

/** What obstetric units say in the summary. */
export const paragraphs = [ofYear]
