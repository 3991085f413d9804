import { presentLanguage } from '../language/language.tsx'
import { linesOf, Refused, Unreachable, type Reply, type Transport } from './transport.ts'

/** So long is an answer waited for: with a weak signal a request can hang for minutes. */
const PATIENCE = 20_000

async function ask(path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': presentLanguage() }
  if (body !== undefined) Object.assign(headers, { 'x-kangheng': '1', 'content-type': 'application/json' })
  const init: RequestInit = {
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  }
  try {
    return await fetch(path, init)
  } catch {
    throw new Unreachable()
  }
}

async function replyOf(response: Response): Promise<Reply> {
  const date = response.headers.get('date')
  try {
    return { status: response.status, body: await response.json(), serverAt: date ? Date.parse(date) : null }
  } catch {
    throw new Unreachable()
  }
}

async function* chunksOf(response: Response): AsyncIterable<Uint8Array> {
  const reader = response.body!.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** The way to the server from a browser. */
export const fetchTransport: Transport = {
  get: async (path) => replyOf(await ask(path)),
  post: async (path, body) => replyOf(await ask(path, body)),
  async *lines(path, body) {
    const response = await ask(path, body)
    if (!response.ok) throw new Refused(await replyOf(response))
    if (!response.headers.get('content-type')?.includes('ndjson')) throw new Unreachable()
    yield* linesOf(chunksOf(response))
  },
}
