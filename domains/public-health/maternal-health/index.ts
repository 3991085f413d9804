import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { countyInstitution, resident as residentRole, townshipCentre, villageDoctor } from '../../roles.ts'
import { childHealth } from '../child-health/index.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { closeCase, followUp, receive, refer, report } from './case-actions.ts'
import { investigate, reportDeath, review } from './death-actions.ts'
import { deliver, handOver, voidDelivery } from './delivery-actions.ts'
import { indicators } from './indicators.ts'
import { book, end, update } from './pregnancy-actions.ts'
import {
  antenatalVisit,
  deathReview,
  delivery,
  newborn,
  postpartumVisit,
  pregnancy,
  reviewedDeath,
  specialCase,
} from './records.ts'
import { quality } from './quality.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'
import { recordVisit, visitMother, voidMotherVisit, voidVisit } from './visit-actions.ts'

const photos = [attachAction(antenatalVisit), attachAction(postpartumVisit)]
const caring = [book, update, end, recordVisit, voidVisit, visitMother, voidMotherVisit, ...photos]
const delivering = [deliver, voidDelivery, handOver]
const caseWork = [report, refer, receive, followUp, closeCase]
const deathWork = [reportDeath, investigate, review]
const ofWomen = [pregnancy, antenatalVisit, delivery, newborn, postpartumVisit]
const deaths = [reviewedDeath, deathReview]

/** Pregnancy, birth and the weeks after: booking, antenatal visits with the five colours of risk, special cases, delivery, postpartum visits, deaths with review. */
export const maternalHealth = defineDomain({
  id: 'maternal-health',
  wing: 'public-health',
  title: { zh: '孕产妇健康管理', en: 'Maternal health' },
  description: {
    zh: '早孕建册、产前检查和妊娠风险五色评估、高危专案、分娩、产后访视和42天检查、孕产妇和5岁以下儿童死亡评审',
    en: 'Booking, antenatal visits with five-colour risk, special cases, delivery, postpartum visits, review of deaths',
  },
  needs: [resident, healthRecords, familyDoctor, childHealth],
  records: [...ofWomen, specialCase, ...deaths],
  actions: [...caring, ...delivering, ...caseWork, ...deathWork],
  tasks,
  indicators,
  paragraphs,
  quality,
  grants: [
    // Who serves the woman sees her record. The bureau sees figures, and no woman's pregnancy.
    grant(villageDoctor, { may: [recordVisit, visitMother, followUp, ...photos], sees: [...ofWomen, specialCase] }),
    grant(townshipCentre, {
      may: [...caring, ...delivering, ...caseWork, reportDeath],
      sees: [...ofWomen, specialCase, reviewedDeath],
    }),
    grant(countyInstitution, {
      may: [...caring, ...delivering, ...caseWork, ...deathWork],
      sees: [...ofWomen, specialCase, ...deaths],
    }),
    grant(residentRole, { sees: ofWomen }),
  ],
})

export { deathCauses, places, urineProtein } from './codes.ts'
export { weeksOn } from './course.ts'
export { findPregnancy } from './derive.ts'
export { allDelivered as womenDelivered, perinates } from './indicators.ts'
export { antenatalVisit, delivery, newborn, postpartumVisit, pregnancy } from './records.ts'
export type { AntenatalRow, DeliveryRow, NewbornRow, PostpartumRow, PregnancyRow } from './tables.ts'
export { colours } from './risk.ts'
