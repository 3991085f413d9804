import { inLanguage } from '@kangheng/kernel/text/text.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { languageOf, readArguments } from './arguments.ts'
import { commands, loadCommands } from './commands/index.ts'
import { commandHelp, generalHelp } from './help.ts'

/**
 * `kangheng COMMAND …`. Exit codes: 0 done; 1 the answer is no (figures contradict, journal broken, rows rejected …, as each command says);
 * 2 the command or its input was wrong; 3 an unexpected fault.
 */
async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv)
  const [name, ...rest] = argv
  if (!name || name === 'help' || name === '--help') {
    console.log(generalHelp(await loadCommands(), language))
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.error(language === 'zh' ? `没有命令“${name}”。` : `There is no command “${name}”.`)
    console.error(generalHelp(await loadCommands(), language))
    return 2
  }
  try {
    const command = await load()
    const given = readArguments(command, rest)
    if (given.options['help']) {
      console.log(commandHelp(command, language))
      return 0
    }
    return await command.run(given)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(inLanguage(error.text, language))
    return 2
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(3)
  },
)
