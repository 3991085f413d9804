import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { diabetes } from '../diabetes/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { hypertension } from '../hypertension/index.ts'
import { arrive, fillIn, report, withdraw } from './attendance-actions.ts'
import { closeCampaign, drawUpList, finishStop, openCampaign, planStop } from './campaign-actions.ts'
import { indicators } from './indicators.ts'
import { attendance, campaign, result, stop } from './records.ts'
import { paragraphs } from './report.ts'
import { notify, recordResult, voidResult } from './result-actions.ts'
import { tasks } from './tasks.ts'

const planning = [openCampaign, closeCampaign, planStop, drawUpList, finishStop]
const examining = [arrive, fillIn, report, withdraw]
const laboratory = [recordResult, notify, voidResult]
const all = [campaign, stop, attendance, result]

/** Examinations in bulk: campaigns of the vehicle, who is due, arrival, stations, results of analysers, critical values, feedback. */
export const physicalExamination = defineDomain({
  id: 'physical-examination',
  wing: 'public-health',
  title: { zh: '集中体检', en: 'Examinations in bulk' },
  description: {
    zh: '体检车（点）批次和站点、应检名单、到检登记、检验结果导入和判定、危急值通知、结果反馈',
    en: 'Campaigns and stops, lists of who is due, arrival, import and judgement of results, critical values, feedback',
  },
  needs: [resident, healthRecords, hypertension, diabetes],
  records: all,
  actions: [...planning, ...examining, ...laboratory],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(townshipCentre, { may: [...planning, ...examining, ...laboratory], sees: all }),
    grant(villageDoctor, { may: [arrive, fillIn, report, notify], sees: all }),
    grant(countyInstitution, { may: [...planning, ...examining, ...laboratory], sees: all }),
    grant(bureauSection, { sees: [campaign, stop, attendance] }),
    grant(residentRole, { sees: [attendance, result] }),
  ],
})

export { attendance, result } from './records.ts'
export { flags } from './ranges.ts'
export { items, type ItemId } from './items.ts'
