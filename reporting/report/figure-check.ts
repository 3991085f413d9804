import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { identifyFindings, type KnownFinding } from '../check/identity.ts'
import { checkText } from '../check/index.ts'
import type { DecidedFinding } from '../check/kept/read.ts'
import { renderText } from '../document/text.ts'

/** The document under which decisions about a report's findings are kept: through all its versions. */
export const digestOfReport = (id: string): string => `report:${id}`

/** Reads a generated document as any written one and checks its figures by the same rules. */
export function checkReport(document: ReportDocument): KnownFinding[] {
  const text = renderText(document)
  return identifyFindings(text, checkText(text, { title: document.title.replaceAll('\n', '') }))
}

/** How many contradictions a refusal quotes. */
const QUOTED = 3

/**
 * Refuses to sign while a sentence contradicts itself; quotes it with what was computed. Only a finding that was dismissed with a
 * reason lets the document pass: accepting one means that the text has to change. An unstated basis does not hinder.
 */
export function refuseContradictions(findings: readonly DecidedFinding[]): void {
  const standing = findings.filter(({ basis, decision }) => basis === 'direct' && decision?.verdict !== 'dismissed')
  if (standing.length === 0) return
  const quoted = standing.slice(0, QUOTED)
  throw new Refusal(
    'conflict',
    {
      zh: `不能签发，文中有${standing.length}处数字自相矛盾：${quoted.map(({ sentence, explanation }) => `“${sentence}”——${explanation.zh}`).join(' ')} 请改正，或在“核对数字”中写明理由不采纳`,
      en: `Cannot be signed, figures contradict each other (${standing.length}): ${quoted.map(({ sentence, explanation }) => `“${sentence}”: ${explanation.en}`).join(' ')} Correct them, or dismiss the findings under “Check of figures” with a reason`,
    },
    { detail: { findings: quoted } },
  )
}
