import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { roles } from '../../../../roles.ts'
import { resident } from '../../index.ts'

/** A house with residents only. */
export const importHouse = buildHouse([resident], roles)
