import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauLeader,
  bureauSection,
  countyInstitution,
  diseaseControl,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { attachHepatitisCard, attachTuberculosisCard } from './attached-actions.ts'
import { hepatitisCard, tuberculosisCard } from './attached-records.ts'
import {
  attachSexualHealthCard,
  correctCase,
  reportCase,
  returnCase,
  reviewCase,
  settleDuplicate,
} from './case-actions.ts'
import { indicators } from './indicators.ts'
import { investigationIndicators } from './investigation/indicators.ts'
import {
  clusterRecords,
  contactRecords,
  dailyObservation,
  fieldWork,
  outbreakRecords,
  outbreakWork,
} from './investigation/parts.ts'
import { investigationTasks } from './investigation/tasks.ts'
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

const reporting = [reportCase, correctCase, attachHepatitisCard, attachTuberculosisCard, raiseSignal]
const cards = [notifiableCase, hepatitisCard, tuberculosisCard]
const reviewing = [reviewCase, returnCase, settleDuplicate]
const response = [verifySignal, investigateSignal, declareEvent, dismissSignal]

/** Notifiable diseases: who fell ill, reported in time and reviewed; what the counts warn of, and what was done about it. */
export const communicableDisease = defineDomain({
  id: 'communicable-disease',
  wing: 'public-health',
  title: { zh: '传染病防控', en: 'Communicable disease' },
  description: {
    zh: '法定传染病报告、审核和早期预警，信号的核实和事件分级，个案调查、密切接触者和聚集性疫情',
    en: 'Report and review of notifiable diseases, early warning, verification and grading; cases, contacts and clusters investigated',
  },
  needs: [resident],
  records: [...cards, sexualHealthCard, diseaseSignal, ...outbreakRecords],
  actions: [...reporting, ...reviewing, attachSexualHealthCard, runWarning, ...response, ...fieldWork, ...outbreakWork],
  tasks: [...tasks, ...investigationTasks],
  indicators: [...indicators, ...investigationIndicators],
  paragraphs,
  daily: [{ action: runWarning, as: diseaseControl }],
  grants: [
    grant(villageDoctor, { may: dailyObservation, sees: contactRecords }),
    grant(townshipCentre, {
      may: [...reporting, verifySignal, ...fieldWork],
      sees: [...cards, diseaseSignal, ...outbreakRecords],
    }),
    grant(countyInstitution, { may: reporting, sees: [...cards, diseaseSignal] }),
    grant(diseaseControl, {
      may: [...reporting, ...reviewing, attachSexualHealthCard, runWarning, ...response, ...fieldWork, ...outbreakWork],
      sees: [...cards, sexualHealthCard, diseaseSignal, ...outbreakRecords],
    }),
    grant(bureauSection, { sees: [...cards, diseaseSignal, ...outbreakRecords] }),
    grant(bureauLeader, { sees: [diseaseSignal, ...clusterRecords] }),
  ],
})

export { communicableDiseasePolicies } from './policies.ts'
export { grades, type Grade } from './codes.ts'
export { timeInput } from './inputs.ts'
export { diseaseSignal, notifiableCase, sexualHealthCard } from './records.ts'
export { type ClusterPicture, readCluster } from './investigation/read-cluster.ts'
export { readAnalysis, type Analysis, type DiseaseCount } from './analysis/read-analysis.ts'
export { comparedSpan, weekOf, type ComparedSpan } from './analysis/span.ts'
export { findDisease } from './notifiable/list.ts'
export { classTitles, diseaseTitles } from './titles.ts'
