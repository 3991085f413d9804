import type { FastifyReply } from 'fastify'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { inLanguage, type Language, type Text } from '@kangheng/kernel/text/text.ts'
import type { Setting } from './setting.ts'

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

const SYNTHETIC: Text = { zh: '演示数据：人员和记录均为虚构', en: 'Demo: people and records are synthetic' }

/** Lines above exported rows: what they are, of which day, who took them, and whether they are real. */
export function prefaceOf(setting: Setting, actor: Actor, title: string, language: Language): string[] {
  return [`${title}　${setting.today()}　${actor.name}`, ...(setting.demo ? [inLanguage(SYNTHETIC, language)] : [])]
}
