import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from './inputs.ts'
import { healthCard } from './records.ts'
import { healthCards } from './tables.ts'

/** Card numbers: the county and a running number of nine digits. */
const cardNumber = (county: string, serial: number) => county + String(serial).padStart(9, '0')

export const issueCard = defineAction(healthCard, {
  name: 'issue',
  title: { zh: '发放健康卡', en: 'Issue a health card' },
  on: 'new',
  to: 'valid',
  input: z.object({ person: inputs.person }),
  async run(context) {
    const person = await getPerson(context, context.input.person)
    assertAlive(person)
    const valid = and(eq(healthCards.person, person.id), eq(healthCards.state, 'valid'), isNull(healthCards.voidedAt))
    if (await context.find(healthCard, valid))
      refuse('person', { zh: '此人已有有效的健康卡，请先注销旧卡', en: 'The person has a valid card; revoke it first' })
    const [last] = await withHouseRights(context.connection, async () => {
      await context.connection.query(`select pg_advisory_xact_lock(hashtext('health-card'), hashtext($1))`, [
        context.county,
      ])
      return context.connection.query<{ number: string | null }>(
        'select max(number) as number from health_card where county = $1',
        [context.county],
      )
    })
    const number = cardNumber(context.county, Number(last?.number?.slice(context.county.length) ?? 0) + 1)
    return context.create({ person: person.id, division: person.division, number })
  },
})

export const revokeCard = defineAction(healthCard, {
  name: 'revoke',
  title: { zh: '注销健康卡', en: 'Revoke the card' },
  on: 'existing',
  from: ['valid'],
  to: 'revoked',
  confirm: { zh: '注销后二维码立即失效。确定注销吗？', en: 'Its QR code stops working at once. Revoke it?' },
  input: z.object({
    revokeReason: field(z.string().trim().min(1).max(100), { title: { zh: '注销原因', en: 'Reason' } }),
  }),
  run: (context) => context.change({ revokedOn: context.today, revokeReason: context.input.revokeReason }),
})
