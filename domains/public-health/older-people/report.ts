import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { chronicDisease as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'older-people.year',
  section,
  documents: ['summary'],
  figures: { managed: i.managed, rate: i.managementRate, examined: i.examinationRate, dependent: i.dependentShare },
  say: (f) =>
    zh`全年为65岁及以上老年人提供健康管理${f.managed}，健康管理率${f.rate}，${f.rate.change}，${f.rate.againstTarget}；体检率${f.examined}，${f.examined.change}。评估为轻度及以上依赖的占${f.dependent}。`,
})

const ofMonth = defineParagraph({
  id: 'older-people.month',
  section,
  documents: ['bulletin'],
  figures: { rate: i.managementRate, examined: i.examinationRate },
  say: (f) =>
    zh`老年人健康管理率${f.rate}，${f.rate.againstTarget}；体检率${f.examined}。健康管理率${f.rate.leaders}，${f.rate.laggards}。`,
})

/** What older people say in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
