import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { chronicDisease as section } from '../../sections.ts'
import { indicators as i } from './indicators.ts'

/** The year: how many are managed, of how many, and how well. */
const ofYear = defineParagraph({
  id: 'hypertension.year',
  section,
  documents: ['summary'],
  figures: {
    managed: i.managed,
    rate: i.managementRate,
    standard: i.standardRate,
    control: i.controlRate,
    visits: i.visits,
    registered: i.registered,
  },
  say: (f) =>
    zh`年末在管高血压患者${f.managed}，${f.managed.change}，占估算高血压患者的${f.rate}；当年新建卡${f.registered}，随访${f.visits}，${f.visits.sameTimeLastYear}。规范管理率${f.standard}，${f.standard.change}，${f.standard.againstTarget}；血压控制率${f.control}，${f.control.change}，${f.control.againstTarget}。`,
})

/** The month, with townships. */
const ofMonth = defineParagraph({
  id: 'hypertension.month',
  section,
  documents: ['bulletin'],
  figures: {
    managed: i.managed,
    visits: i.visits,
    standard: i.standardRate,
    control: i.controlRate,
    checks: i.checkRate,
  },
  say: (f) =>
    zh`在管高血压患者${f.managed}，随访${f.visits}，${f.visits.sameTimeLastYear}；规范管理率${f.standard}，${f.standard.againstTarget}；血压控制率${f.control}，${f.control.againstTarget}；2周随访及时率${f.checks}。规范管理率${f.standard.leaders}，${f.standard.laggards}。`,
})

/** What hypertension says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
