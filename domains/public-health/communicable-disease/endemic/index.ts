import { sql } from 'drizzle-orm'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { bureauSection, diseaseControl, townshipCentre } from '../../../roles.ts'
import { diseaseControl as section } from '../../../sections.ts'
import { communicableDisease } from '../index.ts'
import { notifiableCases as c } from '../tables.ts'
import {
  recordFluorosisSurvey,
  recordSnailSurvey,
  respondToMalaria,
  voidFluorosisSurvey,
  voidSnailSurvey,
} from './actions.ts'
import * as i from './indicators.ts'
import { fluorosisSurvey, malariaResponse, snailSurvey } from './records.ts'
import { MALARIA_DAYS } from './rules.ts'
import { malariaResponses as r } from './tables.ts'

/** Cards of older diagnoses are past responding: what a county takes over from another system does not fill its work list. */
const DAYS_BACK = 60

const focusDue = defineTask({
  id: 'endemic-disease.malaria-focus-due',
  title: { zh: '疟疾疫点处置（7天内）', en: 'Malaria foci (within 7 days)' },
  record: 'communicable-disease.case',
  action: respondToMalaria.id,
  severity: 'statutory',
  query: ({ county, today }) =>
    sql`select ${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division, ${c.institution} as institution,
      left(${c.diagnosedAt}, 10)::date + ${MALARIA_DAYS.response}::int as due_on from ${c}
    where ${c.county} = ${county} and ${c.disease} = 'malaria' and ${c.state} in ('reported', 'reviewed') and ${c.voidedAt} is null
      and left(${c.diagnosedAt}, 10)::date > ${today}::date - ${DAYS_BACK}::int
      and not exists (select 1 from ${r} where ${r.county} = ${c.county} and ${r.case} = ${c.id} and ${r.voidedAt} is null)`,
})

const year = defineParagraph({
  id: 'endemic-disease.year',
  section,
  documents: ['summary'],
  figures: {
    surveyed: i.surveyedArea,
    snails: i.snailArea,
    controlled: i.controlledArea,
    workers: i.snailWorkers,
    infected: i.snailInfection,
    water: i.waterWithin,
    dental: i.dentalFluorosis,
    focus: i.malariaResponded,
  },
  say: (f) =>
    zh`血吸虫病查螺${f.surveyed}，有螺面积${f.snails}，灭螺${f.controlled}，投入${f.workers}，钉螺感染率${f.infected}。地氟病区水氟合格率${f.water}，儿童氟斑牙检出率${f.dental}，${f.dental.sameTimeLastYear}。疟疾7天内疫点处置率${f.focus}。`,
})

const surveying = [recordSnailSurvey, recordFluorosisSurvey]
const voiding = [voidSnailSurvey, voidFluorosisSurvey]
const surveys = [snailSurvey, fluorosisSurvey]

/** Endemic and parasitic disease: malaria elimination by 1-3-7, snails of schistosomiasis, fluorosis by village and year. */
export const endemicDisease = defineDomain({
  id: 'endemic-disease',
  wing: 'public-health',
  title: { zh: '地方病和寄生虫病', en: 'Endemic and parasitic disease' },
  description: {
    zh: '消除疟疾1-3-7、血吸虫病查螺灭螺、地方性氟中毒监测',
    en: 'Malaria elimination by 1-3-7, snail surveys, fluorosis',
  },
  needs: [communicableDisease],
  records: [malariaResponse, ...surveys],
  actions: [respondToMalaria, ...surveying, ...voiding],
  tasks: [focusDue],
  indicators: i.indicators,
  paragraphs: [year],
  grants: [
    grant(townshipCentre, { may: surveying, sees: [malariaResponse, ...surveys] }),
    grant(diseaseControl, {
      may: [respondToMalaria, ...surveying, ...voiding],
      sees: [malariaResponse, ...surveys],
    }),
    grant(bureauSection, { sees: surveys }),
  ],
})
