import type { Language } from '@kangheng/kernel/text/text.ts'
import { commonOptions, type Command } from './arguments.ts'

const HEAD = {
  zh: '康衡：县域卫生健康业务与统计系统\n\n用法：kangheng 命令 [选项]\n',
  en: 'Kangheng: runs the health work of a county, and weighs it\n\nUsage: kangheng COMMAND [options]\n',
}
const FOOT = {
  zh: '\n每个命令都可加 --help 查看说明。数据默认存放在 data 目录；设置 DATABASE_URL 则使用 PostgreSQL。',
  en: '\nEvery command explains itself with --help. Data live in the folder data; set DATABASE_URL to use PostgreSQL.',
}

/** The list of commands. */
export function generalHelp(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map((command) => command.usage.length)) + 2
  return (
    HEAD[language] +
    commands.map((command) => `  ${command.usage.padEnd(width)}${command.text[language]}`).join('\n') +
    '\n' +
    FOOT[language]
  )
}

/** One command with its options. */
export function commandHelp(command: Command, language: Language): string {
  const options = [...command.options, ...commonOptions]
  const names = options.map((option) => `--${option.name}${option.value ? ` ${option.value}` : ''}`)
  const width = Math.max(22, ...names.map((name) => name.length)) + 2
  const lines = options.map((option, index) => `  ${names[index]!.padEnd(width)}${option.text[language]}`)
  const details = command.details ? `\n\n${command.details[language]}` : ''
  return `kangheng ${command.usage}\n\n${command.text[language]}\n\n${lines.join('\n')}${details}`
}
