import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyRequest, type RouteOptions } from 'fastify'
import {
  createJsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { enforceAccess, SESSION_COOKIE, type Access } from './access.ts'
import type { App } from './app-type.ts'
import { logRequests } from './log.ts'
import { measureRequests } from './metrics.ts'
import { answerProblems } from './problem.ts'
import { routes } from './routes/index.ts'
import type { ServerOptions, Setting } from './setting.ts'
import { serveWeb } from './web.ts'

/** One route and what it requires. */
export interface DeclaredRoute {
  readonly method: string
  readonly url: string
  readonly access: Access
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the server with what it requires. */
    readonly declaredRoutes: DeclaredRoute[]
  }
}

const MEGABYTE = 1 << 20

/** Ant Design writes its styles into the page, hence inline styles; everything else comes from this server. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** Collects the declared routes; a route that says not who may use it stops the start. */
function declareRoutes(app: App): void {
  const declared: DeclaredRoute[] = []
  const found: RouteOptions[] = []
  app.decorate('declaredRoutes', declared)
  app.addHook('onRoute', (route) => {
    found.push(route)
  })
  app.addHook('onReady', async () => {
    for (const { method, url, config } of found) {
      const access = config?.access
      if (access === undefined) throw new Error(`Route ${String(method)} ${url} does not declare its access`)
      for (const each of [method].flat()) declared.push({ method: each, url, access })
    }
  })
}

/** The server's HTTP application, ready to listen or to be asked by `inject`. */
export async function buildApp(setting: Setting, options: ServerOptions): Promise<App> {
  const app = Fastify({
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.behindProxy,
    bodyLimit: 2 * MEGABYTE,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  declareRoutes(app)
  answerProblems(app)
  logRequests(app)
  measureRequests(app)
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy, hsts: options.https, crossOriginEmbedderPolicy: false })
  // A list of fifty rows is worth packing quickly, not tightly: the county's network is fast and its processor shared.
  await app.register(compress, { global: true, threshold: 8192, encodings: ['gzip'], zlibOptions: { level: 1 } })
  await app.register(multipart, { limits: { fileSize: 64 * MEGABYTE, files: 1, fields: 10 } })
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.cookies[SESSION_COOKIE] ?? request.ip,
    errorResponseBuilder: () =>
      new Refusal('too-many', { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again in a while' }),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kangheng 康衡',
        version: '0.1.0',
        description: 'The county’s records, figures and documents. Errors are problem documents (RFC 9457).',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } } },
      security: [{ session: [] }],
    },
    transform: createJsonSchemaTransform({ skipList: ['/', '/*'] }),
  })
  enforceAccess(app, setting)
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  for (const addRoutes of routes) await app.register(async (scope) => addRoutes(scope as App, setting, options))
  await serveWeb(app, options.webRoot)
  await app.ready()
  return app
}
