/**
 * Checks the beginning of the text on standard input a few times to warm up, then all of it as often as asked; prints the first and
 * the best time, the best time of the processor alone, which the load of other programs does not lengthen, and the memory. */
import { readFileSync } from 'node:fs'
import { checkText } from '@kangheng/reporting/check/index.ts'

const text = readFileSync(0, 'utf8')
const rounds = Number(process.argv[2] ?? 1)
const opening = text.slice(0, 35_000)
const begun = performance.now()
checkText(opening)
const first = performance.now() - begun
for (let round = 0; round < 2; round++) checkText(opening)
let [best, processor] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
for (let round = 0; round < rounds; round++) {
  const started = performance.now()
  const used = process.threadCpuUsage()
  checkText(text)
  const { user, system } = process.threadCpuUsage(used)
  best = Math.min(best, performance.now() - started)
  processor = Math.min(processor, (user + system) / 1000)
}
console.log(JSON.stringify({ first, milliseconds: best, processor, megabytes: process.memoryUsage().rss / 1e6 }))
