/** The two languages of the interface; Chinese comes first. */
export type Language = 'zh' | 'en'

/** A text that exists in both languages. Every title, message and remedy is one. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** The text in the reader's language. */
export function inLanguage(text: Text, language: Language): string {
  return text[language]
}
