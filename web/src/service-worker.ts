/**
 * Keeps the pages on the device: every file of a version is fetched when the version is installed, and served from there. The API is never touched: data lie
 * encrypted in the village's copy, not in a cache. A new version waits until it is asked for, so that nobody loses a form to it.
 */

/** What this file needs of its surroundings; the pages are compiled with those of a window. */
interface Surroundings {
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    type: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const worker = globalThis as unknown as Surroundings

/** Filled in by the build: the version, and every file that belongs to it. */
declare const __VERSION__: string
declare const __FILES__: string[]

const CACHE = `kangheng-pages-${__VERSION__}`
const PAGE = '/index.html'

async function install(): Promise<void> {
  const cache = await caches.open(CACHE)
  // Files with a hash in their name that an earlier version has kept need not be fetched again.
  await Promise.all(
    __FILES__.map(async (file) => {
      const known = file.startsWith('/assets/') ? await caches.match(file) : undefined
      const answer = known ?? (await fetch(file, { cache: 'no-cache' }))
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      await cache.put(file, answer)
    }),
  )
}

async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('kangheng-pages-') && name !== CACHE) await caches.delete(name)
  await worker.clients.claim()
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE)
  const known = await cache.match(path)
  if (known) return known
  const fetched = await fetch(request)
  // What a version leaves out at first (charts) is kept once somebody has opened it.
  if (fetched.ok && path.startsWith('/assets/')) await cache.put(path, fetched.clone())
  return fetched
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (/^\/(api|fhir|openapi\.json|metrics|health|ready)/.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(answer(request, PAGE))
  else event.respondWith(answer(request, url.pathname))
})
