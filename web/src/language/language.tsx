import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

/** The two languages of the house. */
export type Language = 'zh' | 'en'

/** A wording in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

const storageKey = 'kangheng.language'

function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

let present: Language = remembered()

/** The language of the moment, for code outside components (request headers, messages of failed requests). */
export function presentLanguage(): Language {
  return present
}

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', setLanguage: () => {} })

/** Holds the reader's language for everything below it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(present)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage: (next) => {
        present = next
        try {
          localStorage.setItem(storageKey, next)
        } catch {
          // Without storage the choice lasts as long as the page.
        }
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

/** The reader's language and how to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** Picks the reader's wording of a text. */
export function useText(): (text: Text | null | undefined) => string {
  const { language } = useLanguage()
  return (text) => text?.[language] ?? text?.zh ?? ''
}
