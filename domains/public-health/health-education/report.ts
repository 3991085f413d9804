import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { primaryCare as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'health-education.year',
  section,
  documents: ['summary'],
  figures: {
    lectures: i.lectures,
    consultations: i.consultations,
    boards: i.boards,
    copies: i.copies,
    media: i.media,
    trained: i.trained,
    literacy: i.literacyRate,
  },
  say: (f) =>
    zh`全年举办健康知识讲座${f.lectures}，公众健康咨询${f.consultations}，更换宣传栏${f.boards}，发放健康教育资料${f.copies}，媒体宣传${f.media}，急救知识培训${f.trained}。居民健康素养水平${f.literacy}，${f.literacy.change}，${f.literacy.againstTarget}。`,
})
const ofMonth = defineParagraph({
  id: 'health-education.month',
  section,
  documents: ['bulletin'],
  figures: { lecture: i.lectureCompletion, board: i.boardCompletion, consultation: i.consultationCompletion },
  say: (f) =>
    zh`健康知识讲座任务完成率${f.lecture}，宣传栏更换${f.board}，公众健康咨询${f.consultation}。讲座完成率${f.lecture.leaders}，${f.lecture.laggards}。`,
})

/** What health education says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
