import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { annotateFindings, checkTypeTitle } from './annotate/findings-in-word.ts'
import { claimWorkbook } from './annotate/claim-workbook.ts'
import { checkDocument, type DocumentCheck } from './index.ts'
import { convertToDocx } from './read/office.ts'
import { extensionOf } from './read/index.ts'

const USAGE = `用法 Usage: kangheng check FILE [--json] [--out annotated.docx] [--list figures.xlsx] [--place CODE --period 2025]`

/** Where the command writes; standard output and error unless a test listens. */
export type CheckStreams = { out: (line: string) => void; error: (line: string) => void }

const CONSOLE: CheckStreams = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
}

/**
 * `kangheng check`: checks the figures of a written summary. Gives 0 when nothing contradicts itself, 1 when something does,
 * 2 when the file or the arguments cannot be read.
 */
export async function runCheck(argv: readonly string[], streams: CheckStreams = CONSOLE): Promise<0 | 1 | 2> {
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
      streams.error(USAGE)
      return 2
    }
    const bytes = await readFile(file)
    const result = await checkDocument(bytes, basename(file))
    if (values.out !== undefined) await writeAnnotated(values.out, bytes, basename(file), result)
    if (values.list !== undefined) await writeFile(values.list, await claimWorkbook(result, result.text))
    streams.out(values.json === true ? JSON.stringify(toContract(result), null, 2) : describe(result))
    return result.findings.some((finding) => finding.basis === 'direct') ? 1 : 0
  } catch (error) {
    streams.error(messageOf(error))
    return 2
  }
}

/** The JSON of the contract; offsets count Unicode code points of the extracted text. */
function toContract({
  documents,
  claims,
  findings,
}: DocumentCheck): Pick<DocumentCheck, 'documents' | 'claims' | 'findings'> {
  return { documents, claims, findings }
}

async function writeAnnotated(path: string, bytes: Uint8Array, filename: string, result: DocumentCheck): Promise<void> {
  const date = `${new Date().toISOString().slice(0, 19)}Z`
  if (result.format === 'docx') return writeFile(path, annotateFindings(bytes, result, { date }))
  if (result.format === 'office')
    return writeFile(path, annotateFindings(await convertToDocx(bytes, extensionOf(filename)), result, { date }))
  throw new Refusal('invalid', {
    zh: `只有 Word 文件能带批注返回，“${filename}”不是。请去掉 --out，或先存为 .docx。`,
    en: `Only Word files can be given back with comments, and “${filename}” is none. Leave out --out, or save it as .docx first.`,
  })
}

function describe(result: DocumentCheck): string {
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const lines = [
    `${result.documents.length} 篇文件，${result.claims.length} 个数字，${result.checks.length} 项核对，${result.findings.length} 处发现`,
  ]
  for (const finding of result.findings) {
    const claim = claims.get(finding.claim)
    const verdict = finding.basis === 'direct' ? '矛盾' : '口径未交代'
    lines.push(`[${verdict}·${checkTypeTitle(finding.type, 'zh')}] @${claim?.start ?? 0} ${finding.explanation.zh}`)
  }
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
