import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { sectionWork } from '../../administration/section-work/index.ts'
import {
  bureauLeader,
  bureauSection,
  countyInstitution,
  patrioticHealthOfficer,
  townshipCentre,
  upperLevel,
} from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import {
  apply,
  declineApplicant,
  nameApplicant,
  photoOfApplication,
  reportMended,
  revokeName,
  withdrawApplication,
} from './campaign-actions.ts'
import { mendShortfall, photosOfChecks, recordCheck } from './check-actions.ts'
import { drive, gridPlace, patrol, problem, sanitation, survey, vectorPoint } from './daily-records.ts'
import {
  closePlace,
  closeProblem,
  correctProblem,
  listPlace,
  photosOfGrid,
  recordPatrol,
  reopenProblem,
} from './grid-actions.ts'
import { indicators } from './indicators.ts'
import { application, check, shortfall, standard, standardItem } from './records.ts'
import { paragraphs } from './report.ts'
import { addItem, draftStandard, issueStandard, removeItem, retireStandard } from './standard-actions.ts'
import { closePoint, openPoint, photoOfSurvey, recordSurvey, voidSurvey } from './survey-actions.ts'
import { tasks } from './tasks.ts'
import { correctSanitation, photoOfDrive, recordDrive, reportSanitation, voidDrive } from './village-actions.ts'

const drafting = [draftStandard, addItem, removeItem]
const issuing = [issueStandard, retireStandard]
const striving = [
  apply,
  recordCheck,
  mendShortfall,
  reportMended,
  withdrawApplication,
  photoOfApplication,
  ...photosOfChecks,
]
const naming = [nameApplicant, declineApplicant, revokeName]
const monitoring = [recordSurvey, photoOfSurvey]
const keepingPoints = [openPoint, closePoint, voidSurvey]
const cleaning = [recordDrive, photoOfDrive]
const reporting = [reportSanitation, correctSanitation, voidDrive]
const grid = [listPlace, closePlace, recordPatrol, correctProblem, ...photosOfGrid]
const judging = [closeProblem, reopenProblem]
/** All but standards. */
const yearRound = [
  ...striving,
  ...naming,
  ...monitoring,
  ...keepingPoints,
  ...cleaning,
  ...reporting,
  ...grid,
  ...judging,
]

const campaigns = [standard, standardItem, application, check, shortfall]
const vectors = [vectorPoint, survey]
const villages = [drive, sanitation]
const patrols = [gridPlace, patrol, problem]
const all = [...campaigns, ...vectors, ...villages, ...patrols]

/** Patriotic health campaign and healthy places: campaigns by their standards, vectors, clean-ups, toilets and water, patrols of the grid. */
export const healthyPlaces = defineDomain({
  id: 'healthy-places',
  wing: 'public-health',
  title: { zh: '爱国卫生与健康城镇', en: 'Healthy places' },
  description: {
    zh: '卫生乡镇、卫生村、卫生单位和健康村、健康家庭创建，病媒监测，环境整治，改厕改水，网格巡查',
    en: 'Sanitary and healthy townships, villages, units and households by their standards; vector surveys, clean-ups, toilets and water, patrols of the grid',
  },
  needs: [healthRecords, sectionWork],
  records: all,
  actions: [...drafting, ...issuing, ...yearRound],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(patrioticHealthOfficer, {
      may: [...drafting, ...yearRound],
      sees: all,
    }),
    // Health centres survey and clean up, and bring in the lists of their township.
    grant(townshipCentre, {
      may: [...monitoring, ...cleaning, reportSanitation, listPlace],
      sees: [...vectors, ...villages, gridPlace],
    }),
    grant(countyInstitution, { may: monitoring, sees: vectors }),
    grant(bureauSection, {
      may: [addItem, recordSurvey, recordDrive, reportSanitation, listPlace, apply],
      sees: all,
    }),
    grant(bureauLeader, { may: [...issuing, ...naming], sees: [...campaigns, problem] }),
    grant(upperLevel, { sees: [standard, standardItem, application] }),
  ],
})

export { healthyPlacesPolicies } from './policies.ts'
