import type { Text } from '../api/types.ts'

const OF: Readonly<Record<string, Text>> = {
  '@last-year': { zh: '（上年）', en: ' (last year)' },
  '@target': { zh: '（目标）', en: ' (target)' },
}

/** Titles of what formulas read, for `clauseText`. */
export function titlesFrom(
  known: Readonly<Record<string, Text>>,
  say: (text: Text) => string,
): (key: string) => string {
  return (key) => {
    const title = known[key] ?? OF[key]
    return title ? say(title) : key
  }
}
