import { presentLanguage } from '../language/language.tsx'
import { defineWords, wordsNow } from '../language/words.ts'
import { deviceState, openDevice, setDeviceState } from '../offline/state.ts'
import { Problem, readProblem } from './problem.ts'

const words = defineWords({
  unreachable: { zh: '连接不上服务器', en: 'The server cannot be reached' },
  unreachableHint: {
    zh: '请检查网络，稍后重试；已填写的内容保留在本页。',
    en: 'Check the network and try again; what you entered is kept on this page.',
  },
  failed: { zh: '请求没有成功', en: 'The request failed' },
  failedHint: {
    zh: '请稍后重试；如仍不成功，请把页面地址告诉管理员。',
    en: 'Try again later; if it keeps failing, tell the administrator the address of this page.',
  },
})

/** Values of a query string; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** An API address with its query. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

interface Options {
  method?: string
  query?: Query
  body?: unknown
  form?: FormData
  signal?: AbortSignal | undefined
}

async function send(path: string, { method = 'GET', query, body, form, signal }: Options): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': presentLanguage() }
  // A header that a foreign page cannot send: the server refuses writes without it.
  if (method !== 'GET') headers['x-kangheng'] = '1'
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (form) init.body = form
  else if (body !== undefined) init.body = JSON.stringify(body)
  if (signal) init.signal = signal
  let response: Response
  try {
    response = await fetch(address(path, query), init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const { unreachable, unreachableHint } = wordsNow(words)
    throw new Problem(0, unreachable, unreachableHint)
  }
  if (!response.ok) {
    const { failed, failedHint } = wordsNow(words)
    throw await readProblem(response, { title: failed, detail: failedHint })
  }
  return response
}

/** So long is an answer waited for that the device could give as well. */
const PATIENCE = 10_000

/** What the copy of the village on this device says; undefined where it says nothing, or there is none open. */
function fromDevice(path: string, { query = {} }: Options): unknown {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return openDevice()?.answer(path, Object.fromEntries(given.map(([name, value]) => [name, String(value)])))
}

/** A failure that says nothing about what was asked: no way to the server, or nobody signed in there. */
const isDistance = (error: unknown): error is Problem =>
  error instanceof Problem && (error.status === 0 || error.status === 401 || error.status >= 502)

/** Calls the API and reads its JSON answer; throws a `Problem`. Where the server is out of reach an unlocked device answers what it can. */
export async function call<Answer>(path: string, options: Options = {}): Promise<Answer> {
  const device = openDevice()
  if (!device) return fetchAnswer<Answer>(path, options)
  const local = (options.method ?? 'GET') === 'GET' && device.knows(path)
  const known = local && deviceState().connection !== 'online' ? fromDevice(path, options) : undefined
  if (known !== undefined) return known as Answer
  try {
    return await fetchAnswer<Answer>(path, options, local ? PATIENCE : undefined)
  } catch (error) {
    if (!isDistance(error)) throw error
    setDeviceState({ connection: error.status === 401 ? 'signed-out' : 'offline' })
    const answer = local ? fromDevice(path, options) : undefined
    if (answer === undefined) throw error
    return answer as Answer
  }
}

/** A signal that ends a request for its caller's reasons, or after so many milliseconds. */
function limited(signal: AbortSignal | undefined, milliseconds: number): AbortSignal {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), milliseconds)
  signal?.addEventListener('abort', () => {
    clearTimeout(timer)
    controller.abort(signal.reason)
  })
  return controller.signal
}

async function fetchAnswer<Answer>(path: string, options: Options, limit?: number): Promise<Answer> {
  const response = await send(path, limit ? { ...options, signal: limited(options.signal, limit) } : options)
  if (response.status === 204) return undefined as Answer
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

export const get = <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
  call<Answer>(path, { query: query ?? {}, signal })
export const post = <Answer>(path: string, body: unknown = {}) => call<Answer>(path, { method: 'POST', body })
export const put = <Answer>(path: string, body: unknown) => call<Answer>(path, { method: 'PUT', body })
export const patch = <Answer>(path: string, body: unknown) => call<Answer>(path, { method: 'PATCH', body })
export const remove = <Answer>(path: string, body?: unknown) =>
  call<Answer>(path, { method: 'DELETE', ...(body === undefined ? {} : { body }) })
export const upload = <Answer>(path: string, form: FormData) => call<Answer>(path, { method: 'POST', form })

/** The file name the server proposes, RFC 6266 (`filename*` first). */
function proposedName(response: Response): string | undefined {
  const header = response.headers.get('content-disposition') ?? ''
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (extended) return decodeURIComponent(extended)
  return /filename="?([^";]+)"?/i.exec(header)?.[1]
}

/** Hands a file to the reader's device. */
export function handOver(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The bytes of a `data:` address; fetching it would need a hole in the content security policy. */
export function blobOf(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',', 2)
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? 'application/octet-stream' })
}

/** Fetches a file and hands it to the reader's device. */
export async function download(path: string, options: Options & { name: string }): Promise<void> {
  const response = await send(path, options)
  handOver(await response.blob(), proposedName(response) ?? options.name)
}
