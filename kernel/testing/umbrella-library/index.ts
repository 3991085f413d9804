import { defineRole } from '../../access/actor.ts'
import { defineDomain, grant } from '../../domain/define-domain.ts'
import { giveBack, lend, loan, reportLost } from './actions.ts'
import { depositSum, frequentShare, holderCount, loansMade, overdueRate } from './indicators.ts'
import { yearParagraph } from './report.ts'
import { remindBorrower } from './tasks.ts'

export const librarian = defineRole({
  id: 'librarian',
  title: { zh: '管理员', en: 'Librarian' },
  description: { zh: '借还雨伞', en: 'Lends umbrellas and takes them back' },
  unmasked: true,
  rights: ['see-figures', 'see-persons', 'export', 'import', 'merge-persons'],
})

export const visitor = defineRole({
  id: 'visitor',
  title: { zh: '访客', en: 'Visitor' },
  description: { zh: '只看汇总', en: 'Sees figures only' },
  unmasked: false,
  rights: ['see-figures'],
})

/** The fixture: a library of borrowed umbrellas exercises the kernel without health in the way. */
export const umbrellaLibrary = defineDomain({
  id: 'umbrella-library',
  wing: 'fixture',
  title: { zh: '爱心伞', en: 'Umbrella library' },
  description: { zh: '向居民出借雨伞', en: 'Lends umbrellas to residents' },
  records: [loan],
  actions: [lend, giveBack, reportLost],
  tasks: [remindBorrower],
  indicators: [loansMade, depositSum, holderCount, overdueRate, frequentShare],
  paragraphs: [yearParagraph],
  grants: [grant(librarian, { may: [lend, giveBack, reportLost], sees: [loan] }), grant(visitor, {})],
})
