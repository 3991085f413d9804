import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ServerOptions, Setting } from './setting.ts'

/** Fastify with schemas written in zod. */
export type App = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** The routes of one topic. Every route's `config` says who may use it (see access.ts). */
export type Routes = (app: App, setting: Setting, options: ServerOptions) => void
