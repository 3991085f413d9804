import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { diseaseControl as section } from '../../sections.ts'
import { indicators as i } from './indicators.ts'

/** The year: notified, managed, how the cohort of the year before came out. */
const ofYear = defineParagraph({
  id: 'tuberculosis.year',
  section,
  documents: ['summary'],
  figures: {
    notified: i.notified,
    management: i.managementRate,
    first: i.firstVisitRate,
    regular: i.regularRate,
    success: i.successRate,
    follow: i.followRate,
  },
  say: (f) =>
    zh`通知管理肺结核患者${f.notified}，${f.notified.sameTimeLastYear}，管理率${f.management}，${f.management.againstTarget}，72小时首访率${f.first}；完成治疗患者规则服药率${f.regular}，${f.regular.againstTarget}；上年队列治疗成功率${f.success}；可疑者追踪到位率${f.follow}。`,
})

const ofMonth = defineParagraph({
  id: 'tuberculosis.month',
  section,
  documents: ['bulletin'],
  figures: { treated: i.inTreatment, management: i.managementRate, first: i.firstVisitRate, visits: i.visits },
  say: (f) =>
    zh`在治肺结核患者${f.treated}，随访${f.visits}，${f.visits.sameTimeLastYear}；管理率${f.management}，${f.management.againstTarget}，72小时首访率${f.first}。`,
})

/** What tuberculosis says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
