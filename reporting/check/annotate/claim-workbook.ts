import { workbookBytes, type WrittenSheet } from '@kangheng/kernel/exchange/workbook-writer.ts'
import type { Language, Text } from '@kangheng/kernel/text/text.ts'
import type { CheckResult, Claim, ClaimKind } from '../types.ts'
import { type AnnotatedFinding, checkTypeTitle } from './findings-in-word.ts'

const KINDS: Readonly<Record<ClaimKind, Text>> = {
  count: { zh: '数量', en: 'count' },
  rate: { zh: '比率', en: 'rate' },
  amount: { zh: '金额', en: 'amount' },
  change: { zh: '变动', en: 'change' },
  target: { zh: '目标', en: 'target' },
  rank: { zh: '位次', en: 'rank' },
  ratio: { zh: '比值', en: 'ratio' },
}

const VERDICTS: Readonly<Record<'accepted' | 'dismissed', Text>> = {
  accepted: { zh: '已采纳', en: 'accepted' },
  dismissed: { zh: '不采纳', en: 'dismissed' },
}

/** A check whose findings may have been decided. */
type DecidedCheck = Omit<CheckResult, 'findings'> & { findings: readonly AnnotatedFinding[] }

/** The office's figure inventory 数据台账: every claim of the document with its findings, as an Excel workbook. */
export function claimWorkbook(result: DecidedCheck, text: string, language: Language = 'zh'): Promise<Uint8Array> {
  return workbookBytes([claimSheet(result, text, language), findingSheet(result, language)])
}

const title = (zh: string, en: string, language: Language): string => (language === 'zh' ? zh : en)

function claimSheet(result: DecidedCheck, text: string, language: Language): WrittenSheet {
  const points = [...text]
  const verdicts = new Map(
    result.findings
      .filter((finding) => finding.decision?.verdict !== 'dismissed')
      .map((finding) => [finding.claim, finding.basis]),
  )
  const dismissed = new Set(result.findings.map((finding) => finding.claim))
  const checked = new Set(result.checks.flatMap((check) => [check.claim, ...check.others]))
  const t = (zh: string, en: string) => title(zh, en, language)
  const verdictOf = (claim: Claim): string => {
    const basis = verdicts.get(claim.id)
    if (basis !== undefined) return basis === 'direct' ? t('矛盾', 'contradiction') : t('口径未交代', 'unstated basis')
    if (dismissed.has(claim.id)) return t('发现未采纳', 'dismissed')
    return checked.has(claim.id) ? t('核对一致', 'agrees') : t('无从核对', 'cannot be checked')
  }
  return {
    name: t('数据台账', 'Figures'),
    columns: [
      { title: t('序号', 'No.'), kind: 'number', width: 6 },
      { title: t('文件', 'Document'), kind: 'text', width: 24 },
      { title: t('指标', 'Subject'), kind: 'text', width: 30 },
      { title: t('地区', 'Place'), kind: 'text', width: 10 },
      { title: t('时期', 'Period'), kind: 'text', width: 12 },
      { title: t('数值', 'Value'), kind: 'number', width: 12 },
      { title: t('上限', 'Upper end'), kind: 'number', width: 10 },
      { title: t('单位', 'Unit'), kind: 'text', width: 10 },
      { title: t('类别', 'Kind'), kind: 'text', width: 8 },
      { title: t('约数', 'Approximate'), kind: 'text', width: 6 },
      { title: t('计划', 'Planned'), kind: 'text', width: 6 },
      { title: t('核对', 'Check'), kind: 'text', width: 12 },
      { title: t('原文', 'In the text'), kind: 'text', width: 60 },
      { title: t('位置', 'Offset'), kind: 'number', width: 8 },
    ],
    rows: result.claims.map((claim, index) => [
      index + 1,
      result.documents.find((document) => document.start <= claim.start && claim.start < document.end)?.title ?? '',
      claim.subject.what,
      claim.subject.place ?? '',
      claim.subject.period ?? '',
      claim.value,
      claim.valueMax ?? null,
      claim.unit,
      KINDS[claim.kind][language],
      claim.approximate ? t('约', 'yes') : '',
      claim.status === 'plan' ? t('计划', 'yes') : '',
      verdictOf(claim),
      points
        .slice(Math.max(0, claim.start - 24), claim.end + 12)
        .join('')
        .replaceAll('\n', ' '),
      claim.start,
    ]),
  }
}

function findingSheet(result: DecidedCheck, language: Language): WrittenSheet {
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const t = (zh: string, en: string) => title(zh, en, language)
  return {
    name: t('核对发现', 'Findings'),
    columns: [
      { title: t('性质', 'Verdict'), kind: 'text', width: 12 },
      { title: t('类型', 'Type'), kind: 'text', width: 14 },
      { title: t('文中数字', 'Printed'), kind: 'text', width: 14 },
      { title: t('计算', 'Computed'), kind: 'text', width: 24 },
      { title: t('算式', 'Formula'), kind: 'text', width: 30 },
      { title: t('涉及', 'Involves'), kind: 'text', width: 30 },
      { title: t('说明', 'Explanation'), kind: 'text', width: 80 },
      { title: t('处理', 'Decision'), kind: 'text', width: 10 },
      { title: t('理由', 'Reason'), kind: 'text', width: 40 },
    ],
    rows: result.findings.map((finding) => [
      finding.basis === 'direct' ? t('矛盾', 'contradiction') : t('口径未交代', 'unstated basis'),
      checkTypeTitle(finding.type, language),
      finding.printed,
      finding.computed,
      finding.formula,
      finding.others.flatMap((id) => claims.get(id)?.text ?? []).join('、'),
      finding.explanation[language],
      finding.decision ? VERDICTS[finding.decision.verdict][language] : '',
      finding.decision?.reason ?? '',
    ]),
  }
}
