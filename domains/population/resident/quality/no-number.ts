import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** A citizen has a number within a month of birth; after a year without one the entry is incomplete or the person is unregistered. */
export const noNumber: ResidentCheck = {
  id: 'no-number',
  title: { zh: '满一周岁仍无证件号码', en: 'No document number after the first year' },
  explanation: {
    zh: '没有证件号码就无法与医保、公安核对，也容易重复建档',
    en: 'Without a number the entry cannot be compared with insurance and police, and is easily made twice',
  },
  remedy: {
    zh: '核实户口簿后补录；确未落户的，协助办理落户',
    en: 'Enter it from the household register; help those who are not registered',
  },
  action: 'resident.correction.correct',
  points: 25,
  condition: (today) => sql`p.document_kind = 'NONE' and p.birth < (${today}::date - interval '1 year')::date`,
}
