import { useLanguage } from '../language/language.tsx'

/** A unit in the head of a column or chart, in the brackets of the language. */
export function bracketed(unit: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? `（${unit}）` : ` (${unit})`
}

/** The same as a quiet element; nothing when there is no unit. */
export function Unit({ unit }: { unit: string | undefined }) {
  const { language } = useLanguage()
  return unit ? <span className="data-table-unit">{bracketed(unit, language)}</span> : null
}
