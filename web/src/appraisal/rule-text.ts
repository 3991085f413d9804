import type { Text } from '../api/types.ts'

/** A clause of a rule, as the server stores it. */
export type Clause = { kind: string } & Readonly<Record<string, string | undefined>>

/** A formula in the reader's words: indicators and facts by their titles. */
function worded(formula: string | undefined, titles: (key: string) => string): string {
  return (formula ?? '')
    .replace(
      /\[([a-z0-9.-]+)(?:@(last-year|target))?\]/g,
      (_, id: string, of: string | undefined) => `${titles(`[${id}]`)}${of ? titles(`@${of}`) : ''}`,
    )
    .replace(/\{([a-z0-9-]+)\}/g, (key) => titles(key))
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
}

/** A clause as a sentence that an assessor would write. */
export function clauseText(clause: Clause, titles: (key: string) => string): Text {
  const [value, baseline, count, when] = [clause.value, clause.baseline, clause.count, clause.when].map((each) =>
    worded(each, titles),
  )
  const { points, most, step } = clause
  const limit = { zh: most ? `，最多${most}分` : '', en: most ? `, at most ${most}` : '' }
  const lower = clause.better === 'lower'
  switch (clause.kind) {
    case 'ratio':
      return {
        zh: `${value}${lower ? '不高于' : '达到'}${baseline}得${points}分，${lower ? '超过' : '未达到'}按比例得分`,
        en: `${points} points for ${value} ${lower ? '≤' : '≥'} ${baseline}, in proportion otherwise`,
      }
    case 'met':
      return { zh: `${when}得${points}分`, en: `${points} points where ${when}` }
    case 'each':
      return { zh: `${count}每1得${points}分${limit.zh}`, en: `${points} for each: ${count}${limit.en}` }
    case 'samples':
      return { zh: `${points}分×抽查合格率`, en: `${points} × share of samples in order` }
    case 'deduct-each':
      return { zh: `${count}每1扣${points}分${limit.zh}`, en: `−${points} for each: ${count}${limit.en}` }
    case 'deduct-steps':
      return {
        zh: `${value}${lower ? '高于' : '低于'}${baseline}的，每${step}扣${points}分${clause.counts === 'started' ? '（不足一档按一档）' : ''}${limit.zh}`,
        en: `−${points} for each ${step} that ${value} is ${lower ? 'above' : 'below'} ${baseline}${clause.counts === 'started' ? ' (or part of it)' : ''}${limit.en}`,
      }
    case 'deduct-when':
      return { zh: `${when}扣${points}分`, en: `−${points} where ${when}` }
    default:
      return { zh: '', en: '' }
  }
}
