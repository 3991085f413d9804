import { parseArgs } from 'node:util'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Language, Text } from '@kangheng/kernel/text/text.ts'

/** What a command was called with. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly language: Language
}

/** An option of a command. Options with `value` take one. */
export interface OptionDefinition {
  readonly name: string
  readonly value?: string
  readonly text: Text
}

/** A command of the command line. */
export interface Command {
  readonly name: string
  /** How it is written after `kangheng`. */
  readonly usage: string
  readonly text: Text
  /** What the help of the command adds: the form of its input, the codes of its answer. */
  readonly details?: Text
  readonly options: readonly OptionDefinition[]
  run(given: Arguments): Promise<number>
}

/** Options every command understands. */
export const commonOptions: readonly OptionDefinition[] = [
  { name: 'data', value: 'DIR', text: { zh: '数据目录（默认 data）', en: 'data folder (default: data)' } },
  {
    name: 'county',
    value: 'CODE',
    text: {
      zh: '县（市）区划代码，数据库中有多个县时须指定',
      en: 'code of the county or city, needed when the database has several',
    },
  },
  { name: 'json', text: { zh: '以 JSON 输出，便于程序读取', en: 'JSON output, for programs' } },
  { name: 'lang', value: 'zh|en', text: { zh: '语言', en: 'language' } },
  { name: 'help', text: { zh: '显示帮助', en: 'show help' } },
]

/** The language of the terminal: --lang, then KANGHENG_LANG, then LANG; Chinese unless it is an English one. */
export function languageOf(argv: readonly string[]): Language {
  const index = argv.indexOf('--lang')
  const asked = index >= 0 ? argv[index + 1] : (process.env['KANGHENG_LANG'] ?? process.env['LANG'])
  return asked?.startsWith('en') ? 'en' : 'zh'
}

/** Reads the words behind a command; refuses an option it does not know, with the ones it does. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options = [...commonOptions, ...command.options]
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        options.map((option) => [option.name, { type: option.value ? 'string' : 'boolean' } as const]),
      ),
    })
    return { positionals, options: values as Arguments['options'], language: languageOf(argv) }
  } catch (error) {
    const known = options.map((option) => `--${option.name}`).join(' ')
    const reason = (error as Error).message.split('. ')[0]
    throw new Refusal('invalid', {
      zh: `参数有误（${reason}）。可用选项：${known}`,
      en: `${reason}. Options: ${known}`,
    })
  }
}

/** The value of an option that must be given. */
export function required(given: Arguments, name: string): string {
  const value = given.options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Refusal('invalid', { zh: `缺少选项 --${name}`, en: `The option --${name} is missing` }, { field: name })
}

/** The value of an option that may be given. */
export function optional(given: Arguments, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}
