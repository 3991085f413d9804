import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { diseaseControl as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'chronic-disease-report.year',
  section,
  documents: ['summary'],
  figures: {
    stroke: i.strokeIncidence,
    infarction: i.infarctionIncidence,
    cancer: i.cancerIncidence,
    fatality: i.caseFatality,
    timely: i.timely,
  },
  say: (f) =>
    zh`脑卒中发病率${f.stroke}，${f.stroke.change}；急性心肌梗死发病率${f.infarction}；恶性肿瘤发病率${f.cancer}，${f.cancer.change}。脑卒中和心肌梗死28天病死率${f.fatality}，报告及时率${f.timely}，${f.timely.againstTarget}。`,
})

/** What report cards say in the summary. */
export const paragraphs = [ofYear]
