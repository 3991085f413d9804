/* eslint-disable @typescript-eslint/no-explicit-any -- a wording may take any arguments; each is checked where it is used */
import { presentLanguage, useLanguage, type Language } from './language.tsx'

/** One entry of a dictionary: a sentence, or a function that makes one from values. */
type Entry =
  | { readonly zh: string; readonly en: string }
  | { readonly zh: (...values: any[]) => string; readonly en: (...values: any[]) => string }

/** A feature's dictionary. */
type Dictionary = Readonly<Record<string, Entry>>

type Spoken<Words extends Dictionary> = {
  readonly [Key in keyof Words]: Words[Key]['zh'] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string
}

/** Declares a feature's dictionary: every key in both languages. */
export function defineWords<const Words extends Dictionary>(words: Words): Words {
  return words
}

const spoken = new WeakMap<Dictionary, Partial<Record<Language, unknown>>>()

function speak<Words extends Dictionary>(words: Words, language: Language): Spoken<Words> {
  const known = spoken.get(words) ?? {}
  spoken.set(words, known)
  known[language] ??= Object.fromEntries(Object.entries(words).map(([key, entry]) => [key, entry[language]]))
  return known[language] as Spoken<Words>
}

/** A feature's dictionary in the reader's language. */
export function useWords<Words extends Dictionary>(words: Words): Spoken<Words> {
  return speak(words, useLanguage().language)
}

/** The same outside components. */
export function wordsNow<Words extends Dictionary>(words: Words): Spoken<Words> {
  return speak(words, presentLanguage())
}
