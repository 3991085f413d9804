import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../roles.ts'
import {
  attachSexualHealthCard,
  correctCase,
  reportCase,
  returnCase,
  reviewCase,
  settleDuplicate,
} from './case-actions.ts'
import { indicators } from './indicators.ts'
import { diseaseSignal, notifiableCase, sexualHealthCard } from './records.ts'
import { paragraphs } from './report.ts'
import {
  declareEvent,
  dismissSignal,
  investigateSignal,
  raiseSignal,
  runWarning,
  verifySignal,
} from './signal-actions.ts'
import { tasks } from './tasks.ts'

const reporting = [reportCase, correctCase, raiseSignal]
const reviewing = [reviewCase, returnCase, settleDuplicate]
const response = [verifySignal, investigateSignal, declareEvent, dismissSignal]

/** Notifiable diseases: who fell ill, reported in time and reviewed; what the counts warn of, and what was done about it. */
export const communicableDisease = defineDomain({
  id: 'communicable-disease',
  wing: 'public-health',
  title: { zh: '传染病防控', en: 'Communicable disease' },
  description: {
    zh: '法定传染病报告、审核和早期预警，信号的核实、调查和事件分级',
    en: 'Report and review of notifiable diseases, early warning, verification and grading',
  },
  needs: [resident],
  records: [notifiableCase, sexualHealthCard, diseaseSignal],
  actions: [...reporting, ...reviewing, attachSexualHealthCard, runWarning, ...response],
  tasks,
  indicators,
  paragraphs,
  daily: [{ action: runWarning, as: diseaseControl }],
  grants: [
    grant(townshipCentre, { may: [...reporting, verifySignal], sees: [notifiableCase, diseaseSignal] }),
    grant(countyInstitution, { may: reporting, sees: [notifiableCase, diseaseSignal] }),
    grant(diseaseControl, {
      may: [...reporting, ...reviewing, attachSexualHealthCard, runWarning, ...response],
      sees: [notifiableCase, sexualHealthCard, diseaseSignal],
    }),
    grant(bureauSection, { sees: [notifiableCase, diseaseSignal] }),
    grant(bureauLeader, { sees: [diseaseSignal] }),
  ],
})

export { communicableDiseasePolicies } from './policies.ts'
export { grades, type Grade } from './codes.ts'
export { timeInput } from './inputs.ts'
export { diseaseSignal, notifiableCase } from './records.ts'
