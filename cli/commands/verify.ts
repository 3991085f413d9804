import { readFile } from 'node:fs/promises'
import { verifyWord } from '@kangheng/reporting/document/verify.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Command } from '../arguments.ts'
import { show } from '../print.ts'

export const verify: Command = {
  name: 'verify',
  usage: 'verify FILE.docx',
  text: {
    zh: '核验本系统生成的 Word 文件是否被改动（有改动时退出码为1，不是本系统的文件为2）',
    en: 'Prove that a Word file made here was not changed (exit code 1: changed, 2: not a file made here)',
  },
  options: [],
  async run(given) {
    const [file] = given.positionals
    if (!file) throw new Refusal('invalid', { zh: '请写明要核验的 Word 文件', en: 'Say which Word file' })
    const bytes = await readFile(file).catch(() => {
      throw new Refusal('invalid', { zh: `读不到文件 ${file}`, en: `Cannot read ${file}` }, { field: 'file' })
    })
    const verdict = await verifyWord(bytes)
    if (verdict.kind !== 'checked') {
      show(given, verdict, () =>
        given.language === 'zh' ? '不是本系统生成的文件，或文件已损坏' : 'Not a file made here, or damaged',
      )
      return 2
    }
    show(given, verdict, () => {
      if (verdict.intact)
        return given.language === 'zh'
          ? `核验通过：${verdict.figures} 个数据，数据指纹 ${verdict.digest}`
          : `Intact: ${verdict.figures} figures, digest ${verdict.digest}`
      const differences = verdict.differences.map((each) => `  ${JSON.stringify(each)}`).join('\n')
      return `${given.language === 'zh' ? '文件被改动：' : 'Changed:'}\n${differences}`
    })
    return verdict.intact ? 0 : 1
  },
}
