import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { medicalServices as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'statistical-returns.year',
  section,
  documents: ['summary'],
  figures: {
    townshipAdmissions: i.centres.admissions,
    townshipVisits: i.centres.visits,
    townshipIncome: i.centres.income,
    hospitalAdmissions: i.hospitals.admissions,
    hospitalVisits: i.hospitals.visits,
    hospitalIncome: i.hospitals.income,
    perVisit: i.costPerVisit,
    perDischarge: i.costPerDischarge,
    beds: i.bedUse,
    stay: i.meanStay,
    drugs: i.drugShare,
    timely: i.timeliness,
  },
  say: (f) =>
    zh`全县各乡镇卫生院（社区卫生服务中心）住院${f.townshipAdmissions}，门诊${f.townshipVisits}，业务总收入达${f.townshipIncome}，${f.townshipIncome.change}；县级医院住院${f.hospitalAdmissions}，门诊${f.hospitalVisits}，业务总收入达${f.hospitalIncome}，${f.hospitalIncome.change}。门诊次均费用${f.perVisit}，${f.perVisit.change}；住院次均费用${f.perDischarge}，${f.perDischarge.change}；病床使用率${f.beds}，平均住院日${f.stay}，药占比${f.drugs}。统计报表及时率${f.timely}。`,
})

const ofMonth = defineParagraph({
  id: 'statistical-returns.month',
  section,
  documents: ['bulletin'],
  figures: {
    visits: i.visits,
    discharges: i.dischargeCount,
    income: i.medical,
    perVisit: i.costPerVisit,
    beds: i.bedUse,
    sent: i.completeness,
    timely: i.timeliness,
  },
  say: (f) =>
    zh`已批准的统计报表中，总诊疗人次${f.visits}，${f.visits.change}；出院${f.discharges}，${f.discharges.change}；医疗收入${f.income}，门诊次均费用${f.perVisit}，${f.perVisit.change}；病床使用率${f.beds}。统计报表报送率${f.sent}，及时率${f.timely}。`,
})

/** What the returns say in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
