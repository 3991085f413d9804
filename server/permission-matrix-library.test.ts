import { defineRole, kernelRights } from '@kangheng/kernel/access/actor.ts'
import { grant } from '@kangheng/kernel/domain/define-domain.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { loan } from '@kangheng/kernel/testing/umbrella-library/actions.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { describePermissions } from './testing/permission-matrix.ts'

const keeper = defineRole({
  id: 'keeper',
  title: { zh: '管理员', en: 'Keeper' },
  description: { zh: '有内核的全部权限', en: 'Has every right of the kernel' },
  unmasked: true,
  rights: kernelRights.filter((right) => right !== 'see-own-person'),
})
const borrower = defineRole({
  id: 'borrower',
  title: { zh: '借伞人', en: 'Borrower' },
  description: { zh: '只看本人', en: 'Sees the own loans' },
  unmasked: true,
  rights: ['see-own-person'],
})
const library = {
  ...umbrellaLibrary,
  grants: [...umbrellaLibrary.grants, grant(keeper, { sees: [loan] }), grant(borrower, { sees: [loan] })],
}
// Roles of every right and of the own person alone, which the product may not have at every time.
describePermissions(
  'permissions in the umbrella library',
  buildHouse([library], [librarian, visitor, keeper, borrower]),
)
