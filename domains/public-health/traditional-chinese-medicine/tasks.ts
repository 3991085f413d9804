import { sql } from 'drizzle-orm'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { unservedThisYear } from '../older-people/index.ts'
import { childServices as k, constitutionSurveys as s } from './tables.ts'

/** Days before the next stage from which a service for a child is shown. */
const AHEAD = 30

/** A resident from 65 with a health record has no constitution judged this year. */
const constitutionDue = defineTask({
  id: 'traditional-chinese-medicine.constitution-due',
  title: { zh: '老年人体质辨识', en: 'Constitution of an older person' },
  record: 'health-record.record',
  action: 'traditional-chinese-medicine.constitution.record',
  severity: 'routine',
  query: (setting) => unservedThisYear(s, setting),
})

/** A child that was served has reached, or soon reaches, the next stage. */
const childDue = defineTask({
  id: 'traditional-chinese-medicine.child-due',
  title: { zh: '儿童中医药服务', en: 'TCM service for a child' },
  record: 'traditional-chinese-medicine.child-service',
  action: 'traditional-chinese-medicine.child-service.record',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${k.id} as id, ${k.id} as record_id, ${k.person} as person, ${k.division} as division,
      ${k.institution} as institution, ${k.nextOn} as due_on from ${k}
    join ${e} on ${e.county} = ${k.county} and ${e.person} = ${k.person} and ${e.kind} = 'usual' and ${e.startsOn} <= ${today}::date
      and (${e.endsOn} is null or ${e.endsOn} > ${today}::date)
    where ${k.county} = ${county} and ${k.voidedAt} is null and ${k.nextOn} <= ${today}::date + ${AHEAD}::int
      and ${k.nextOn} > ${today}::date - 180
      and not exists (select 1 from ${k} later where later.county = ${k.county} and later.person = ${k.person} and later.voided_at is null
        and later.happened_on > ${k.happenedOn})`,
})

export const tasks = [constitutionDue, childDue]
