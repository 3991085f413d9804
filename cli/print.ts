import type { Arguments } from './arguments.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** Prints a sentence in the terminal's language, unless JSON was asked for. */
export function say(given: Arguments, text: Text): void {
  if (!given.options['json']) console.log(text[given.language])
}

/** Prints a value as JSON when asked for, otherwise the lines made of it. */
export function show<Value>(given: Arguments, value: Value, lines: (value: Value) => string): void {
  console.log(given.options['json'] ? JSON.stringify(value) : lines(value))
}

/** The display width of a text: Chinese characters take two columns. */
const width = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)

/** Lines up columns; numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const isNumber = (text: string) => /^[-\d.,]+[%‰]?$|^—$/.test(text)
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(widths[column]! - width(cell))
          return isNumber(cell) ? space + cell : cell + space
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A progress line that redraws itself on a terminal and stays quiet elsewhere. */
export function progressBar(given: Arguments): (step: string, done: number, total: number) => void {
  if (given.options['json'] || !process.stderr.isTTY) {
    let last = ''
    return (step) => {
      if (step !== last && !given.options['json']) console.error(step)
      last = step
    }
  }
  return (step, done, total) => {
    const filled = Math.round((done / Math.max(total, 1)) * 30)
    process.stderr.write(
      `\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${String(Math.round((done / Math.max(total, 1)) * 100)).padStart(3)} % ${step}`,
    )
    if (done >= total) process.stderr.write('\n')
  }
}
