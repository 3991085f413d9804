import type { FastifyRequest } from 'fastify'
import type { Language } from '@kangheng/kernel/text/text.ts'

/** The language an error is told in: English when the reader asks for it first, otherwise Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().toLowerCase().split(';q=')
      return { tag: tag.slice(0, 2), weight: weight === '' ? 1 : Number(weight) }
    })
    .filter((each) => (each.tag === 'zh' || each.tag === 'en') && each.weight > 0)
    .sort((one, other) => other.weight - one.weight)
  return wanted[0]?.tag === 'en' ? 'en' : 'zh'
}
