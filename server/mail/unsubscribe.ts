import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { missing, Refusal } from '@kangheng/kernel/text/refusal.ts'
import { endSubscription } from '@kangheng/reporting/dashboard/subscription-actions.ts'
import type { Setting } from '../setting.ts'

const said = (id: string) => `unsubscribe ${id}`

/** What a mail carries to end its subscription: good for that one only, and of no use to look at anything. */
export const unsubscribeToken = (setting: Pick<Setting, 'vault'>, id: string): string =>
  `${id}.${setting.vault.sign(said(id))}`

/** The account of a subscription as it is now; undefined when it has been disabled or is gone. */
export async function findSubscriber(setting: Setting, account: string | null): Promise<Actor | undefined> {
  const [actor] = await setting.database.query<Actor>(
    'select id as account, name, role, division, institution, person from account where county = $1 and id = $2 and not disabled',
    [setting.county, account],
  )
  return actor
}

/** Ends the subscription that a token names, as its subscriber would. Twice is the same as once. @throws Refusal for a token that was not made here. */
export async function unsubscribe(setting: Setting, token: string): Promise<{ title: string }> {
  const [id = '', signature = ''] = token.split(/\.(.*)/s)
  if (!/^[0-9a-f-]{36}$/.test(id) || !setting.vault.verify(said(id), signature))
    return missing({
      zh: '退订链接无效，请登录后在“看板订阅”中退订',
      en: 'This link is not valid; sign in and unsubscribe there',
    })
  const [row] = await setting.database.query<{ account: string; title: string; state: string }>(
    'select recorded_by as account, dashboard_title as title, state from dashboard_subscription where county = $1 and id = $2',
    [setting.county, id],
  )
  if (!row) return missing({ zh: '没有这个订阅', en: 'There is no such subscription' })
  const actor = await findSubscriber(setting, row.account)
  if (actor && row.state === 'active') {
    try {
      await runAction(setting, actor, { action: endSubscription.id, requestId: `unsubscribe-${id}`, id, input: {} })
    } catch (error) {
      // Ended meanwhile by another press.
      if (!(error instanceof Refusal && error.kind === 'conflict')) throw error
    }
  }
  return { title: row.title }
}
