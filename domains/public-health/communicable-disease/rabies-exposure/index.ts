import { sql } from 'drizzle-orm'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { immunization } from '../../immunization/index.ts'
import { resident } from '../../../population/resident/index.ts'
import { bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../../roles.ts'
import { diseaseControl as section } from '../../../sections.ts'
import { giveDose, giveImmunoglobulin, registerExposure, stopCourse } from './actions.ts'
import { completionRate, exposureCount, immunoglobulinRate, indicators } from './indicators.ts'
import { rabiesDose, rabiesExposure } from './records.ts'
import { rabiesExposures as x } from './tables.ts'

const doseDue = defineTask({
  id: 'rabies-exposure.dose-due',
  title: { zh: '狂犬病疫苗到期接种', en: 'Doses of rabies vaccine due' },
  record: rabiesExposure.id,
  action: giveDose.id,
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${x.id} as id, ${x.id} as record_id, ${x.person} as person, ${x.division} as division, ${x.institution} as institution,
      ${x.nextDueOn} as due_on from ${x}
    where ${x.county} = ${county} and ${x.state} = 'course' and ${x.voidedAt} is null`,
})

const year = defineParagraph({
  id: 'rabies-exposure.year',
  section,
  documents: ['summary'],
  figures: { exposureCount, completionRate, immunoglobulinRate },
  say: (f) =>
    zh`犬伤门诊处置狂犬病暴露${f.exposureCount}，${f.exposureCount.sameTimeLastYear}；疫苗全程接种率${f.completionRate}，Ⅲ级暴露被动免疫制剂使用率${f.immunoglobulinRate}。`,
})

const treating = [registerExposure, giveDose, giveImmunoglobulin, stopCourse]
const records = [rabiesExposure, rabiesDose]

/** Clinics for exposure to rabies: grade, wound, immunoglobulin, doses and their due days. */
export const rabiesExposureClinic = defineDomain({
  id: 'rabies-exposure',
  wing: 'public-health',
  title: { zh: '狂犬病暴露门诊', en: 'Rabies exposure clinic' },
  description: {
    zh: '犬伤门诊：暴露分级、伤口处置、被动免疫和疫苗程序',
    en: 'Grades of exposure, care of the wound, immunoglobulin and schedules of vaccine',
  },
  needs: [resident, immunization],
  records,
  actions: treating,
  tasks: [doseDue],
  indicators,
  paragraphs: [year],
  grants: [
    grant(townshipCentre, { may: treating, sees: records }),
    grant(countyInstitution, { may: treating, sees: records }),
    grant(diseaseControl, { sees: records }),
    grant(bureauSection, { sees: records }),
  ],
})
