import { house } from './house.ts'
import { describePermissions } from './testing/permission-matrix.ts'

// Readers of a whole county, beside another county of the same database.
describePermissions('permissions beside another county', house, 'county')
