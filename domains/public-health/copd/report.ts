import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { chronicDisease as section } from '../../sections.ts'
import { indicators as i } from './indicators.ts'

/** The year: how many were found and are managed, and how well. */
const ofYear = defineParagraph({
  id: 'copd.year',
  section,
  documents: ['summary'],
  figures: {
    managed: i.managed,
    rate: i.managementRate,
    standard: i.standardRate,
    stable: i.controlRate,
    screened: i.screened,
  },
  say: (f) =>
    zh`年末在管慢阻肺患者${f.managed}，${f.managed.change}，占估算患者的${f.rate}；当年筛查${f.screened}。规范管理率${f.standard}，${f.standard.change}，${f.standard.againstTarget}；病情稳定率${f.stable}。`,
})

const ofMonth = defineParagraph({
  id: 'copd.month',
  section,
  documents: ['bulletin'],
  figures: { managed: i.managed, visits: i.visits, standard: i.standardRate, stable: i.controlRate },
  say: (f) =>
    zh`在管慢阻肺患者${f.managed}，随访${f.visits}，${f.visits.sameTimeLastYear}；规范管理率${f.standard}，${f.standard.againstTarget}；病情稳定率${f.stable}。`,
})

/** What the disease says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
