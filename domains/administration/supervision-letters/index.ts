import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, countyInstitution, townshipCentre, upperLevel } from '../../roles.ts'
import { answerLetter, closeLetter, escalateLetter, issueLetter, returnLetter } from './actions.ts'
import { supervisionLetter } from './records.ts'
import { tasks } from './tasks.ts'

const sending = [issueLetter, returnLetter, closeLetter, escalateLetter]
const sees = [supervisionLetter]

/** Supervision letters: a unit is asked to put something right by a day; answered, re-checked, closed or escalated. */
export const supervisionLetters = defineDomain({
  id: 'supervision-letters',
  wing: 'administration',
  title: { zh: '督办', en: 'Supervision letters' },
  description: {
    zh: '对落后指标、逾期任务和超时限事项发出督办，限期答复，复查销号，逐级升级',
    en: 'Letters about figures behind, overdue tasks and missed limits: answered by a day, re-checked, escalated',
  },
  needs: [resident],
  records: sees,
  actions: [...sending, answerLetter],
  tasks,
  grants: [
    grant(bureauSection, { may: sending, sees }),
    grant(bureauLeader, { may: sending, sees }),
    grant(townshipCentre, { may: [answerLetter], sees }),
    grant(countyInstitution, { may: [answerLetter], sees }),
    grant(upperLevel, { sees }),
  ],
})

export { gravities, type Gravity } from './escalation.ts'
export { letteredMatters, readSupervisionLetter } from './read.ts'
