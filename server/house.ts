import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { domains } from '@kangheng/domains/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { figureCheck } from '@kangheng/reporting/check/kept/index.ts'
import { dashboardsDomain } from '@kangheng/reporting/dashboard/index.ts'

/** The house as it is shipped: every line of business, what reporting keeps, and every role. */
export const house = buildHouse([...domains, figureCheck, dashboardsDomain], roles)
