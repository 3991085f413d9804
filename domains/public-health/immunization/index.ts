import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import {
  bureauSection,
  countyInstitution,
  diseaseControl,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { resident } from '../../population/resident/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { close, find, report } from './adverse-events/actions.ts'
import { issue, revoke } from './certificate/actions.ts'
import { certificate } from './certificate/records.ts'
import { indicators } from './coverage/indicators.ts'
import { adverseEvent, card, exclusion, lot, vaccination } from './records.ts'
import { quality } from './quality.ts'
import { paragraphs } from './report.ts'
import { miss, tell } from './recall/actions.ts'
import { recallNotice } from './recall/records.ts'
import { recallTasks } from './recall/tasks.ts'
import { checkChild, closeCheck, notify, openCheck, recheck, recheckAll } from './school/actions.ts'
import * as cold from './cold-chain/actions.ts'
import { coldChainIndicators } from './cold-chain/indicators.ts'
import { coldAlarm, equipment, temperature } from './cold-chain/records.ts'
import { coldChainTasks } from './cold-chain/tasks.ts'
import * as floating from './floating/actions.ts'
import { floatingChild, handover, searchRound } from './floating/records.ts'
import { floatingTasks } from './floating/tasks.ts'
import { schoolIndicators } from './school/indicators.ts'
import { schoolCheck, schoolChild } from './school/records.ts'
import { schoolTasks } from './school/tasks.ts'
import { discard, receive, stop } from './stock/actions.ts'
import { tasks } from './tasks.ts'
import { book, cancel, rebook, remind } from './session/appointment-actions.ts'
import { sessionIndicators } from './session/indicators.ts'
import { appointment, session, visit } from './session/records.ts'
import { cancelSession, closeSession, planSession } from './session/session-actions.ts'
import { sessionTasks } from './session/tasks.ts'
import { arrive, call, defer, goWithout, leave, passOver, preCheck } from './session/visit-actions.ts'
import { enter, openCard, voidCard, withdraw } from './vaccination/actions.ts'
import { give, giveOffSchedule } from './vaccination/give.ts'
import { exclude, lift } from './vaccination/exclusion-actions.ts'

const cardWork = [openCard, voidCard, enter, exclude, lift, issue, revoke]
const vaccinationWork = [give, giveOffSchedule, withdraw]
const appointmentWork = [book, remind, cancel, rebook]
const sessionWork = [
  planSession,
  cancelSession,
  closeSession,
  arrive,
  call,
  passOver,
  preCheck,
  defer,
  goWithout,
  leave,
]
const schoolWork = [openCheck, closeCheck, recheckAll, checkChild, recheck, notify]
const ofSchools = [schoolCheck, schoolChild]
const { register, leave: leaves, request, send, decline, accept, callForSearch, reportSearch } = floating
const floatingWork = [register, leaves, request, send, decline, accept, reportSearch]
const ofFloating = [floatingChild, handover, searchRound]
const coldWork = [cold.register, cold.retire, cold.record, cold.acknowledge, cold.resolve, cold.store]
// Loggers report through the service, the county judges what was set aside.
const coldService = [cold.recordBatch, cold.openDay, cold.judgeLot]
const ofColdChain = [equipment, temperature, coldAlarm]
const ofSessions = [session, appointment, visit]
const stockWork = [receive, discard, stop]
const eventWork = [find, report, close]
const recallWork = [tell, miss]
const ofPersons = [card, certificate, vaccination, exclusion, adverseEvent, recallNotice]

/** What a vaccination clinic does; the county hospital gives the doses at birth. */
const clinicWork = [
  ...cardWork,
  ...vaccinationWork,
  ...stockWork,
  ...eventWork,
  ...recallWork,
  ...appointmentWork,
  ...sessionWork,
  ...schoolWork,
  ...floatingWork,
  ...coldWork,
]
const ofClinics = [...ofPersons, ...ofSessions, ...ofSchools, ...ofFloating, lot, ...ofColdChain]

/** Immunization: who has had which doses, who is due, from which lots, and what happened afterwards. */
export const immunization = defineDomain({
  id: 'immunization',
  wing: 'public-health',
  title: { zh: '预防接种', en: 'Immunization' },
  description: {
    zh: '接种卡、接种记录、禁忌与暂缓、疫苗批次和库存、异常反应、接种率',
    en: 'Cards, vaccinations, contraindications, lots and stock, adverse events, coverage',
  },
  needs: [resident, healthRecords],
  records: [
    ...ofSessions,
    card,
    certificate,
    vaccination,
    exclusion,
    lot,
    adverseEvent,
    recallNotice,
    ...ofSchools,
    ...ofFloating,
    ...ofColdChain,
  ],
  actions: [...clinicWork, callForSearch, ...coldService],
  tasks: [...tasks, ...recallTasks, ...sessionTasks, ...schoolTasks, ...floatingTasks, ...coldChainTasks],
  indicators: [...indicators, ...sessionIndicators, ...schoolIndicators, ...coldChainIndicators],
  daily: [
    { action: callForSearch, as: countyInstitution },
    { action: cold.openDay, as: countyInstitution },
  ],
  paragraphs,
  quality,
  grants: [
    // Village doctors call the families, for an appointment and for a recall; they see who is invited and who stayed away.
    grant(villageDoctor, {
      may: [exclude, find, remind, ...recallWork],
      sees: [...ofPersons, ...ofSessions, floatingChild],
    }),
    grant(townshipCentre, { may: clinicWork, sees: ofClinics }),
    grant(countyInstitution, { may: [...clinicWork, callForSearch, ...coldService], sees: ofClinics }),
    // Disease control stops lots, follows events, and answers for a recall in all clinics.
    grant(diseaseControl, {
      may: [stop, report, close, ...recallWork],
      sees: [card, vaccination, adverseEvent, recallNotice, lot, ...ofColdChain],
    }),
    grant(bureauSection, {
      sees: [card, vaccination, lot, adverseEvent, session, schoolCheck, searchRound, ...ofColdChain],
    }),
    // Families book for themselves and their children; the clinic finds them in its list.
    grant(residentRole, { may: [book, cancel], sees: [...ofPersons, appointment] }),
  ],
})

export { sites, vaccineTitles } from './codes.ts'
export { lot } from './records.ts'
export { giveFromStock } from './stock/give-from-stock.ts'
export { readRecall, readRecalls, standings as recallStandings } from './recall/read.ts'
export { recallWorkbook } from './recall/workbook.ts'
export { readFamily, type FamilyView } from './session/family.ts'
export { readMorning, readStation } from './session/morning.ts'
export { readCertificate, verifyCertificate } from './certificate/read.ts'
export { sideOf } from './cold-chain/readings.ts'
