import type { Language } from '../text/text.ts'
import type { BoundFigure, Phrase } from './bound.ts'
import { flatten } from './flatten.ts'
import type { Inline, PlainPart } from './model.ts'
import { figureEn, WORDING_EN } from './wording-en.ts'
import { figureZh, WORDING_ZH } from './wording-zh.ts'

/**
 * What may stand in a sentence: a figure, one of its phrases, a name, or a sentence made before. A bare number may not:
 * every number in a document is a figure, so that it can be followed.
 */
export type Sayable = BoundFigure | Phrase | string | readonly Inline[]

/** One thing to be said, as parts in the language. */
export function inlineOf(value: Sayable, language: Language): Inline[] {
  if (typeof value === 'string') return value === '' ? [] : [{ kind: 'text', text: value }]
  if (!('kind' in value)) return [...value]
  if (value.kind === 'bound-figure') return [language === 'zh' ? figureZh(value.figure) : figureEn(value.figure)]
  const wording = language === 'zh' ? WORDING_ZH : WORDING_EN
  return [{ kind: 'phrase', phrase: value.name, of: value.of.figure, parts: wording[value.name](value.of) }]
}

/** Neighbouring texts become one. */
function joined(parts: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { kind: 'text', text: last.text + part.text }
    else merged.push(part)
  }
  return merged
}

function template(language: Language) {
  return (strings: TemplateStringsArray, ...values: readonly Sayable[]): Inline[] =>
    joined(
      strings.flatMap((text, index) => {
        const value = values[index]
        return [...inlineOf(text, language), ...(value === undefined ? [] : inlineOf(value, language))]
      }),
    )
}

/**
 * A Chinese sentence with living figures:
 * zh`全年借出雨伞${loans}，${loans.sameTimeLastYear}。`. A phrase that has nothing to say takes its comma along.
 */
export const zh = template('zh')

/** The same in English. */
export const en = template('en')

/** The sentence as text. */
export function sentenceText(parts: readonly Inline[]): string {
  return flatten(parts)
    .map((part: PlainPart) => part.text)
    .join('')
}
