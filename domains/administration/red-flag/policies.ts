import { getTableName } from 'drizzle-orm'
import { APPLICATION_ROLE, readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { award, review } from './records.ts'
import { awards, reviews, standings } from './tables.ts'

const OF_THE_COUNTY = `division = (select kangheng.county()) collate "C"`
const STANDINGS = getTableName(standings)

/** The published review with its ranking is read by every township, with its rules; before that nobody below the county sees even his own rank. */
export const redFlagPolicies = [
  readingPolicy(getTableName(awards), award.id, `${OF_THE_COUNTY} and state <> 'draft'`),
  readingPolicy(getTableName(reviews), review.id, `${OF_THE_COUNTY} and state = 'published'`),
  `drop policy if exists kangheng_unpublished on "${STANDINGS}";
create policy kangheng_unpublished on "${STANDINGS}" as restrictive for select to ${APPLICATION_ROLE} using (state = 'published');`,
].join('\n')
