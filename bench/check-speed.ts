/**
 * Checks the beginning of the text on standard input a few times to warm up, then all of it as often as asked; prints the first and
 * the best time and the memory. */
import { readFileSync } from 'node:fs'
import { checkText } from '@kangheng/reporting/check/index.ts'

const text = readFileSync(0, 'utf8')
const rounds = Number(process.argv[2] ?? 1)
const opening = text.slice(0, 35_000)
const begun = performance.now()
checkText(opening)
const first = performance.now() - begun
for (let round = 0; round < 2; round++) checkText(opening)
let best = Number.POSITIVE_INFINITY
for (let round = 0; round < rounds; round++) {
  const started = performance.now()
  checkText(text)
  best = Math.min(best, performance.now() - started)
}
console.log(JSON.stringify({ first, milliseconds: best, megabytes: process.memoryUsage().rss / 1e6 }))
