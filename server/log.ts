import type { FastifyInstance } from 'fastify'

/**
 * One line per request: which route, how it ended, how long it took, which account. Addresses and bodies hold names and numbers of people
 * and are never logged; the route's pattern stands for the address.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const entry = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      account: request.session?.account.id,
    }
    if (reply.statusCode >= 500) request.log.warn(entry, 'request')
    else request.log.info(entry, 'request')
  })
}
