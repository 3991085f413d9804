import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { App } from './app-type.ts'
import { languageOf } from './language.ts'
import { refusalProblem, sendProblem } from './problem.ts'

const NOT_BUILT = {
  zh: '网页尚未构建：请先运行 npm run build:web',
  en: 'The web application has not been built: run npm run build:web',
}

/**
 * Serves the built web application. Files with a hash in their name never change and are kept for a year; the page itself is asked for anew each time.
 * Addresses of the application's own pages give the page; unknown addresses of the API give a problem document.
 */
export async function serveWeb(app: App, root: string | null): Promise<void> {
  const built = root !== null && existsSync(join(root, 'index.html'))
  if (built) {
    // The plug-in's routes take no configuration of their own; they are the last to be registered.
    app.addHook('onRoute', (route) => {
      route.config = { access: 'public', ...route.config }
    })
    await app.register(fastifyStatic, {
      root,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = /[/\\]assets[/\\]/.test(path)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|fhir|assets)\//.test(request.url)
    if (isPage && built) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    const text = isPage ? NOT_BUILT : { zh: '没有这个地址', en: 'There is no such address' }
    return sendProblem(
      reply,
      refusalProblem(new Refusal(isPage ? 'unavailable' : 'not-found', text), languageOf(request)),
    )
  })
}
