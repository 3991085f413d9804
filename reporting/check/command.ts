import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { type AnnotatedFinding, annotateFindings, checkTypeTitle } from './annotate/findings-in-word.ts'
import { claimWorkbook } from './annotate/claim-workbook.ts'
import { checkDocument, type DocumentCheck } from './index.ts'
import { convertToDocx } from './read/office.ts'
import { extensionOf } from './read/index.ts'
import type { Reconciliation } from './reconcile.ts'
import { titlePeriod } from './title-period.ts'
import type { Claim } from './types.ts'

const USAGE = `用法 Usage: kangheng check FILE [--json] [--out annotated.docx] [--list figures.xlsx] [--place CODE --period 2025]`

/** What the command stands in: where it writes, and the figures of a running county when there is one. */
export type CheckSurroundings = {
  out: (line: string) => void
  error: (line: string) => void
  /** Compares claims with the county's figures, and tells what the county has decided about the findings. */
  county?: (
    question: { place: string; period: string; claims: readonly Claim[] },
    result: DocumentCheck,
  ) => Promise<{ reconciliation: Reconciliation; findings: readonly AnnotatedFinding[] }>
}

/** A check as it is given back: with decisions, when there is a county that keeps them. */
type DecidedCheck = Omit<DocumentCheck, 'findings'> & { findings: readonly AnnotatedFinding[] }

const CONSOLE: CheckSurroundings = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
}

/**
 * `kangheng check`: checks the figures of a written summary. Gives 0 when nothing contradicts itself, 1 when something does,
 * 2 when the file or the arguments cannot be read.
 */
export async function runCheck(argv: readonly string[], surroundings: CheckSurroundings = CONSOLE): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        out: { type: 'string' },
        list: { type: 'string' },
        place: { type: 'string' },
        period: { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) {
      surroundings.error(USAGE)
      return 2
    }
    const bytes = await readFile(file)
    const checked = await checkDocument(bytes, basename(file))
    const county = await askCounty(checked, values.place, values.period, surroundings)
    const reconciled = county?.reconciliation ?? null
    const result: DecidedCheck = { ...checked, findings: county?.findings ?? checked.findings }
    const open = result.findings.filter((finding) => finding.decision?.verdict !== 'dismissed')
    if (values.out !== undefined) await writeAnnotated(values.out, bytes, basename(file), result)
    if (values.list !== undefined) await writeFile(values.list, await claimWorkbook(result, result.text))
    surroundings.out(
      values.json === true
        ? JSON.stringify(
            { ...toContract(result, open), ...(reconciled === null ? {} : { reconciliation: reconciled }) },
            null,
            2,
          )
        : describe({ ...result, findings: open }, reconciled),
    )
    return open.some((finding) => finding.basis === 'direct') ? 1 : 0
  } catch (error) {
    surroundings.error(messageOf(error))
    return 2
  }
}

/** The JSON of the contract; offsets count Unicode code points of the extracted text. What was dismissed stands apart. */
function toContract({ documents, claims, findings }: DecidedCheck, open: readonly AnnotatedFinding[]) {
  const dismissed = findings.filter((finding) => !open.includes(finding))
  return { documents, claims, findings: open, ...(dismissed.length > 0 ? { dismissed } : {}) }
}

/** Asks the county when a place and a period are given; summaries whose titles name another period are not compared. */
async function askCounty(
  result: DocumentCheck,
  place: string | undefined,
  period: string | undefined,
  { county, error }: CheckSurroundings,
) {
  if (place === undefined && period === undefined) return null
  if (place === undefined || period === undefined || county === undefined) {
    error(
      county === undefined
        ? '没有连接数据库，未与本县数据比对；文内核对不受影响。\nNo database is connected, so nothing was compared with the county’s figures; the checks within the text are unaffected.'
        : '与本县数据比对需要同时给出 --place 和 --period。\nComparing with the county’s figures takes both --place and --period.',
    )
    return null
  }
  const meant = result.documents.filter(({ title }) => (titlePeriod(title) ?? period) === period)
  const claims = result.claims.filter((claim) =>
    meant.some((document) => document.start <= claim.start && claim.start < document.end),
  )
  try {
    return await county({ place, period, claims }, result)
  } catch (cause) {
    // the checks within the text need no database; only a wrong place or period is worth stopping for
    if (!(cause instanceof Refusal) || cause.kind !== 'unavailable') throw cause
    error(messageOf(cause))
    return null
  }
}

async function writeAnnotated(path: string, bytes: Uint8Array, filename: string, result: DecidedCheck): Promise<void> {
  const date = `${new Date().toISOString().slice(0, 19)}Z`
  if (result.format === 'docx') return writeFile(path, annotateFindings(bytes, result, { date }))
  if (result.format === 'office')
    return writeFile(path, annotateFindings(await convertToDocx(bytes, extensionOf(filename)), result, { date }))
  throw new Refusal('invalid', {
    zh: `只有 Word 文件能带批注返回，“${filename}”不是。请去掉 --out，或先存为 .docx。`,
    en: `Only Word files can be given back with comments, and “${filename}” is none. Leave out --out, or save it as .docx first.`,
  })
}

function describe(result: DecidedCheck, reconciled: Reconciliation | null): string {
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const lines = [
    `${result.documents.length} 篇文件，${result.claims.length} 个数字，${result.checks.length} 项核对，${result.findings.length} 处发现`,
  ]
  for (const finding of result.findings) {
    const claim = claims.get(finding.claim)
    const verdict = finding.basis === 'direct' ? '矛盾' : '口径未交代'
    lines.push(`[${verdict}·${checkTypeTitle(finding.type, 'zh')}] @${claim?.start ?? 0} ${finding.explanation.zh}`)
  }
  for (const { agrees, printed, recorded, unit, indicator, words } of reconciled?.compared ?? []) {
    if (!agrees) lines.push(`[与数据不符] 文中“${printed}”，本县数据${recorded}${unit}（${indicator}），${words.zh}`)
  }
  if (reconciled)
    lines.push(
      `与本县数据比对：${reconciled.compared.length} 个对上指标，${reconciled.elsewhere.length} 个说的是别处或别的时期，${reconciled.absent.length} 个本县没有数，${reconciled.unmapped.length} 个没有对应指标`,
    )
  return lines.join('\n')
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.text.zh}\n${error.text.en}`
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT')
      return `找不到文件：${String((error as NodeJS.ErrnoException).path)}。请检查路径。\nNo such file: ${String((error as NodeJS.ErrnoException).path)}. Check the path.`
    if (String(error.code).startsWith('ERR_PARSE_ARGS')) return `${error.message}\n${USAGE}`
  }
  return `无法核对：${error instanceof Error ? error.message : String(error)}\nCannot check: ${error instanceof Error ? error.message : String(error)}`
}
