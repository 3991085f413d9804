import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauLeader,
  bureauSection,
  countyInstitution,
  townshipCentre,
  upperLevel,
  villageDoctor,
} from '../../roles.ts'
import {
  addIndicator,
  addTask,
  changeItem,
  checkTask,
  divideItem,
  draftLetter,
  endLetter,
  issueLetter,
  removeItem,
  reportTask,
  signLetter,
} from './actions.ts'
import { change, item, letter } from './records.ts'
import { tasks } from './tasks.ts'

const drafting = [draftLetter, addIndicator, addTask, divideItem, removeItem]
const all = [letter, item, change]

/** Target letters: what a place, an institution or a section undertakes for a year, month by month. */
export const targetLetters = defineDomain({
  id: 'target-letters',
  wing: 'administration',
  title: { zh: '目标责任书', en: 'Target letters' },
  description: {
    zh: '县、乡镇、村、机构、股室承担的年度目标和任务，按月分解，签订后凭理由调整',
    en: 'What county, townships, villages, institutions and sections undertake for a year; laid over its months, changed with a reason',
  },
  needs: [resident],
  records: all,
  actions: [...drafting, issueLetter, signLetter, endLetter, changeItem, reportTask, checkTask],
  tasks,
  grants: [
    grant(bureauSection, { may: [...drafting, issueLetter, signLetter, changeItem, reportTask, checkTask], sees: all }),
    grant(bureauLeader, { may: [issueLetter, signLetter, endLetter, changeItem, checkTask], sees: all }),
    // A township undertakes its own letter and hands it down to its villages.
    grant(townshipCentre, { may: [...drafting, issueLetter, signLetter, reportTask, checkTask], sees: all }),
    grant(countyInstitution, { may: [signLetter, reportTask], sees: all }),
    grant(villageDoctor, { may: [signLetter, reportTask], sees: all }),
    grant(upperLevel, { sees: all }),
  ],
})

export { reportFedTask, requireRunningItem } from './feed.ts'
export { findParty } from './parties.ts'
export { findUndertaking } from './signed.ts'
export { readTargetLetter } from './read.ts'
