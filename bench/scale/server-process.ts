import { createServer } from 'node:net'
import { memoryOf, startHouse } from './house-process.ts'

/** A server as an operator starts it, in a process of its own. */
export interface ServerProcess {
  readonly address: string
  /** Seconds from the command to the first answer of `/ready`. */
  readonly startSeconds: number
  /** Megabytes the process holds now, and the most it has held. */
  memory(): { now: number; peak: number }
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const isReady = (address: string) =>
  fetch(`${address}/ready`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts the server behind a proxy (the addresses of its users come in a header) and waits until it is ready. */
export async function startServerProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort()
  const started = performance.now()
  const child = startHouse(['start', '--port', String(port)], { ...environment, KANGHENG_BEHIND_PROXY: '1' }, [
    'ignore',
    'ignore',
    'inherit',
  ])
  const address = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await isReady(address))) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return {
    address,
    startSeconds: (performance.now() - started) / 1000,
    memory: () => memoryOf(child.pid!),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
