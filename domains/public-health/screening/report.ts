import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'screening.year',
  section,
  documents: ['summary'],
  figures: {
    metabolic: i.metabolicRate,
    hearing: i.hearingRate,
    recall: i.newbornRecall,
    cervical: i.cervicalCoverage,
    early: i.cervicalEarly,
    breast: i.breastEarly,
    premarital: i.premarital,
    prePregnancy: i.prePregnancy,
  },
  say: (f) =>
    zh`新生儿遗传代谢病筛查率${f.metabolic}，听力筛查率${f.hearing}，召回率${f.recall}。适龄妇女宫颈癌筛查覆盖率${f.cervical}，${f.cervical.change}，${f.cervical.againstTarget}；宫颈癌早诊率${f.early}，乳腺癌早诊率${f.breast}。婚前医学检查${f.premarital}，免费孕前优生健康检查${f.prePregnancy}。`,
})

/** What screening says in the summary. */
export const paragraphs = [ofYear]
