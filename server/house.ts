import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { domains } from '@kangheng/domains/index.ts'
import { roles } from '@kangheng/domains/roles.ts'

/** The house as it is shipped: every line of business and every role. */
export const house = buildHouse(domains, roles)
