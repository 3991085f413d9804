import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { listAccounts } from '@kangheng/kernel/access/accounts.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { getImportable } from '@kangheng/server/importable.ts'
import { runImport } from '@kangheng/server/imports.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { progressBar, say, show } from '../print.ts'

async function writeTemplate(given: Arguments, name: string): Promise<number> {
  const out = required(given, 'out')
  await withInstallation(given, async (setting) => {
    await writeFile(out, await getImportable(setting, name).template(given.language))
  })
  say(given, { zh: `模板已写入 ${out}`, en: `Template written to ${out}` })
  return 0
}

/** The account in whose name an action's rows are written; undefined for the installation itself. */
async function accountOf(given: Arguments, setting: Setting): Promise<Actor | undefined> {
  const username = optional(given, 'as')
  if (!username) return undefined
  const found = (await listAccounts(setting, systemActor(setting), username)).find((row) => row.username === username)
  if (!found)
    throw new Refusal(
      'not-found',
      { zh: `没有账号 ${username}`, en: `There is no account ${username}` },
      { field: 'as' },
    )
  const { id, name, role, division, institution, person } = found
  return { account: id, name, role, division, institution, person }
}

async function importFile(given: Arguments, setting: Setting, name: string, file: string): Promise<number> {
  const progress = progressBar(given)
  const words =
    given.language === 'zh' ? { reading: '读取', applying: '写入' } : { reading: 'reading', applying: 'applying' }
  const actor = await accountOf(given, setting)
  const outcome = await runImport(setting, name, file, {
    ...(actor ? { actor } : {}),
    preview: given.options['preview'] === true,
    onProgress: (step, done, total) => progress(words[step], done, total),
  })
  const report = optional(given, 'report') ?? optional(given, 'out')
  if (report) await writeFile(report, JSON.stringify(outcome.report))
  const { counts, state } = outcome.job
  if (given.options['json']) show(given, { state, counts }, () => '')
  const numbers = Object.entries(counts).filter(([, value]) => typeof value === 'number')
  say(given, {
    zh: `导入${state === 'preview' ? '预览' : '完成'}：`,
    en: state === 'preview' ? 'Preview:' : 'Imported:',
  })
  if (!given.options['json']) for (const [title, value] of numbers) console.log(`  ${title}: ${value as number}`)
  const unknown = counts['unknown_columns']
  if (Array.isArray(unknown) && unknown.length > 0)
    say(given, {
      zh: `不认识、未导入的栏目：${unknown.join('、')}`,
      en: `Columns that were not known and not imported: ${unknown.join(', ')}`,
    })
  const empty = counts['data_rows'] === 0
  if (empty)
    say(given, {
      zh: '文件中没有可以导入的行。请确认表头（前15行内）有“姓名”和“身份证号”等栏目，工作表没有隐藏，表头下面有数据',
      en: 'The file holds no row to import. Its header must stand in the first 15 rows and name the columns, such as 姓名 and 身份证号; the sheet must not be hidden',
    })
  const returned = Number(counts['rejected'] ?? 0) + Number(counts['conflicts_for_review'] ?? 0)
  return returned > 0 || empty ? 1 : 0
}

export const importRegister: Command = {
  name: 'import',
  usage:
    'import residents|ACTION FILE [--preview] [--out report.json] · import template residents|ACTION --out FILE.xlsx',
  text: {
    zh: '导入花名册或某项操作的表格（xlsx 或 csv）；中断后再次运行即续做，同一文件导入两次不会重复（有行被退回或没有可导入的行时退出码为1）',
    en: 'Import a register or the workbook of an action (xlsx or csv); resumes after an interruption, and twice changes nothing (exit code 1 when rows came back or there were none)',
  },
  options: [
    {
      name: 'report',
      value: 'FILE',
      text: { zh: '写出逐行结果（JSON）', en: 'write what became of every row (JSON)' },
    },
    { name: 'out', value: 'FILE', text: { zh: '模板或逐行结果写入的文件', en: 'file for the template or the report' } },
    {
      name: 'as',
      value: 'USERNAME',
      text: { zh: '以哪个账号的身份和范围写入（导入操作时）', en: 'account in whose name and scope rows are written' },
    },
    { name: 'preview', text: { zh: '只预览，不写入', en: 'only say what would happen' } },
  ],
  async run(given) {
    const [first, second] = given.positionals
    if (first === 'template' && second) return writeTemplate(given, second)
    if (!first || !second)
      throw new Refusal('invalid', {
        zh: '请写明花名册或操作，以及文件，例如 kangheng import residents 花名册.xlsx',
        en: 'Say which register or action and which file, such as kangheng import residents FILE.xlsx',
      })
    if (!existsSync(second))
      throw new Refusal('invalid', { zh: `找不到文件 ${second}`, en: `There is no file ${second}` }, { field: 'file' })
    return withInstallation(given, (setting) => importFile(given, setting, first, second))
  },
}
