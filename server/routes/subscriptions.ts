import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { findFont } from '@kangheng/reporting/dashboard/paper/font.ts'
import { subscription } from '@kangheng/reporting/dashboard/records.ts'
import { requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { findMailSettings, mailWithPassword, setMailSettings } from '../mail/mail-settings.ts'
import { sendMail } from '../mail/send.ts'
import { unsubscribe } from '../mail/unsubscribe.ts'

interface Row {
  readonly id: string
  readonly addressCipher: Uint8Array
}

const COLUMNS = `s.id, s.version, s.dashboard, s.dashboard_title as title, s.address_cipher as "addressCipher", s.format, s.rhythm, s.on_day as "onDay", s.hour, s.language`
/** The latest sending of each. */
const LAST = `left join lateral (select due_at as "dueAt", state, attempts, sent_at as "sentAt", fault, next_at as "nextAt" from dashboard_delivery d
  where d.county = s.county and d.subscription = s.id order by due_at desc limit 1) last on true`

const mailBody = z.object({
  host: z.string().trim().min(1).max(200),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(200),
  password: z.string().max(200).optional(),
  from: z.string().trim().min(3).max(200).regex(/@/, '请写成 name@example.cn / an address is needed'),
  site: z.url({ protocol: /^https?$/ }).max(200),
})
const token = z.object({ token: z.string().max(300) })

/** The reader's own subscriptions, how they are ended from a mail, and how mail is sent at all. */
export const subscriptionRoutes: Routes = (app, setting) => {
  app.get('/api/subscriptions', { config: { access: 'see-figures' } }, async (request) => {
    const mail = await findMailSettings(setting)
    return asActor(setting.database, setting.house, requestActor(request), async (connection) => {
      const rows = setting.house.records.has(subscription.id)
        ? await connection.query<Row>(
            `select ${COLUMNS}, to_json(last) as last from dashboard_subscription s ${LAST}
         where s.county = $1 and s.state = 'active' and s.voided_at is null order by s.dashboard_title, s.id`,
            [setting.county],
          )
        : []
      return {
        /** Without these nothing is sent. */
        ready: { mail: mail !== undefined, font: findFont() !== undefined },
        subscriptions: rows.map(({ addressCipher, ...row }) => ({
          ...row,
          address: setting.vault.decrypt(addressCipher),
        })),
      }
    })
  })

  // What such a program sends with it says nothing more.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) =>
    done(null, {}),
  )
  // A mail program presses this by itself (RFC 8058); the page presses it when the reader has said so.
  app.post(
    '/api/unsubscribe/:token',
    { config: { access: 'public', fromElsewhere: true }, schema: { params: token } },
    (request) => unsubscribe(setting, request.params.token),
  )

  app.get('/api/admin/mail', { config: { access: 'configure' } }, async (request) => {
    requireCounty(setting, request)
    const [faults] = await setting.database.query<{ waiting: number; failed: number; sent: number }>(
      `select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'sent') as sent
       from dashboard_delivery where county = $1 and next_at > now() - interval '31 days'`,
      [setting.county],
    )
    return {
      settings: (await findMailSettings(setting)) ?? null,
      font: findFont() !== undefined,
      deliveries: faults,
    }
  })

  app.put('/api/admin/mail', { config: { access: 'configure' }, schema: { body: mailBody } }, async (request) => {
    requireCounty(setting, request)
    await setMailSettings(setting, requestActor(request), request.body)
    return { settings: await findMailSettings(setting) }
  })

  app.post(
    '/api/admin/mail/test',
    { config: { access: 'configure' }, schema: { body: z.object({ to: z.email().max(200) }) } },
    async (request) => {
      requireCounty(setting, request)
      const mail = await mailWithPassword(setting)
      if (!mail) throw new Refusal('conflict', { zh: '请先保存发信设置', en: 'Save the settings first' })
      try {
        await sendMail(mail, {
          to: request.body.to,
          subject: '康衡发信测试 / Kangheng: test',
          text: '收到这封邮件，说明发信设置正确。\nThis message shows that mail can be sent.\n',
          id: `test.${Date.now()}`,
        })
      } catch (error) {
        const said = (error as Error).message.slice(0, 300)
        throw new Refusal('unavailable', { zh: `没有发出：${said}`, en: `Not sent: ${said}` })
      }
      return { sent: true }
    },
  )
}
