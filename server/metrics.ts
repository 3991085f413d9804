import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server tells a Prometheus; one per application, so that tests do not meet each other's. */
export interface Metrics {
  readonly registry: Registry
  readonly actions: Counter<'action' | 'outcome'>
  readonly staleMarks: Gauge
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly metrics: Metrics
  }
}

/** Measures every request by its route. */
export function measureRequests(app: FastifyInstance): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kangheng_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers: [registry],
  })
  const actions = new Counter({
    name: 'kangheng_actions_total',
    help: 'Actions by outcome',
    labelNames: ['action', 'outcome'] as const,
    registers: [registry],
  })
  const staleMarks = new Gauge({
    name: 'kangheng_stale_marks',
    help: 'Places and months whose figures wait to be computed again',
    registers: [registry],
  })
  app.decorate('metrics', { registry, actions, staleMarks })
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
}
