import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { Refusal, type RefusalKind } from '@kangheng/kernel/text/refusal.ts'
import { inLanguage, type Language, type Text } from '@kangheng/kernel/text/text.ts'
import { issueField, issueText } from '@kangheng/kernel/text/issue-text.ts'
import { languageOf } from './language.ts'

/** A problem document, RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly field?: string
  readonly errors?: readonly { field: string; message: string }[]
  /** The present state, for a conflict. */
  readonly current?: unknown
  /** Further facts a program may need: until when a name is locked. */
  readonly more?: unknown
}

const KINDS: Readonly<Record<RefusalKind, { status: number; title: Text }>> = {
  invalid: { status: 422, title: { zh: '填写有误', en: 'Not valid' } },
  'not-signed-in': { status: 401, title: { zh: '需要登录', en: 'Not signed in' } },
  forbidden: { status: 403, title: { zh: '没有权限', en: 'Not allowed' } },
  'not-found': { status: 404, title: { zh: '未找到', en: 'Not found' } },
  conflict: { status: 409, title: { zh: '内容已变化', en: 'Conflict' } },
  'too-many': { status: 429, title: { zh: '请求过多', en: 'Too many' } },
  unavailable: { status: 503, title: { zh: '暂时不可用', en: 'Not available now' } },
}

/** Title of a document without own text: the browser shows the sentence in `detail`. */
function problemOf(kind: RefusalKind, text: Text, language: Language, more: Partial<Problem> = {}): Problem {
  const { status, title } = KINDS[kind]
  return {
    type: `urn:kangheng:${kind}`,
    title: inLanguage(title, language),
    status,
    detail: inLanguage(text, language),
    ...more,
  }
}

type Issues = readonly z.core.$ZodIssue[]
const INVALID: Text = {
  zh: '提交的内容有误，请按提示修改后再提交',
  en: 'Some fields need correction; correct them and send again',
}

function issuesProblem(issues: Issues, language: Language): Problem {
  const errors = issues.map((issue) => ({
    field: issueField(issue),
    message: inLanguage(issueText(issue), language),
  }))
  const [first] = errors
  return problemOf('invalid', INVALID, language, { ...(first ? { field: first.field } : {}), errors })
}

/** The problem document of a refusal. */
export function refusalProblem(refusal: Refusal, language: Language): Problem {
  const detail = refusal.detail as { issues?: Issues } | undefined
  if (refusal.kind === 'invalid' && detail?.issues) return issuesProblem(detail.issues, language)
  const message = inLanguage(refusal.text, language)
  return problemOf(refusal.kind, refusal.text, language, {
    ...(refusal.field ? { field: refusal.field, errors: [{ field: refusal.field, message }] } : {}),
    ...(refusal.kind === 'conflict' && refusal.detail !== undefined ? { current: refusal.detail } : {}),
    ...(refusal.kind === 'too-many' && refusal.detail !== undefined ? { more: refusal.detail } : {}),
  })
}

const BY_STATUS: Readonly<Record<number, { kind: RefusalKind; text: Text }>> = {
  400: { kind: 'invalid', text: { zh: '请求内容无法读取', en: 'The request cannot be read' } },
  404: { kind: 'not-found', text: { zh: '没有这个地址', en: 'There is no such address' } },
  413: { kind: 'invalid', text: { zh: '文件或内容过大，请拆分后再提交', en: 'Too large; split it and send again' } },
  415: { kind: 'invalid', text: { zh: '不支持这种内容格式', en: 'This kind of content is not understood' } },
  429: { kind: 'too-many', text: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again in a while' } },
}
const FAULT: Text = {
  zh: '服务器内部出错，已记入日志。请稍后重试；如仍不成功，请把时间和所做的操作告诉管理员',
  en: 'Something went wrong in the server and was logged. Try again later; if it keeps failing, tell the administrator when and what you did',
}

/** SQLSTATE insufficient_privilege: row-level security refused a row. */
const OUTSIDE_SCOPE = '42501'

/** Codes of PostgreSQL and of the network that mean: not now. */
const isUnavailable = (code: unknown) =>
  typeof code === 'string' &&
  (/^(57|53|08)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', '40001', '40P01'].includes(code))

/** Codes that mean: no room on the disk, for the database (SQLSTATE disk_full) or for a file. */
const isFull = (code: unknown) => code === '53100' || code === 'ENOSPC'
const FULL: Text = {
  zh: '服务器磁盘已满，本次内容没有保存。请联系管理员清理磁盘后重新提交；无需重启',
  en: 'The disk of the server is full; nothing of this was saved. Ask the administrator to make room, then send again; no restart is needed',
}

/** Fastify's form of a schema's finding, turned back. */
function asIssue(each: { keyword: string; instancePath: string; message?: string; params: object }): z.core.$ZodIssue {
  const path = each.instancePath.split('/').filter(Boolean)
  return { ...each.params, code: each.keyword, path, message: each.message ?? '' } as unknown as z.core.$ZodIssue
}

/** What to answer for anything that was thrown. */
export function problemFor(error: unknown, language: Language): Problem {
  if (error instanceof Refusal) return refusalProblem(error, language)
  if (hasZodFastifySchemaValidationErrors(error)) return issuesProblem(error.validation.map(asIssue), language)
  const { statusCode, code } = error as FastifyError
  if (code === OUTSIDE_SCOPE)
    return problemOf(
      'forbidden',
      { zh: '写入的内容超出您的管辖范围', en: 'What would be written lies outside your scope' },
      language,
    )
  const known = BY_STATUS[statusCode ?? 0]
  if (known && !isResponseSerializationError(error))
    return { ...problemOf(known.kind, known.text, language), status: statusCode! }
  if (isFull(code)) return { ...problemOf('unavailable', FULL, language, { field: 'storage' }), status: 507 }
  if (isUnavailable(code) || /^Connection terminated/.test((error as Error).message ?? ''))
    return problemOf(
      'unavailable',
      { zh: '数据库暂时繁忙，请稍后重试', en: 'The database is busy; try again shortly' },
      language,
    )
  return {
    type: 'urn:kangheng:fault',
    title: language === 'zh' ? '出错了' : 'Fault',
    status: 500,
    detail: inLanguage(FAULT, language),
  }
}

/** Sends a problem document. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

/** Turns everything thrown in a route into a problem document in the reader's language. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const problem = problemFor(error, languageOf(request))
    if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'fault')
    return sendProblem(reply, problem)
  })
}
