import { date, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Electronic vaccination certificates, one valid per person. `happenedOn` is the day of issue. */
export const certificates = recordTable('immunization_certificate', {
  number: codeText('number').notNull(),
  revokedOn: date('revoked_on'),
  revokeReason: text('revoke_reason'),
})
