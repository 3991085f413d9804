import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { chronicDisease as section } from '../../sections.ts'
import * as i from './indicators.ts'

const figures = {
  rate: i.twoYearRate,
  come: i.examinations,
  attended: i.attendanceRate,
  told: i.reportRate,
  inTime: i.criticalInTime,
}

const ofYear = defineParagraph({
  id: 'physical-examination.year',
  section,
  documents: ['summary'],
  figures,
  say: (f) =>
    zh`全年组织集中体检${f.come}，到检率${f.attended}，结果反馈率${f.told}，危急值按时通知率${f.inTime}。居民两年体检率${f.rate}，${f.rate.change}，${f.rate.againstTarget}。`,
})
const ofMonth = defineParagraph({
  id: 'physical-examination.month',
  section,
  documents: ['bulletin'],
  figures,
  say: (f) =>
    zh`集中体检${f.come}，到检率${f.attended}，结果反馈率${f.told}；危急值按时通知率${f.inTime}。居民两年体检率${f.rate}。`,
})

/** What examinations say in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
