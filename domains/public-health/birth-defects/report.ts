import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import { hearingRate, metabolicRate, newbornRecall } from '../screening/index.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'birth-defects.year',
  section,
  documents: ['summary'],
  figures: {
    cases: i.cases,
    rate: i.rate,
    low: i.rateLow,
    high: i.rateHigh,
    bottles: i.bottles,
    taking: i.takingRate,
    screened: i.screeningRate,
    diagnosed: i.diagnosisRate,
    metabolic: metabolicRate,
    hearing: hearingRate,
    recall: newbornRecall,
    heart: i.watchedRates.heart,
    cleft: i.watchedRates.cleft,
    tube: i.watchedRates['neural-tube'],
  },
  say: (f) =>
    zh`出生缺陷三级防治：发放叶酸${f.bottles}，规范服用率${f.taking}；产前筛查率${f.screened}，高风险诊断率${f.diagnosed}；新生儿遗传代谢病筛查率${f.metabolic}，听力筛查率${f.hearing}，召回率${f.recall}。监测期内出生缺陷${f.cases}，发生率${f.rate}（95%区间${f.low}至${f.high}），其中先天性心脏病${f.heart}，唇裂和腭裂${f.cleft}，神经管缺陷${f.tube}。`,
})

/** What birth defects say in the summary. */
export const paragraphs = [ofYear]
