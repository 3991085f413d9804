import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { management as section } from '../../sections.ts'
import { flags, meanScore } from './indicators.ts'

const figures = { flags, score: meanScore }

/** In months in which no review was published there is nothing to say. */
const ofMonth = defineParagraph({
  id: 'red-flag.month',
  section,
  documents: ['bulletin'],
  figures,
  say: (f) =>
    f.score.figure.value === null
      ? []
      : zh`公布季度讲评，授予流动红旗${f.flags}；各乡镇平均得分${f.score}，${f.score.leaders}。`,
})
const ofYear = defineParagraph({
  id: 'red-flag.year',
  section,
  documents: ['summary'],
  figures,
  say: (f) =>
    f.score.figure.value === null
      ? []
      : zh`全年按季度讲评，授予流动红旗${f.flags}，各乡镇平均得分${f.score}，${f.score.change}；${f.score.leaders}。`,
})

/** What the reviews say in bulletin and summary; who lags is told with the reasons, on the review itself. */
export const paragraphs = [ofMonth, ofYear]
