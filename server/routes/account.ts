import QRCode from 'qrcode'
import { z } from 'zod'
import { changeOwnPassword } from '@kangheng/kernel/access/own-password.ts'
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from '@kangheng/kernel/access/second-factor.ts'
import { endSessions, listSessions } from '@kangheng/kernel/access/sign-in.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { accountOf } from '../access.ts'
import type { Routes } from '../app-type.ts'

const code = z.object({ code: z.string().max(20) })
const digits = (text: string) => text.replaceAll(' ', '')

/** What an account's owner does with it: password, second factor, open sessions. */
export const accountRoutes: Routes = (app, setting) => {
  const { database } = setting

  app.get('/api/account/sessions', { config: { access: 'signed-in' } }, async (request) => ({
    sessions: await listSessions(database, setting.county, accountOf(request).id, request.session!.token),
  }))

  app.delete(
    '/api/account/sessions/:id',
    { config: { access: 'signed-in' }, schema: { params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }) } },
    async (request) => {
      const ended = await endSessions(database, setting.county, accountOf(request).id, { id: request.params.id })
      if (ended === 0) missing({ zh: '没有这个登录会话，或已结束', en: 'There is no such session, or it has ended' })
      return { ended }
    },
  )

  app.post(
    '/api/account/password',
    {
      config: { access: 'session' },
      schema: { body: z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }) },
    },
    async (request) => {
      await changeOwnPassword(database, setting.county, accountOf(request), request.session!.token, request.body)
      return { changed: true }
    },
  )

  app.post('/api/account/second-factor/start', { config: { access: 'signed-in' } }, async (request) => {
    const offer = await startSecondFactor(database, setting.county, accountOf(request))
    return { ...offer, qr: await QRCode.toString(offer.uri, { type: 'svg', margin: 1 }) }
  })

  app.post(
    '/api/account/second-factor/confirm',
    { config: { access: 'signed-in' }, schema: { body: code } },
    async (request) => {
      await confirmSecondFactor(database, setting.county, accountOf(request).id, digits(request.body.code))
      return { secondFactor: 'on' }
    },
  )

  app.delete(
    '/api/account/second-factor',
    { config: { access: 'signed-in' }, schema: { body: code } },
    async (request) => {
      await removeSecondFactor(database, setting.county, accountOf(request).id, digits(request.body.code))
      return { secondFactor: 'none' }
    },
  )
}
