import { getTableName } from 'drizzle-orm'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { standard, standardItem } from './records.ts'
import { standardItems, standards } from './tables.ts'

const OF_THE_COUNTY = `division = (select kangheng.county()) collate "C"`

/** Whoever is checked by a standard may read it, though it stands at the county. */
export const healthyPlacesPolicies = [
  readingPolicy(getTableName(standards), standard.id, `${OF_THE_COUNTY} and state <> 'draft'`),
  readingPolicy(
    getTableName(standardItems),
    standardItem.id,
    `${OF_THE_COUNTY} and standard in (select id from "${getTableName(standards)}" where state <> 'draft')`,
  ),
].join('\n')
