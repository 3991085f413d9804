import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A message as a mail server gets it. */
export interface Received {
  readonly to: readonly string[]
  /** The whole message, headers and parts. */
  readonly raw: string
  /** The sender spoke through TLS. */
  readonly secure: boolean
}

/** A mail server on this machine that keeps what it gets. */
export interface MailServer {
  readonly port: number
  readonly received: Received[]
  /** While set, every message is refused with these words. */
  refusing: string | undefined
  close(): Promise<void>
}

/** Starts it. With a user, nothing is taken from anybody else. */
export async function openMailServer(user?: { name: string; password: string }): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disabledCommands: user ? [] : ['AUTH'],
    logger: false,
    onAuth: (given, _session, done) =>
      given.username === user?.name && given.password === user?.password
        ? done(null, { user: given.username })
        : done(new Error('535 wrong password')),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (mail.refusing) {
          done(Object.assign(new Error(mail.refusing), { responseCode: 451 }))
          return
        }
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
          secure: session.secure,
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const mail: MailServer = {
    port: (server.server.address() as { port: number }).port,
    received,
    refusing: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}

/** A header of a message; long ones go on in lines that begin with a blank. */
export const headerOf = ({ raw }: Received, name: string): string | undefined =>
  new RegExp(`^${name}:((?:.*\\r\\n[ \\t])*.*)`, 'mi').exec(raw)?.[1]?.replace(/\r\n/g, '').trim()

/** The bytes of the attached file of a type. */
export function attachmentOf({ raw }: Received, type: string): Buffer {
  const part = raw.split(/^--.*$/m).find((each) => each.includes(`Content-Type: ${type}`)) ?? ''
  return Buffer.from(part.split('\r\n\r\n').slice(1).join(''), 'base64')
}
