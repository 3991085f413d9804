import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { communicableDisease } from '../../public-health/communicable-disease/index.ts'
import {
  bureauLeader,
  bureauSection,
  countyInstitution,
  diseaseControl,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import {
  closeEvent,
  dismissEvent,
  endResponse,
  gradeEvent,
  reportEvent,
  sendReport,
  startResponse,
  updateEvent,
} from './event-actions.ts'
import { indicators } from './indicators.ts'
import {
  countStock,
  disbandTeam,
  disposeStock,
  evaluateDrill,
  formTeam,
  handOverDuty,
  holdDrill,
  improveDrill,
  issuePlan,
  planDrill,
  receiveStock,
  rosterDuty,
  updateTeam,
  withdrawPlan,
} from './preparedness-actions.ts'
import {
  emergencyDrill,
  emergencyDuty,
  emergencyEvent,
  emergencyPlan,
  emergencyStock,
  emergencyTeam,
  eventDispatch,
  eventEntry,
  eventReport,
  eventTask,
  reliefWork,
  supportOperation,
} from './records.ts'
import { paragraphs } from './report.ts'
import {
  acceptTask,
  finishTask,
  giveTask,
  recordRelief,
  sendStock,
  sendTeam,
  takeBack,
  withdrawTask,
  writeEntry,
} from './response-actions.ts'
import { beginSupport, finishSupport, planSupport } from './support-actions.ts'
import { tasks } from './tasks.ts'

const plans = [issuePlan, withdrawPlan]
const readiness = [formTeam, updateTeam, disbandTeam, receiveStock, countStock, disposeStock]
const drills = [planDrill, holdDrill, evaluateDrill, improveDrill]
const duty = [rosterDuty, handOverDuty]
const reporting = [reportEvent, updateEvent, sendReport]
const command = [gradeEvent, startResponse, endResponse, closeEvent, dismissEvent, giveTask, withdrawTask]
const dispatch = [sendTeam, sendStock, takeBack]
const field = [acceptTask, finishTask, writeEntry, recordRelief]
const support = [planSupport, beginSupport, finishSupport]

const ofAnEvent = [emergencyEvent, eventReport, eventTask, eventDispatch, eventEntry, reliefWork]
const stands = [emergencyPlan, emergencyTeam, emergencyStock, emergencyDrill, emergencyDuty, supportOperation]

/** Emergencies: plans, teams, stocks and drills beforehand; report, grade, response and review when something happens. */
export const emergencyCommand = defineDomain({
  id: 'emergency',
  wing: 'emergency',
  title: { zh: '卫生应急指挥', en: 'Emergency command' },
  description: {
    zh: '应急预案、队伍、物资、演练和值守，突发事件的报告、分级、响应和总结，重大活动医疗卫生保障',
    en: 'Plans, teams, stocks, drills and duty; report, grade, response and review of events; medical support of big events',
  },
  needs: [communicableDisease],
  records: [...ofAnEvent, ...stands],
  actions: [...reporting, ...command, ...field, ...dispatch, ...plans, ...readiness, ...drills, ...duty, ...support],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(bureauSection, {
      may: [...reporting, ...command, ...field, ...dispatch, ...plans, ...readiness, ...drills, ...duty, ...support],
      sees: [...ofAnEvent, ...stands],
    }),
    grant(diseaseControl, {
      may: [...reporting, gradeEvent, giveTask, ...field, ...dispatch, ...readiness, ...drills, ...duty],
      sees: [...ofAnEvent, ...stands],
    }),
    grant(countyInstitution, {
      may: [...reporting, ...field, ...readiness, ...drills, ...duty, finishSupport],
      sees: [...ofAnEvent, ...stands],
    }),
    grant(townshipCentre, {
      may: [...reporting, ...field, ...readiness, ...drills, ...duty],
      sees: [...ofAnEvent, ...stands],
    }),
    // In the village an event is met first by its doctor, with a phone and often without a network.
    grant(villageDoctor, { may: field, sees: [emergencyEvent, eventTask, eventEntry, reliefWork] }),
    grant(bureauLeader, { may: [startResponse, endResponse, writeEntry], sees: [...ofAnEvent, ...stands] }),
  ],
})

export { entryKinds, eventKinds, levels, reportKinds } from './codes.ts'
export { readEvent, readEventMap, type EventFile } from './read-event.ts'
