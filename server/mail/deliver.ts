import { appendEntry } from '@kangheng/kernel/record/journal.ts'
import { addHours, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Language } from '@kangheng/kernel/text/text.ts'
import { renderSheet } from '@kangheng/reporting/dashboard/paper/render.ts'
import { lastDue, type Schedule } from '@kangheng/reporting/dashboard/schedule.ts'
import { openDashboard, sheetOf } from '../dashboard-sheet.ts'
import type { Setting } from '../setting.ts'
import { mailWithPassword, type MailSettings } from './mail-settings.ts'
import { sendMail } from './send.ts'
import { findSubscriber, unsubscribeToken } from './unsubscribe.ts'

interface Subscription extends Schedule {
  readonly id: string
  readonly dashboard: string
  readonly title: string
  readonly account: string | null
  readonly addressCipher: Uint8Array
  readonly format: 'pdf' | 'png'
  readonly language: Language
  /** When it was made, in China. */
  readonly since: Moment
}

/** Hours within which what fell due while the server was down is still sent. */
const STILL_NEWS = 72
/** Minutes until it is tried again after the first fault, the second and so on; after the last it is given up and said so. */
const PAUSES = [5, 30, 120] as const

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** The minute in China, by the clock on the wall: post goes by it also in a demo county, whose business date stands still. */
function chinaNow(now: Date): Moment {
  const [day = '', time = ''] = CHINA.format(now).split(' ')
  return momentOf(day, time)
}

/** Subscriptions in force. Read as the house: whose they are decides later what is in them. */
function activeSubscriptions(setting: Setting): Promise<Subscription[]> {
  return setting.database.query<Subscription>(
    `select id, dashboard, dashboard_title as title, recorded_by as account, address_cipher as "addressCipher", format, language, rhythm, on_day as "onDay", hour,
       to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as since
     from dashboard_subscription where county = $1 and state = 'active' and voided_at is null`,
    [setting.county],
  )
}

/** Notes what has fallen due. Each moment of a subscription has one line, whoever finds it first. */
async function noteDue(setting: Setting, subscriptions: readonly Subscription[], now: Moment): Promise<void> {
  for (const subscription of subscriptions) {
    const due = lastDue(subscription, now)
    if (due < subscription.since || due < addHours(now, -STILL_NEWS)) continue
    await setting.database.query(
      'insert into dashboard_delivery (county, subscription, due_at) values ($1, $2, $3) on conflict do nothing',
      [setting.county, subscription.id, due],
    )
  }
}

/** Takes one waiting delivery whose time has come; another server will not find it again until its pause is over. */
async function takeOne(
  setting: Setting,
  now: Date,
): Promise<{ subscription: string; dueAt: Moment; attempts: number } | undefined> {
  const [taken] = await setting.database.query<{ subscription: string; dueAt: Moment; attempts: number }>(
    `update dashboard_delivery set attempts = attempts + 1, next_at = $2::timestamptz + interval '5 minutes'
     where (county, subscription, due_at) in (
       select county, subscription, due_at from dashboard_delivery where county = $1 and state = 'waiting' and next_at <= $2
       order by due_at, subscription limit 1 for update skip locked)
     returning subscription, due_at as "dueAt", attempts`,
    [setting.county, now.toISOString()],
  )
  return taken
}

interface Taken {
  readonly subscription: Subscription
  readonly dueAt: Moment
  readonly attempts: number
}

/** What came of it: the line is brought up to date, and what left the house is in the journal. */
async function conclude(
  setting: Setting,
  { subscription, dueAt, attempts }: Taken,
  now: Date,
  fault?: string,
): Promise<void> {
  const pause = PAUSES[attempts - 1]
  const state = fault === undefined ? 'sent' : pause === undefined ? 'failed' : 'waiting'
  const next = new Date(now.getTime() + (pause ?? 0) * 60_000).toISOString()
  await setting.database.transaction(async (connection) => {
    await connection.query(
      `update dashboard_delivery set state = $4, fault = $5, next_at = $6, sent_at = case when $4 = 'sent' then $7::timestamptz end
       where county = $1 and subscription = $2 and due_at = $3`,
      [setting.county, subscription.id, dueAt, state, fault ?? null, next, now.toISOString()],
    )
    if (state === 'waiting') return
    await appendEntry(connection, {
      county: setting.county,
      requestId: `delivery-${subscription.id.slice(-12)}-${dueAt.replace(/\D/g, '')}`,
      at: now.toISOString(),
      deviceAt: null,
      account: subscription.account,
      role: 'system',
      action: `dashboards.subscription.${state}`,
      record: 'dashboards.subscription',
      recordId: subscription.id,
      person: null,
      division: setting.county,
      input: { dueAt, attempts, ...(fault === undefined ? {} : { fault }) },
      changes: [],
      answer: null,
    })
  })
}

const words = {
  zh: (title: string, place: string, at: string, link: string) =>
    `您订阅的看板“${title}”（${place}，${at}）见附件。\n\n数据按您的账号权限读取。\n如不再需要，请打开以下链接退订：\n${link}\n`,
  en: (title: string, place: string, at: string, link: string) =>
    `The dashboard “${title}” (${place}, ${at}) is attached.\n\nIt was read with the rights of your account.\nTo stop receiving it, open:\n${link}\n`,
}

const TYPES = { pdf: 'application/pdf', png: 'image/png' } as const

/** Reads the dashboard as its subscriber, puts it on paper and sends it. @throws Error or Refusal when any of this fails. */
async function deliver(
  setting: Setting,
  mail: MailSettings & { password: string },
  { subscription, dueAt }: Taken,
): Promise<void> {
  const { id, language, format, title } = subscription
  const actor = await findSubscriber(setting, subscription.account)
  if (!actor)
    throw new Refusal('forbidden', { zh: '订阅人的账号已停用', en: 'The account of the subscriber is disabled' })
  const open = await openDashboard(setting, actor, subscription.dashboard)
  const bytes = await renderSheet(sheetOf(setting, open, language), format)
  const token = unsubscribeToken(setting, id)
  const site = mail.site.replace(/\/$/, '')
  const called = open.dashboard.title[language] || title
  await sendMail(mail, {
    to: setting.vault.decrypt(subscription.addressCipher),
    subject: `${called} · ${open.place.name} · ${open.at.slice(0, 10)}`,
    text: words[language](called, open.place.name, open.at, `${site}/unsubscribe?token=${encodeURIComponent(token)}`),
    id: `${id}.${dueAt.replace(/\D/g, '')}`,
    unsubscribe: `${site}/api/unsubscribe/${encodeURIComponent(token)}`,
    attachment: {
      name: `${called}-${open.at.slice(0, 10)}.${format}`,
      type: TYPES[format],
      bytes,
    },
  })
}

/** What is said of a fault on the subscriber's page: the house's own words, or the mail server's. */
function faultOf(error: unknown, language: Language): string {
  const text = error instanceof Refusal ? error.text[language] : error instanceof Error ? error.message : String(error)
  return text.slice(0, 300)
}

/** Sends what has fallen due; to be called once a minute. Nothing is sent, and nothing falls due, while mail has not been set up. @returns how many were sent. */
export async function sendDue(setting: Setting, now: Date = new Date()): Promise<number> {
  if (!setting.county) return 0
  const mail = await mailWithPassword(setting)
  if (!mail) return 0
  const subscriptions = await activeSubscriptions(setting)
  await noteDue(setting, subscriptions, chinaNow(now))
  const byId = new Map(subscriptions.map((each) => [each.id, each]))
  let sent = 0
  for (let taken = await takeOne(setting, now); taken; taken = await takeOne(setting, now)) {
    const subscription = byId.get(taken.subscription)
    if (!subscription) {
      // It was ended while this waited.
      await setting.database.query(
        'delete from dashboard_delivery where county = $1 and subscription = $2 and due_at = $3',
        [setting.county, taken.subscription, taken.dueAt],
      )
      continue
    }
    const work = { ...taken, subscription }
    try {
      await deliver(setting, mail, work)
      await conclude(setting, work, now)
      sent += 1
    } catch (error) {
      await conclude(setting, work, now, faultOf(error, subscription.language))
    }
  }
  return sent
}
