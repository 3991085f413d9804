import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'maternal-health.year',
  section,
  documents: ['summary'],
  figures: {
    women: i.women,
    early: i.earlyBookingRate,
    systematic: i.systematicRate,
    hospital: i.hospitalDeliveryRate,
    visited: i.postpartumVisitRate,
    risk: i.highRiskShare,
    cases: i.caseManagementRate,
    deaths: i.maternalDeaths,
    infant: i.infantMortality,
    child: i.underFiveMortality,
  },
  say: (f) =>
    zh`全年产妇${f.women}，${f.women.change}。早孕建册率${f.early}，${f.early.change}；孕产妇系统管理率${f.systematic}，${f.systematic.change}，${f.systematic.againstTarget}；住院分娩率${f.hospital}，产后访视率${f.visited}。高危产妇比例${f.risk}，高危孕产妇专案管理率${f.cases}。孕产妇死亡${f.deaths}；婴儿死亡率${f.infant}，5岁以下儿童死亡率${f.child}，${f.child.change}。`,
})

const ofMonth = defineParagraph({
  id: 'maternal-health.month',
  section,
  documents: ['bulletin'],
  figures: {
    early: i.earlyBookingRate,
    systematic: i.systematicRate,
    visited: i.postpartumVisitRate,
    cases: i.caseManagementRate,
  },
  say: (f) =>
    zh`早孕建册率${f.early}，${f.early.againstTarget}；孕产妇系统管理率${f.systematic}，${f.systematic.againstTarget}；产后访视率${f.visited}；高危孕产妇专案管理率${f.cases}。早孕建册率${f.early.leaders}，${f.early.laggards}。`,
})

/** What maternal health says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
