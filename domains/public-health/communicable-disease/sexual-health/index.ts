import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../../roles.ts'
import { diseaseControl as section } from '../../../sections.ts'
import { communicableDisease } from '../index.ts'
import { recordCounselling, recordIntervention, voidCounselling, voidIntervention } from './actions.ts'
import { counselled, indicators, reached, testedCount, testingRate, toldRate } from './indicators.ts'
import { counselling, intervention } from './records.ts'

const year = defineParagraph({
  id: 'sexual-health.year',
  section,
  documents: ['summary'],
  figures: { counselled, testedCount, testingRate, toldRate, reached },
  say: (f) =>
    zh`艾滋病自愿咨询${f.counselled}，${f.counselled.sameTimeLastYear}；免费检测${f.testedCount}，检测率${f.testingRate}，结果告知率${f.toldRate}；高危行为干预${f.reached}，${f.reached.sameTimeLastYear}。`,
})

const clinic = [recordCounselling, voidCounselling]
const outreach = [recordIntervention, voidIntervention]

/** HIV and sexually transmitted diseases: counselling, testing and outreach, without names. Cards and attached cards are the line of business communicable disease. */
export const sexualHealth = defineDomain({
  id: 'sexual-health',
  wing: 'public-health',
  title: { zh: '艾滋病性病防治', en: 'HIV and sexual health' },
  description: {
    zh: '自愿咨询检测和高危行为干预，均不记姓名',
    en: 'Counselling, testing and outreach, all without names',
  },
  needs: [communicableDisease],
  records: [counselling, intervention],
  actions: [...clinic, ...outreach],
  indicators,
  paragraphs: [year],
  grants: [
    grant(diseaseControl, { may: [...clinic, ...outreach], sees: [counselling, intervention] }),
    grant(countyInstitution, { may: clinic, sees: [counselling] }),
    grant(townshipCentre, { may: outreach, sees: [intervention] }),
    grant(bureauSection, { sees: [intervention] }),
  ],
})
