import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'

/** A message with at most one file. */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Names the message: one that is sent again after a fault is known by it. */
  readonly id: string
  /** Where a mail program unsubscribes at one press (RFC 8058). */
  readonly unsubscribe?: string
  readonly attachment?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
}

/** So many milliseconds a mail server may take to answer. */
const PATIENCE = 20_000

/** Hands a message to the mail server. Certificates are checked; where STARTTLS is set, a server without it gets nothing. @throws Error with the server's words. */
export async function sendMail(settings: MailSettings & { password: string }, message: Message): Promise<void> {
  const { host, port, security, user, password, from } = settings
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user ? { auth: { user, pass: password } } : {}),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: `<${message.id}@kangheng>`,
      ...(message.unsubscribe
        ? {
            headers: {
              'List-Unsubscribe': `<${message.unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            },
          }
        : {}),
      ...(message.attachment
        ? {
            attachments: [
              {
                filename: message.attachment.name,
                contentType: message.attachment.type,
                content: Buffer.from(message.attachment.bytes),
              },
            ],
          }
        : {}),
    })
  } finally {
    transport.close()
  }
}
