import { initialise } from '@kangheng/server/installation.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { required, type Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { say, show } from '../print.ts'

export const init: Command = {
  name: 'init',
  usage: 'init --county CODE',
  text: {
    zh: '建立一个空的县：区划、机构和角色，没有账号',
    en: 'Set up an empty county: divisions, institutions and roles, no account',
  },
  options: [
    { name: 'county', value: 'CODE', text: { zh: '县级区划代码，如 530721', en: 'county code, such as 530721' } },
  ],
  async run(given) {
    const county = required(given, 'county')
    if (!/^\d{6}$/.test(county))
      throw new Refusal(
        'invalid',
        { zh: '县级区划代码为6位数字', en: 'A county code has 6 digits' },
        { field: 'county' },
      )
    const setting = await initialise(installationOf(given), county)
    const [counts] = await setting.database.query<{ divisions: number; institutions: number }>(
      'select (select count(*) from division) as divisions, (select count(*) from institution where county = $1) as institutions',
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
