import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { primaryCare as section } from '../../sections.ts'
import * as i from './indicators.ts'

const figures = { patrols: i.patrols, findings: i.findings, rate: i.reportRate, coverage: i.patrolCoverage }

const ofYear = defineParagraph({
  id: 'supervision-assistance.year',
  section,
  documents: ['summary'],
  figures,
  say: (f) =>
    zh`全年开展卫生监督协管巡查${f.patrols}，${f.patrols.change}，发现事件和线索${f.findings}，信息报告率${f.rate}，${f.rate.againstTarget}；下半年协管对象巡查覆盖率${f.coverage}。`,
})
const ofMonth = defineParagraph({
  id: 'supervision-assistance.month',
  section,
  documents: ['bulletin'],
  figures,
  say: (f) =>
    zh`卫生监督协管巡查${f.patrols}，发现事件和线索${f.findings}，信息报告率${f.rate}；本半年巡查覆盖率${f.coverage}。`,
})

/** What supervision assistance says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
