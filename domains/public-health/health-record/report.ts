import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { primaryCare as section } from '../../sections.ts'
import * as i from './indicators.ts'

/** The year: how many have a record, and whether it is used. */
const recordsOfYear = defineParagraph({
  id: 'health-record.records-year',
  section,
  documents: ['summary'],
  figures: {
    records: i.records,
    coverage: i.coverage,
    electronic: i.electronicCoverage,
    use: i.useRate,
    compliance: i.compliance,
  },
  say: (f) =>
    zh`年末为常住居民建立健康档案${f.records}，建档率${f.coverage}，${f.coverage.change}；电子健康档案建档率${f.electronic}，${f.electronic.change}，${f.electronic.againstTarget}。近一年内有服务记录的档案占${f.use}，${f.use.change}，${f.use.againstTarget}；电子档案规范率${f.compliance}，${f.compliance.change}。`,
})

/** New records and for whom. */
const openedInYear = defineParagraph({
  id: 'health-record.opened-year',
  section,
  documents: ['summary'],
  figures: {
    opened: i.opened,
    older: i.openedByGroup.older,
    child: i.openedByGroup.child,
    maternal: i.openedByGroup.maternal,
    hypertension: i.openedByGroup.hypertension,
    diabetes: i.openedByGroup.diabetes,
    other: i.openedByGroup.other,
  },
  say: (f) =>
    zh`全年新建健康档案${f.opened}，${f.opened.sameTimeLastYear}，其中老年人${f.older}、0—6岁儿童${f.child}、孕产妇${f.maternal}、高血压患者${f.hypertension}、糖尿病患者${f.diabetes}、其他居民${f.other}。`,
})

/** Cards and records that no longer belong to anybody here. */
const cardsOfYear = defineParagraph({
  id: 'health-record.cards-year',
  section,
  documents: ['summary'],
  figures: { holders: i.cardHolders, coverage: i.cardCoverage, excess: i.excess },
  say: (f) =>
    zh`持有居民健康卡的常住居民${f.holders}，持卡率${f.coverage}。超出常住人口、须核实终止的档案${f.excess}，${f.excess.change}。`,
})

/** The month, with townships. */
const recordsOfMonth = defineParagraph({
  id: 'health-record.records-month',
  section,
  documents: ['bulletin'],
  figures: { opened: i.opened, electronic: i.electronicCoverage, use: i.useRate, examinations: i.examinations },
  say: (f) =>
    zh`新建健康档案${f.opened}，${f.opened.sameTimeLastYear}；电子健康档案建档率${f.electronic}，${f.electronic.againstTarget}；档案使用率${f.use}，${f.use.againstTarget}；开展健康体检${f.examinations}。电子建档率${f.electronic.leaders}，${f.electronic.laggards}。`,
})

/** What health records say in bulletin and summary. */
export const paragraphs = [recordsOfYear, openedInYear, cardsOfYear, recordsOfMonth]
