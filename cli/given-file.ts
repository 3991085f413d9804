import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { refuse } from '@kangheng/kernel/text/refusal.ts'

/** The bytes of a file named at the command line; `-` is standard input. @throws Refusal naming the option when it cannot be read. */
export async function readGiven(path: string, option: string): Promise<Buffer> {
  if (path === '-') return buffer(process.stdin)
  return readFile(path).catch(() =>
    refuse(option, {
      zh: `读不到文件“${path}”，请检查 --${option} 的路径（- 表示标准输入）`,
      en: `Cannot read “${path}”; check the path given to --${option} (- reads standard input)`,
    }),
  )
}
