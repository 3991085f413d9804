import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import {
  bureauSection,
  countyInstitution,
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
import { paragraphs } from './report.ts'
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
const ofSessions = [session, appointment, visit]
const stockWork = [receive, discard, stop]
const eventWork = [find, report, close]
const ofPersons = [card, certificate, vaccination, exclusion, adverseEvent]

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
  records: [...ofSessions, card, certificate, vaccination, exclusion, lot, adverseEvent],
  actions: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork, ...appointmentWork, ...sessionWork],
  tasks: [...tasks, ...sessionTasks],
  indicators: [...indicators, ...sessionIndicators],
  paragraphs,
  grants: [
    // Village doctors call the families; they see who is invited and who stayed away.
    grant(villageDoctor, { may: [exclude, find, remind], sees: [...ofPersons, ...ofSessions] }),
    grant(townshipCentre, {
      may: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork, ...appointmentWork, ...sessionWork],
      sees: [...ofPersons, ...ofSessions, lot],
    }),
    // The county hospital gives the doses at birth; the CDC stops lots and follows events.
    grant(countyInstitution, {
      may: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork, ...appointmentWork, ...sessionWork],
      sees: [...ofPersons, ...ofSessions, lot],
    }),
    grant(bureauSection, { sees: [card, vaccination, lot, adverseEvent, session] }),
    grant(residentRole, { sees: [...ofPersons, appointment] }),
  ],
})

export { recipientsOf, type Recipient } from './stock/recall.ts'
export { readMorning, readStation } from './session/morning.ts'
export { readCertificate, verifyCertificate } from './certificate/read.ts'
