import { getTableName } from 'drizzle-orm'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { round, ruleSet } from './records.ts'
import { rounds, ruleSets } from './tables.ts'

/** Rows of the bureau itself, not of a township. */
const OF_THE_COUNTY = `division = (select kangheng.county()) collate "C"`

/** Whoever is appraised may read the rules and what was announced or published, though both stand at the county. */
export const appraisalPolicies = [
  readingPolicy(getTableName(ruleSets), ruleSet.id, `${OF_THE_COUNTY} and state <> 'draft'`),
  readingPolicy(getTableName(rounds), round.id, `${OF_THE_COUNTY} and state <> 'open'`),
].join('\n')
