import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** Nobody in the county has lived so long: the death was not registered or the birth date is wrong. */
export const implausibleAge: ResidentCheck = {
  id: 'implausible-age',
  title: { zh: '年龄超过110岁', en: 'Older than 110 years' },
  explanation: { zh: '多为死亡后未登记，或出生日期有误', en: 'Mostly an unregistered death or a wrong birth date' },
  remedy: { zh: '入户核实，登记死亡或更正出生日期', en: 'Visit; register the death or correct the birth date' },
  action: 'resident.death.register',
  points: 5,
  condition: (today) => sql`p.birth < (${today}::date - interval '110 years')::date`,
}
