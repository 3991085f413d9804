import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { primaryCare as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'traditional-chinese-medicine.year',
  section,
  documents: ['summary'],
  figures: {
    older: i.olderServed,
    rate: i.olderRate,
    children: i.childrenServed,
    childRate: i.childRate,
    halls: i.hallCoverage,
    able: i.ableCentreShare,
  },
  say: (f) =>
    zh`全年为65岁及以上老年人提供中医药健康管理${f.older}，管理率${f.rate}，${f.rate.change}，${f.rate.againstTarget}；为0—36个月儿童提供中医药服务${f.children}，服务率${f.childRate}，${f.childRate.againstTarget}。中医馆覆盖率${f.halls}，开展6类以上中医适宜技术的机构占${f.able}。`,
})
const ofMonth = defineParagraph({
  id: 'traditional-chinese-medicine.month',
  section,
  documents: ['bulletin'],
  figures: { rate: i.olderRate, childRate: i.childRate },
  say: (f) =>
    zh`老年人中医药健康管理率${f.rate}，${f.rate.againstTarget}；0—36个月儿童中医药健康管理服务率${f.childRate}，${f.childRate.againstTarget}。老年人管理率${f.rate.leaders}，${f.rate.laggards}。`,
})

/** What traditional medicine says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
