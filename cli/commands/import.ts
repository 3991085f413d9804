import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { runImport } from '@kangheng/server/imports.ts'
import { optional, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { progressBar, say, show } from '../print.ts'

export const importRegister: Command = {
  name: 'import',
  usage: 'import residents FILE [--report out.json]',
  text: {
    zh: '导入花名册（xlsx 或 csv）；中断后再次运行即续做，同一文件导入两次不会重复（有行被退回时退出码为1）',
    en: 'Import a register (xlsx or csv); resumes after an interruption, and twice changes nothing (exit code 1 when rows came back)',
  },
  options: [
    {
      name: 'report',
      value: 'FILE',
      text: { zh: '写出逐行结果（JSON）', en: 'write what became of every row (JSON)' },
    },
    { name: 'preview', text: { zh: '只预览，不写入', en: 'only say what would happen' } },
  ],
  async run(given) {
    const [register, file] = given.positionals
    if (!register || !file)
      throw new Refusal('invalid', {
        zh: '请写明花名册和文件，例如 kangheng import residents 花名册.xlsx',
        en: 'Say which register and which file, such as kangheng import residents FILE.xlsx',
      })
    if (!existsSync(file))
      throw new Refusal('invalid', { zh: `找不到文件 ${file}`, en: `There is no file ${file}` }, { field: 'file' })
    return withInstallation(given, async (setting) => {
      const progress = progressBar(given)
      const words =
        given.language === 'zh' ? { reading: '读取', applying: '写入' } : { reading: 'reading', applying: 'applying' }
      const outcome = await runImport(setting, register, file, {
        preview: given.options['preview'] === true,
        onProgress: (step, done, total) => progress(words[step], done, total),
      })
      const report = optional(given, 'report')
      if (report) await writeFile(report, JSON.stringify(outcome.report))
      const { counts, state } = outcome.job
      if (given.options['json']) show(given, { state, counts }, () => '')
      const numbers = Object.entries(counts as Record<string, unknown>).filter(([, value]) => typeof value === 'number')
      say(given, {
        zh: `导入${state === 'preview' ? '预览' : '完成'}：`,
        en: state === 'preview' ? 'Preview:' : 'Imported:',
      })
      if (!given.options['json']) for (const [name, value] of numbers) console.log(`  ${name}: ${value as number}`)
      const returned =
        Number((counts as Record<string, unknown>)['rejected'] ?? 0) +
        Number((counts as Record<string, unknown>)['conflicts_for_review'] ?? 0)
      return returned > 0 ? 1 : 0
    })
  },
}
