import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { optional, type Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { show } from '../print.ts'
import { demoCity } from './demo-city.ts'
import { demoSizeOf } from './demo-size.ts'
import { findCounty, makeDemo, printAccounts } from './make-demo.ts'

export const demo: Command = {
  name: 'demo',
  usage: 'demo [--scale 0.05 | --residents 1000000] [--years 3] [--counties 20] [--seed 1]',
  text: { zh: '生成演示县（人员与记录均为虚构）', en: 'Make the demo county (synthetic people and records)' },
  options: [
    {
      name: 'scale',
      value: 'N',
      text: { zh: '规模，1 为完整的县（默认 1）', en: 'size, 1 is the whole county (default 1)' },
    },
    {
      name: 'residents',
      value: 'N',
      text: {
        zh: '常住人口数，代替 --scale；可大于实际的县，超过30万须使用 PostgreSQL',
        en: 'usual residents, instead of --scale; may be more than the county has, above 300,000 on PostgreSQL only',
      },
    },
    {
      name: 'years',
      value: 'N',
      text: {
        zh: '记录的年数，到2025年底为止，2至5（默认 2）',
        en: 'years of records up to the end of 2025, 2 to 5 (default 2)',
      },
    },
    {
      name: 'counties',
      value: 'N',
      text: {
        zh: '生成演示市：N个虚构小县（每县默认5000人，可用 --residents 指定）及市级汇总',
        en: 'make a demo city instead: N invented small counties (of 5000 residents each, or --residents) and the figures of their city',
      },
    },
    { name: 'seed', value: 'N', text: { zh: '随机种子（默认 1）', en: 'seed (default 1)' } },
  ],
  async run(given) {
    const seed = Number(optional(given, 'seed') ?? 1)
    if (!Number.isInteger(seed))
      throw new Refusal('invalid', { zh: '--seed 应为整数', en: '--seed is a whole number' }, { field: 'seed' })
    const counties = optional(given, 'counties')
    if (counties !== undefined) return demoCity(given, Number(counties), seed)
    const size = demoSizeOf(given, installationOf(given).url !== undefined)
    const known = await findCounty(given)
    if (known) {
      await known.close()
      throw new Refusal('conflict', {
        zh: '这里已有一个县的数据，演示县只在空目录中生成；请用 --data 指定新目录',
        en: 'There is a county here already; the demo is made in an empty folder only: give a new one with --data',
      })
    }
    const { setting, load } = await makeDemo(given, { size, seed })
    const { county, demoAccounts: accounts } = setting
    printAccounts(given, accounts)
    if (given.options['json']) show(given, { county, ...size, seed, ...load, accounts }, () => '')
    await setting.close()
    return 0
  },
}
