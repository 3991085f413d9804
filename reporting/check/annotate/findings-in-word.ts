import type { Language } from '@kangheng/kernel/text/text.ts'
import type { CheckResult, CheckType, Finding } from '../types.ts'
import { commentDocx, type WordComment } from './word-comments.ts'

const TYPE_TITLES: Readonly<Record<CheckType, { zh: string; en: string }>> = {
  ratio: { zh: '比率', en: 'rate' },
  sum: { zh: '合计', en: 'sum' },
  product: { zh: '乘积', en: 'product' },
  bound: { zh: '大小关系', en: 'bound' },
  'list-count': { zh: '列举个数', en: 'list' },
  completion: { zh: '完成进度', en: 'completion' },
  change: { zh: '增减变动', en: 'change' },
  feasible: { zh: '不可能的比率', en: 'impossible rate' },
  'integer-base': { zh: '不可能的增幅', en: 'impossible growth' },
  'weighted-growth': { zh: '总体与部分的增幅', en: 'growth of parts' },
  cross: { zh: '前后不一', en: 'said twice' },
  magnitude: { zh: '数量级', en: 'magnitude' },
}

export const checkTypeTitle = (type: CheckType, language: Language): string => TYPE_TITLES[type][language]

export type AnnotateOptions = { language?: Language; date?: string | null }

/** A finding as it is given back: with what was decided about it, when something was. */
export type AnnotatedFinding = Finding & {
  decision?: { verdict: 'accepted' | 'dismissed'; reason: string | null }
}

/** The original .docx with one Word comment per finding, at the claim it is about; dismissed findings are left out. */
export function annotateFindings(
  bytes: Uint8Array,
  result: Pick<CheckResult, 'claims'> & { findings: readonly AnnotatedFinding[] },
  options: AnnotateOptions = {},
): Uint8Array {
  const language = options.language ?? 'zh'
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const comments = result.findings.flatMap((finding): WordComment[] => {
    const claim = claims.get(finding.claim)
    if (claim === undefined || finding.decision?.verdict === 'dismissed') return []
    const others = finding.others.flatMap((id) => claims.get(id)?.text ?? [])
    return [{ start: claim.start, end: claim.end, lines: linesOf(finding, others, language) }]
  })
  const author = language === 'zh' ? '康衡数字核对' : 'Kangheng figure check'
  return commentDocx(bytes, comments, { author, initials: language === 'zh' ? '核' : 'KH', date: options.date ?? null })
}

function linesOf(finding: AnnotatedFinding, others: readonly string[], language: Language): string[] {
  const zh = language === 'zh'
  const verdict = finding.basis === 'direct' ? (zh ? '矛盾' : 'Contradiction') : zh ? '口径未交代' : 'Unstated basis'
  const lines = [
    `${zh ? '【' : '['}${verdict}·${checkTypeTitle(finding.type, language)}${zh ? '】' : ']'}`,
    finding.explanation[language],
  ]
  lines.push(
    zh
      ? `文中：${finding.printed}；计算：${finding.computed}；算式：${finding.formula}`
      : `Printed: ${finding.printed}; computed: ${finding.computed}; formula: ${finding.formula}`,
  )
  if (finding.decision) {
    const { reason } = finding.decision
    lines.push(zh ? `已采纳${reason ? `：${reason}` : ''}` : `Accepted${reason ? `: ${reason}` : ''}`)
  }
  if (others.length > 0) lines.push(zh ? `涉及：${others.join('、')}` : `Involves: ${others.join(', ')}`)
  return lines
}
