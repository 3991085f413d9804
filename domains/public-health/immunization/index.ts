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
import { indicators } from './coverage/indicators.ts'
import { adverseEvent, card, exclusion, lot, vaccination } from './records.ts'
import { paragraphs } from './report.ts'
import { discard, receive, stop } from './stock/actions.ts'
import { tasks } from './tasks.ts'
import { enter, give, openCard, voidCard, withdraw } from './vaccination/actions.ts'
import { exclude, lift } from './vaccination/exclusion-actions.ts'

const cardWork = [openCard, voidCard, enter, exclude, lift]
const vaccinationWork = [give, withdraw]
const stockWork = [receive, discard, stop]
const eventWork = [find, report, close]
const ofPersons = [card, vaccination, exclusion, adverseEvent]

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
  records: [card, vaccination, exclusion, lot, adverseEvent],
  actions: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [exclude, find], sees: ofPersons }),
    grant(townshipCentre, {
      may: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork],
      sees: [...ofPersons, lot],
    }),
    // The county hospital gives the doses at birth; the CDC stops lots and follows events.
    grant(countyInstitution, {
      may: [...cardWork, ...vaccinationWork, ...stockWork, ...eventWork],
      sees: [...ofPersons, lot],
    }),
    grant(bureauSection, { sees: [card, vaccination, lot, adverseEvent] }),
    grant(residentRole, { sees: ofPersons }),
  ],
})

export { recipientsOf, type Recipient } from './stock/recall.ts'
