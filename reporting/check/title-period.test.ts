import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titlePeriod } from './title-period.ts'

const EXAMPLES: [string, string | null][] = [
  ['玉龙县卫生健康局2025年工作总结', '2025'],
  ['某镇卫生院二〇二四年度工作总结', '2024'],
  ['2025年上半年工作总结', '2025-06-ytd'],
  ['2025年第三季度基本公共卫生服务小结', '2025-Q3'],
  ['2025年前三季度工作总结', '2025-09-ytd'],
  ['2025年1—11月工作进展情况通报', '2025-11-ytd'],
  ['２０２５年１１月简报', '2025-11'],
  ['2025年下半年工作总结', null],
  ['卫生工作总结', null],
  ['2025年13月简报', null],
]

for (const [title, period] of EXAMPLES)
  test(`${title} speaks of ${period ?? 'no period'}`, () => assert.equal(titlePeriod(title), period))
