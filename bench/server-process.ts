import { freePort } from '../scripts/postgres-instance.ts'
import { memoryOf, startHouse } from './house-process.ts'

/** A server as an operator starts it, in a process of its own. */
export interface ServerProcess {
  readonly address: string
  /** Seconds from the command to the first answer of `/ready`. */
  readonly startSeconds: number
  /** Megabytes the process holds now, and the most it has held. */
  memory(): { now: number; peak: number }
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const LONGEST_START = 30_000

const isReady = (address: string) =>
  fetch(`${address}/ready`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts the server and waits until it is ready. @throws Error when it ends before, or is not ready within half a minute. */
export async function startServerProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort()
  const started = performance.now()
  const child = startHouse(['start', '--port', String(port), '--lang', 'en'], environment, [
    'ignore',
    'ignore',
    'inherit',
  ])
  const address = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    return ended
  }
  while (!(await isReady(address))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended before it was ready')
    if (performance.now() - started > LONGEST_START) {
      await end('SIGKILL')
      throw new Error('The server was not ready within 30 s')
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return {
    address,
    startSeconds: (performance.now() - started) / 1000,
    memory: () => memoryOf(child.pid!),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
