import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { countyInstitution, resident as residentRole, townshipCentre } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { recall, recordResult, screen, treat, voidCourse } from './actions.ts'
import { indicators } from './indicators.ts'
import { course, entry } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const work = [screen, recordResult, recall, treat, voidCourse]

/** Screening of newborns and women, premarital and pre-pregnancy checks: one machinery of first test, recall, diagnosis and treatment. */
export const screening = defineDomain({
  id: 'screening',
  wing: 'public-health',
  title: { zh: '妇幼筛查', en: 'Screening of women and newborns' },
  description: {
    zh: '新生儿疾病和听力筛查、宫颈癌和乳腺癌筛查、婚前和孕前检查：初筛、召回、确诊、治疗，直到结案',
    en: 'Newborn, cervical and breast screening, premarital and pre-pregnancy checks: test, recall, diagnosis, treatment',
  },
  needs: [resident, healthRecords],
  records: [course, entry],
  actions: work,
  tasks,
  indicators,
  paragraphs,
  grants: [
    // Who screens and recalls sees it, and the person. The bureau sees figures.
    grant(townshipCentre, { may: work, sees: [course, entry] }),
    grant(countyInstitution, { may: work, sees: [course, entry] }),
    grant(residentRole, { sees: [course, entry] }),
  ],
})

export { hearingRate, metabolicRate, newbornRecall } from './indicators.ts'
