import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, KernelRight } from '@kangheng/kernel/access/actor.ts'
import { actorOf, findSession, type SessionAccount } from '@kangheng/kernel/access/sign-in.ts'
import { wardsOf } from '@kangheng/domains/population/resident/index.ts'
import { hasRight } from '@kangheng/kernel/domain/registry.ts'
import { isCity } from '@kangheng/kernel/place/code.ts'
import { forbid, Refusal } from '@kangheng/kernel/text/refusal.ts'
import { forget, keep, type Keeping } from './kept.ts'
import { permitOf } from './imports.ts'
import type { Setting } from './setting.ts'

/**
 * What a route requires; every route declares it, and the server does not start when one does not.
 * - `public`: anyone;
 * - `session`: a session, also one whose second factor or new password is still due;
 * - `signed-in`: a complete session;
 * - `record`, `action`: the role sees the record, or may do the action, that the address names;
 * - `exported-record`: the same with the right to export;
 * - `imported`: the right to import, and when the address names an action, or a register that asks for one, that the role may do it;
 * - a kernel right, or a list of rights of which one is enough.
 */
export type Access =
  | 'public'
  | 'session'
  | 'signed-in'
  | 'record'
  | 'exported-record'
  | 'action'
  | 'imported'
  | KernelRight
  | readonly KernelRight[]

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** Written to by other programs, which send no header of ours: the address carries its own proof. */
    fromElsewhere?: true
  }
  interface FastifyRequest {
    session: { readonly token: string; readonly account: SessionAccount } | undefined
  }
}

/** Name of the cookie that carries the session's token. */
export const SESSION_COOKIE = 'kangheng_session'

const mayDoAnything: readonly Access[] = ['public', 'session']
/** What a city has at all: it sees figures and keeps its accounts. Whatever roles may do besides, they do in a county. */
const ofCity: readonly Access[] = ['signed-in', 'see-figures', 'export', 'manage-accounts', 'see-journal']

/** What is done at all where the server stands: in a county everything, in a city what it has. */
const isDoneHere = (setting: Setting, access: readonly Access[]): boolean =>
  !isCity(setting.county) || access.some((each) => ofCity.includes(each))

/** The rights of a role that lead somewhere here. */
export const rightsHere = (setting: Setting, role: string): readonly KernelRight[] =>
  (setting.house.roles.get(role)?.role.rights ?? []).filter((right) => isDoneHere(setting, [right]))

/** Whether records and work are seen here; a city sees the figures of its counties only. */
export const keepsRecords = (setting: Setting): boolean => isDoneHere(setting, ['record'])

function requireRight(setting: Setting, role: string, access: Access, request: FastifyRequest): void {
  const params = request.params as Record<string, string>
  const rights = setting.house.roles.get(role)
  if (!isDoneHere(setting, [access].flat()))
    forbid({
      zh: '市级只汇总各县数据，此项工作由县级办理',
      en: 'A city gathers the figures of its counties; this is done in a county',
    })
  const allowed = (() => {
    if (access === 'signed-in') return true
    if (access === 'record') return rights?.sees.has(params['record'] ?? '') ?? false
    if (access === 'exported-record')
      return (rights?.sees.has(params['record'] ?? '') ?? false) && hasRight(setting.house, role, 'export')
    if (access === 'action') return rights?.may.has(params['action'] ?? '') ?? false
    if (access === 'imported') {
      const name = params['register'] ?? ''
      const permit = permitOf(setting, name)
      const permitted = permit === undefined || (rights?.may.has(permit) ?? false)
      return permitted && hasRight(setting.house, role, 'import')
    }
    const wanted = (typeof access === 'string' ? [access] : access) as readonly KernelRight[]
    return wanted.some((right) => hasRight(setting.house, role, right))
  })()
  if (!allowed)
    forbid({
      zh: '您的角色不能使用此项功能。如确有需要，请联系管理员调整角色',
      en: 'Your role may not use this. If you need it, ask the administrator for another role',
    })
}

const isRead = (request: FastifyRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(request.method)

/** Writes need a header that a page of another site cannot send. */
function requireHeader(request: FastifyRequest): void {
  if (!isRead(request) && !request.routeOptions.config.fromElsewhere && request.headers['x-kangheng'] !== '1')
    forbid({ zh: '请求缺少 x-kangheng 标头，已拒绝', en: 'The request lacks the header x-kangheng and was refused' })
}

/** A page asks for a dozen things at once; within this time its session is looked up once. */
const SESSIONS: Keeping = { freshMilliseconds: 1000, usableMilliseconds: 1000, atMost: 5000 }

/** Who a token stands for. Writes always look anew. */
function sessionOf(setting: Setting, token: string, request: FastifyRequest): Promise<SessionAccount | undefined> {
  if (!isRead(request)) forget(setting.database, SESSIONS, token)
  return keep(setting.database, SESSIONS, token, async () => {
    const account = await findSession(setting.database, setting.county, token)
    // A house without the register of residents knows no families either.
    if (!account?.person || !setting.house.records.has('resident.birth')) return account
    const { county, database } = setting
    return { ...account, wards: await wardsOf(database, { county, today: setting.today() }, account.person) }
  })
}

/** Finds who asks and enforces what the route declares, before its body is read. */
export function enforceAccess(app: FastifyInstance, setting: Setting): void {
  app.decorateRequest('session', undefined)
  // Any write may have changed an account or a session: before it is answered, everybody is looked up anew.
  app.addHook('onSend', async (request) => {
    if (!isRead(request)) forget(setting.database, SESSIONS)
  })
  app.addHook('onRequest', async (request: FastifyRequest, _reply: FastifyReply) => {
    const access = request.routeOptions.config.access
    if (request.is404 || access === undefined) return
    const token = request.cookies[SESSION_COOKIE]
    const needed = access !== 'public' || request.url.startsWith('/api/')
    const account = token && setting.county && needed ? await sessionOf(setting, token, request) : undefined
    if (token && account) request.session = { token, account }
    requireHeader(request)
    if (access === 'public') return
    if (!request.session)
      throw new Refusal('not-signed-in', {
        zh: '请先登录，或登录已过期',
        en: 'Sign in first; the session may have ended',
      })
    if (mayDoAnything.includes(access)) return
    const { secondFactor, mustChangePassword, role } = request.session.account
    if (secondFactor === 'pending')
      throw new Refusal('not-signed-in', { zh: '请输入身份验证器的验证码', en: 'Enter the code of your authenticator' })
    if (mustChangePassword) forbid({ zh: '请先修改初始密码', en: 'Change the initial password first' })
    requireRight(setting, role, access, request)
  })
}

/** The account that asks; only in routes that are not public. */
export function accountOf(request: FastifyRequest): SessionAccount {
  if (!request.session) throw new Refusal('not-signed-in', { zh: '请先登录', en: 'Sign in first' })
  return request.session.account
}

/** Who acts in a request. */
export function requestActor(request: FastifyRequest): Actor {
  return actorOf(accountOf(request))
}

/** Whether the reader sees persons in full. */
export function seesUnmasked(setting: Setting, request: FastifyRequest): boolean {
  return setting.house.roles.get(accountOf(request).role)?.role.unmasked ?? false
}

/** Refuses whoever does not stand for the whole county: for what concerns all of it (fields, indicators, closing a month, the proof of the journal). */
export function requireCounty(setting: Setting, request: FastifyRequest): void {
  if (accountOf(request).division !== setting.county)
    forbid({
      zh: '这项操作影响全县，须由县级账号办理',
      en: 'This concerns the whole county and needs an account of the county',
    })
}
