import type { FastifyReply } from 'fastify'

/** Content type of .docx. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Content type of .xlsx. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Marks an answer as a file to be kept, with its name in any script (RFC 6266). */
export function attach(reply: FastifyReply, type: string, name: string): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
}
