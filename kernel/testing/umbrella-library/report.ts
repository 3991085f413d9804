import { defineParagraph, type ReportSection } from '../../wording/paragraph.ts'
import { zh } from '../../wording/say.ts'
import { loansMade, overdueRate } from './indicators.ts'

const services: ReportSection = {
  id: 'services',
  title: { zh: '便民服务', en: 'Services' },
  owner: { zh: '便民服务股', en: 'Service section' },
  order: 10,
}

export const yearParagraph = defineParagraph({
  id: 'umbrella.year',
  section: services,
  documents: ['bulletin', 'summary'],
  figures: { loansMade, overdueRate },
  say: ({ loansMade, overdueRate }) =>
    zh`共借出雨伞${loansMade}，${loansMade.sameTimeLastYear}；期末逾期率${overdueRate}，${overdueRate.againstTarget}。`,
})
