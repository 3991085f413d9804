import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauSection, countyInstitution, townshipCentre, villageDoctor } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { addPhoto, drawUpPlan, recordActivity, surveyLiteracy, voidActivity } from './actions.ts'
import { indicators } from './indicators.ts'
import { activity, literacy, plan } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const recording = [recordActivity, addPhoto, voidActivity]
const all = [plan, activity, literacy]

/** Health education: what each institution is asked for in a year, what was done with photos, and what residents know. */
export const healthEducation = defineDomain({
  id: 'health-education',
  wing: 'public-health',
  title: { zh: '健康教育', en: 'Health education' },
  description: {
    zh: '印刷和音像资料、宣传栏、讲座、咨询、媒体、急救培训，按机构年度任务和月度进度；健康素养调查',
    en: 'Printed and audio-visual matter, boards, lectures, consultations, media, first aid by institution against its quota; health literacy',
  },
  needs: [resident, healthRecords],
  records: all,
  actions: [drawUpPlan, ...recording, surveyLiteracy],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: recording, sees: [plan, activity] }),
    grant(townshipCentre, { may: [drawUpPlan, ...recording, surveyLiteracy], sees: all }),
    grant(countyInstitution, { may: [drawUpPlan, ...recording, surveyLiteracy], sees: all }),
    grant(bureauSection, { may: [drawUpPlan, surveyLiteracy], sees: all }),
  ],
})
