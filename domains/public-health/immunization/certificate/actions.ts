import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from '../inputs.ts'
import { findCard } from '../vaccination/settle.ts'
import { certificate } from './records.ts'
import { certificates } from './tables.ts'

/** Within a month of birth, on one's own request later. Source: 疫苗管理法 art. 47. */
export const issue = defineAction(certificate, {
  name: 'issue',
  title: { zh: '发放预防接种证', en: 'Issue a certificate' },
  on: 'new',
  to: 'valid',
  input: z.object({ person: inputs.person }),
  async run(context) {
    const { person } = context.input
    const card = await findCard(context, person)
    if (!card) return refuse('person', { zh: '此人还没有接种卡，请先建卡', en: 'There is no card yet; make one first' })
    const mine = and(eq(certificates.person, person), isNull(certificates.voidedAt))
    const known = await context.findAll(certificate, mine)
    if (known.some(({ state }) => state === 'valid'))
      refuse('person', {
        zh: '此人已有有效的接种证；遗失补发请先注销旧证',
        en: 'There is a valid certificate; revoke it before another is issued',
      })
    // A second certificate of one person tells itself from the first.
    const number = known.length === 0 ? card.number : `${card.number}-${known.length + 1}`
    return context.create({ person, division: card.division, number })
  },
})

export const revoke = defineAction(certificate, {
  name: 'revoke',
  title: { zh: '注销接种证', en: 'Revoke the certificate' },
  on: 'existing',
  from: ['valid'],
  to: 'revoked',
  confirm: { zh: '注销后证上的二维码核验为无效。确定注销？', en: 'Its QR code is then told as revoked. Revoke it?' },
  input: z.object({ reason: inputs.long('注销原因', 'Reason') }),
  run: ({ input, today, change }) => change({ revokedOn: today, revokeReason: input.reason }),
})
