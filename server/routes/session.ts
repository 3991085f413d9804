import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { needsFirstAdministrator } from '@kangheng/kernel/access/first-administrator.ts'
import { finishSignIn, signIn, signOut, type SessionAccount } from '@kangheng/kernel/access/sign-in.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { accountOf, rightsHere, SESSION_COOKIE } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { ServerOptions, Setting } from '../setting.ts'

/** The account as its owner's browser needs it. */
async function accountView(setting: Setting, account: SessionAccount) {
  const { database, house, county } = setting
  const role = house.roles.get(account.role)?.role
  const [names] = await database.query<{ divisionName: string | null; institutionName: string | null }>(
    `select (select name from division where code = $2) as "divisionName",
            (select name from institution where county = $1 and code = $3) as "institutionName"`,
    [county, account.division, account.institution],
  )
  return {
    ...account,
    roleTitle: role?.title ?? { zh: account.role, en: account.role },
    divisionName: names?.divisionName ?? account.division,
    institutionName: names?.institutionName ?? null,
    rights: rightsHere(setting, account.role),
    unmasked: role?.unmasked ?? false,
  }
}

interface DemoAccount {
  username: string
  password: string
  roleTitle: Text
  divisionName: string
}

/** The accounts of a demo county, so that a visitor may try each role. A real installation never lists any. */
async function demoAccounts(setting: Setting): Promise<DemoAccount[]> {
  const passwords = new Map(setting.demoAccounts.map((each) => [each.username, each.password]))
  const rows = await setting.database.query<{ username: string; role: string; divisionName: string }>(
    `select username, role, coalesce(division.name, account.division) as "divisionName" from account
     left join division on division.code = account.division where county = $1 and username = any($2::text[])`,
    [setting.county, [...passwords.keys()]],
  )
  const order = [...passwords.keys()]
  return rows
    .sort((one, other) => order.indexOf(one.username) - order.indexOf(other.username))
    .map((row) => ({
      username: row.username,
      password: passwords.get(row.username)!,
      roleTitle: setting.house.roles.get(row.role)?.role.title ?? { zh: row.role, en: row.role },
      divisionName: row.divisionName,
    }))
}

/** What the page learns first: who is signed in, and whether the installation still has to be set up. */
export async function sessionView(setting: Setting, account: SessionAccount | undefined) {
  const setupNeeded = account ? false : await needsFirstAdministrator(setting.database, setting.county)
  return {
    setupNeeded,
    demo: setting.demo,
    account: account ? await accountView(setting, account) : null,
    ...(setting.demo && !account ? { demoAccounts: await demoAccounts(setting) } : {}),
  }
}

/** Gives the browser the token; scripts cannot read it and other sites cannot use it. */
export function keepToken(reply: FastifyReply, options: ServerOptions, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: options.https,
  })
}

export const originOf = (request: FastifyRequest) => ({
  address: request.ip,
  device: request.headers['user-agent'] ?? null,
})

/** Signing in and out. */
export const sessionRoutes: Routes = (app, setting, options) => {
  const { database } = setting
  const slow = {
    rateLimit: {
      max: options.signInsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request: FastifyRequest) => request.ip,
    },
  }

  app.get('/api/session', { config: { access: 'public' } }, (request) => sessionView(setting, request.session?.account))

  app.post(
    '/api/session',
    {
      config: { access: 'public', ...slow },
      schema: { body: z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) }) },
    },
    async (request, reply) => {
      const { token, account } = await signIn(database, setting.county, request.body, originOf(request))
      keepToken(reply, options, token)
      return sessionView(setting, account)
    },
  )

  app.post(
    '/api/session/second-factor',
    { config: { access: 'session', ...slow }, schema: { body: z.object({ code: z.string().max(20) }) } },
    async (request) => {
      const account = accountOf(request)
      const code = request.body.code.replaceAll(' ', '')
      if (account.secondFactor === 'pending')
        await finishSignIn(database, setting.county, request.session!.token, account, code)
      return sessionView(setting, { ...account, secondFactor: account.secondFactor === 'none' ? 'none' : 'on' })
    },
  )

  app.delete('/api/session', { config: { access: 'public' } }, async (request, reply) => {
    if (request.session) await signOut(database, setting.county, request.session.token)
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    return sessionView(setting, undefined)
  })
}
