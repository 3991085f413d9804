import { randomUUID } from 'node:crypto'
import { connect } from 'mqtt'
import { z } from 'zod'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { sideOf } from '@kangheng/domains/public-health/immunization/index.ts'
import { countyInstitution } from '@kangheng/domains/roles.ts'
import type { App } from './app-type.ts'
import type { Setting } from './setting.ts'
import { systemActor } from './system-actor.ts'

const ACTION = 'immunization.temperature.record-batch'
const reading = z.object({ at: z.iso.datetime({ offset: true }), celsius: z.number().min(-40).max(60) })
const message = z.union([reading, z.object({ readings: z.array(reading).min(1).max(1000) })])

/** One reading of a logger, as the action takes it. */
interface LoggerReading {
  readonly logger: string
  readonly at: string
  readonly celsius: number
}

/**
 * What a message says: `kangheng/COUNTY/cold-chain/LOGGER` with `{"at":"2025-11-20T08:10:00+08:00","celsius":4.2}` or `{"readings":[…]}`.
 * Undefined for anything else: a broker may carry other matters, and a broken logger must not stop the others.
 */
export function readMessage(topic: string, payload: string): LoggerReading[] | undefined {
  const logger = topic.split('/')[3]
  if (!logger || !/^[A-Za-z0-9_-]{1,40}$/.test(logger)) return undefined
  let content: unknown
  try {
    content = JSON.parse(payload)
  } catch {
    return undefined
  }
  const read = message.safeParse(content)
  if (!read.success) return undefined
  return ('readings' in read.data ? read.data.readings : [read.data]).map((each) => ({ logger, ...each }))
}

/** How the feed is run. */
export interface FeedOptions {
  readonly url: string
  /** Milliseconds for which readings inside their range are gathered: one row is written for many, and the journal stays small. */
  readonly gather?: number
}

const HOUR = 3_600_000
const MOST_IN_ONE = 5000

/**
 * Listens to the loggers of the cold chain and writes what they report by the action that everybody uses, many at once, as the house's own account with the
 * rights of a county institution. What is outside 2–8 °C is written at once. A batch that could not be written is kept and tried with the next.
 * @returns how to stop: what was gathered is written first.
 */
export function startColdChainFeed(
  setting: Setting,
  app: App,
  { url, gather = HOUR }: FeedOptions,
): () => Promise<void> {
  let waiting: LoggerReading[] = []
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const readings = waiting.splice(0, MOST_IN_ONE)
    if (readings.length === 0) return
    const actor = { ...systemActor(setting), role: countyInstitution.id }
    try {
      await runAction(setting, actor, { action: ACTION, requestId: randomUUID(), input: { readings } })
    } catch (error) {
      // Refused readings (of loggers nobody has registered) are not tried again; a fault of the house is.
      if (!(error instanceof Refusal)) waiting = [...readings, ...waiting].slice(-MOST_IN_ONE)
      app.log.warn({ err: error, readings: readings.length }, 'cold chain readings not written')
    }
  }
  const flush = () => (writing = writing.then(write))
  const client = connect(url, { reconnectPeriod: 5000, clean: false, clientId: `kangheng-${setting.county}` })
  client.on('connect', () => client.subscribe(`kangheng/${setting.county}/cold-chain/+`, { qos: 1 }))
  client.on('error', (error) => app.log.warn({ err: error }, 'cold chain broker'))
  client.on('message', (topic, payload) => {
    const readings = readMessage(topic, payload.toString('utf8'))
    if (!readings) {
      app.log.warn({ topic }, 'cold chain message not understood')
      return
    }
    waiting.push(...readings)
    if (waiting.length >= MOST_IN_ONE || readings.some(({ celsius }) => sideOf(celsius) !== null)) void flush()
  })
  const timer = setInterval(() => void flush(), gather)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await client.endAsync()
    await flush()
  }
}
