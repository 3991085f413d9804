import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { type ActionContext, defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { dashboard, formats, languages, rhythms, subscription } from './records.ts'
import { dashboards, dashboardSubscriptions } from './tables.ts'

/** As many as one account may have in force. */
const MOST = 20

const how = {
  address: field(z.email().max(200), { title: { zh: '收件邮箱', en: 'Mail address' } }),
  format: choice(formats, { zh: '格式', en: 'Format' }),
  rhythm: choice(rhythms, { zh: '周期', en: 'Rhythm' }),
  onDay: field(z.int().min(1).max(28), {
    title: { zh: '日', en: 'Day' },
    help: { zh: '每周：1为周一，7为周日；每月：1至28日', en: 'Weekly: 1 Monday to 7 Sunday; monthly: 1 to 28' },
  }),
  hour: field(z.int().min(0).max(23), { title: { zh: '时', en: 'Hour' }, unit: { zh: '点', en: "o'clock" } }),
  language: choice(languages, { zh: '语言', en: 'Language' }),
}
const changed = z.object(how)
type How = z.output<typeof changed>

/** What is stored of it; the address as ciphertext. */
function valuesOf({ address, ...rest }: How) {
  if (rest.rhythm === 'weekly' && rest.onDay > 7)
    refuse('onDay', { zh: '每周发送请选周一至周日', en: 'A week has seven days' })
  return { ...rest, addressCipher: getVault().encrypt(address.trim()) }
}

async function dashboardInSight(
  { find }: Pick<ActionContext<typeof dashboardSubscriptions>, 'find'>,
  id: string,
): Promise<typeof dashboards.$inferSelect> {
  const found = await find(dashboard, and(eq(dashboards.id, id), eq(dashboards.state, 'active')))
  return (
    found ??
    refuse('dashboard', { zh: '没有这个看板，或没有共享给您', en: 'There is no such dashboard for you to read' })
  )
}

export const subscribe = defineAction(subscription, {
  name: 'subscribe',
  title: { zh: '订阅看板', en: 'Subscribe' },
  on: 'new',
  to: 'active',
  conceal: ['address'],
  input: z.object({
    dashboard: field(z.uuid(), { title: { zh: '看板', en: 'Dashboard' }, refersTo: `record:${dashboard.id}` }),
    ...how,
  }),
  async run(context) {
    const { dashboard: id, ...rest } = context.input
    const page = await dashboardInSight(context, id)
    const mine = await context.findAll(
      subscription,
      and(eq(dashboardSubscriptions.recordedBy, context.actor.account), eq(dashboardSubscriptions.state, 'active')),
    )
    if (mine.length >= MOST)
      refuse('dashboard', { zh: `每人最多订阅${MOST}个看板`, en: `An account may have ${MOST} subscriptions` })
    return context.create({ dashboard: page.id, dashboardTitle: page.titleZh, ...valuesOf(rest), institution: null })
  },
})

export const changeSubscription = defineAction(subscription, {
  name: 'change',
  title: { zh: '修改订阅', en: 'Change the subscription' },
  on: 'existing',
  from: ['active'],
  conceal: ['address'],
  input: changed,
  run: ({ input, change }) => change(valuesOf(input)),
})

export const endSubscription = defineAction(subscription, {
  name: 'end',
  title: { zh: '退订', en: 'Unsubscribe' },
  on: 'existing',
  from: ['active'],
  to: 'ended',
  input: z.object({}),
  run: ({ change }) => change({}),
})
