import { defineRole } from '@kangheng/kernel/access/actor.ts'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { grant } from '@kangheng/kernel/domain/define-domain.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { giveBack, lend, loan } from '@kangheng/kernel/testing/umbrella-library/actions.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'

/** Goes from door to door where there is no network. */
export const walker = defineRole({
  id: 'walker',
  title: { zh: '巡伞员', en: 'Walker' },
  description: { zh: '带着本村的借伞记录上门', en: 'Takes the village’s loans along' },
  unmasked: true,
  rights: ['see-persons', 'work-offline'],
})
/** The same, seeing people masked. */
export const stranger = defineRole({ ...walker, id: 'stranger', unmasked: false })
export const borrower = defineRole({
  id: 'borrower',
  title: { zh: '借伞人', en: 'Borrower' },
  description: { zh: '只看本人', en: 'Sees the own loans' },
  unmasked: true,
  rights: ['see-own-person'],
})

const addPicture = attachAction(loan)
const library = {
  ...umbrellaLibrary,
  actions: [...umbrellaLibrary.actions, addPicture],
  grants: [
    ...umbrellaLibrary.grants,
    grant(walker, { sees: [loan], may: [lend, giveBack, addPicture] }),
    grant(stranger, { sees: [loan] }),
    grant(borrower, { sees: [loan] }),
  ],
}

/** The umbrella library with somebody who works without a connection. */
export const offlineLibrary = buildHouse([library], [librarian, visitor, walker, stranger, borrower])
