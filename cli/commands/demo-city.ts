import { createDemoAccounts, type DemoAccount } from '@kangheng/demo/accounts.ts'
import { inventedCity, inventedCounty } from '@kangheng/demo/city/invented-county.ts'
import { Refusal, refuse } from '@kangheng/kernel/text/refusal.ts'
import { gatherCity, initialiseCity } from '@kangheng/server/city.ts'
import { countiesAt, writeSettings } from '@kangheng/server/installation.ts'
import { optional, type Arguments } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { say, show } from '../print.ts'
import { makeDemo, printAccounts } from './make-demo.ts'
import { demoSizeOf } from './demo-size.ts'

/** Residents of each county of the demo city. */
const SMALL = '5000'
const PASSWORD = 'Dianchuan-2025-demo'

const accounts: readonly DemoAccount[] = [
  { username: 'upper-level', name: '市卫生健康委（演示）', role: 'upper-level' },
  { username: 'administrator', name: '市级系统管理员（演示）', role: 'administrator' },
].map((each) => ({ ...each, division: inventedCity.code, institution: null, person: null, password: PASSWORD }))

/** Makes so many invented counties, one after the other and each with records, figures and accounts of its own, then their city with its figures. */
export async function demoCity(given: Arguments, counties: number, seed: number): Promise<number> {
  if (!Number.isInteger(counties) || counties < 1)
    refuse('counties', { zh: '--counties 应为正整数', en: '--counties is a whole number above 0' })
  const installation = { ...installationOf(given), county: undefined }
  const options = optional(given, 'scale') === undefined ? { residents: SMALL, ...given.options } : given.options
  const size = demoSizeOf({ ...given, options }, installation.url !== undefined)
  if (size.layers)
    refuse('residents', {
      zh: '演示市的县不超过实际的县',
      en: 'A county of the demo city is not larger than the real one',
    })
  const known = await countiesAt(installation)
  if (known.length > 0)
    throw new Refusal('conflict', {
      zh: `这里已有县（${known.join('、')}），演示市只在空库中生成；请用 --data 指定新目录，或另建数据库`,
      en: `There are counties here already (${known.join(', ')}); a demo city is made in an empty database only: give a new folder with --data, or another database`,
    })
  let rows = 0
  for (let index = 0; index < counties; index += 1) {
    const invented = inventedCounty(index, counties)
    say(given, { zh: `第 ${index + 1} 个县，共 ${counties} 个`, en: `County ${index + 1} of ${counties}` })
    const { setting, load } = await makeDemo(given, { size, seed: seed * 100 + index, invented })
    rows += load.rows
    await setting.close()
  }
  const setting = await initialiseCity(installation, inventedCity)
  try {
    await createDemoAccounts(setting, accounts)
    const shown = accounts.map(({ username, password }) => ({ username, password }))
    await writeSettings(setting.database, setting.county, { demoAccounts: shown })
    const figures = await gatherCity(setting)
    printAccounts(given, shown)
    const { code, name, englishName } = inventedCity
    say(given, {
      zh: `${name}已生成：${counties} 个县，${rows} 行记录，市级 ${figures} 个数据。运行 kangheng start --county ${code}，或 --county ${code}21 等各县`,
      en: `${englishName} is ready: ${counties} counties, ${rows} rows of records, ${figures} figures of the city. Run kangheng start --county ${code}, or --county ${code}21 and so on for a county`,
    })
    if (given.options['json'])
      show(given, { city: code, counties, ...size, seed, rows, figures, accounts: shown }, () => '')
    return 0
  } finally {
    await setting.close()
  }
}
