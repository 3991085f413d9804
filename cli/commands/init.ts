import { initialise } from '@kangheng/server/installation.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { isCity } from '@kangheng/kernel/place/code.ts'
import { countiesOfCity, gatherCity, initialiseCity } from '@kangheng/server/city.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { say, show } from '../print.ts'

/** Sets up the city above the counties of the database and gathers their figures. */
async function initCity(given: Arguments, code: string): Promise<number> {
  const name = required(given, 'name')
  const setting = await initialiseCity(installationOf(given), {
    code,
    name,
    englishName: optional(given, 'english') ?? name,
  })
  const counties = await countiesOfCity(setting)
  const figures = await gatherCity(setting)
  await setting.close()
  if (given.options['json']) show(given, { county: code, counties, figures }, () => '')
  say(given, {
    zh: `${name}已建立：${counties.length} 个县，汇总 ${figures} 个数据。运行 kangheng start --county ${code}`,
    en: `${name} is set up: ${counties.length} counties, ${figures} figures gathered. Run kangheng start --county ${code}`,
  })
  return 0
}

export const init: Command = {
  name: 'init',
  usage: 'init --county CODE [--name 丽江市]',
  text: {
    zh: '建立一个空的县：区划、机构和角色，没有账号；4位代码建立市，汇总本库中各县',
    en: 'Set up an empty county: divisions, institutions and roles, no account; a code of 4 digits sets up the city above the counties of the database',
  },
  options: [
    { name: 'name', value: 'NAME', text: { zh: '市的名称', en: 'name of the city' } },
    { name: 'english', value: 'NAME', text: { zh: '市的英文名称', en: 'its English name' } },
  ],
  async run(given) {
    const county = required(given, 'county')
    if (isCity(county)) return initCity(given, county)
    if (!/^\d{6}$/.test(county))
      throw new Refusal(
        'invalid',
        { zh: '区划代码：县6位数字，市4位数字', en: 'A county code has 6 digits, that of a city 4' },
        { field: 'county' },
      )
    const setting = await initialise(installationOf(given), county)
    const [counts] = await setting.database.query<{ divisions: number; institutions: number }>(
      'select (select count(*) from division where left(code, 6) = $1) as divisions, (select count(*) from institution where county = $1) as institutions',
      [county],
    )
    await setting.close()
    if (given.options['json']) show(given, { county, ...counts }, () => '')
    say(given, {
      zh: `${county} 已建立：${counts!.divisions} 个区划，${counts!.institutions} 个机构。运行 kangheng start，首次打开网页时设置第一位管理员`,
      en: `${county} is set up: ${counts!.divisions} divisions, ${counts!.institutions} institutions. Run kangheng start; the first visit asks for the first administrator`,
    })
    return 0
  },
}
