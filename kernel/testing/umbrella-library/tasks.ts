import { sql } from 'drizzle-orm'
import { defineTask } from '../../task/define-task.ts'
import { loans } from './tables.ts'

/** A borrower is reminded when the umbrella is due. */
export const remindBorrower = defineTask({
  id: 'umbrella.remind',
  title: { zh: '催还雨伞', en: 'Remind the borrower' },
  record: 'umbrella.loan',
  action: 'umbrella.loan.give-back',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${loans.id} as id, ${loans.id} as record_id, ${loans.person} as person, ${loans.division} as division,
    ${loans.institution} as institution, ${loans.dueOn} as due_on from ${loans}
    where ${loans.county} = ${county} and ${loans.state} = 'lent' and ${loans.voidedAt} is null`,
})
