import { house } from './house.ts'
import { describePermissions } from './testing/permission-matrix.ts'

describePermissions('permissions in the product', house)
