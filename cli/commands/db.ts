import { checkStore, findInstallation } from '@kangheng/server/installation.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { show } from '../print.ts'

export const db: Command = {
  name: 'db',
  usage: 'db migrate|check',
  text: {
    zh: '升级数据库结构，或检查是否需要升级（需要时退出码为1）',
    en: 'Bring the schema up to date, or check whether it is (exit code 1 when not)',
  },
  options: [],
  async run(given) {
    const verb = given.positionals[0]
    if (verb !== 'migrate' && verb !== 'check')
      throw new Refusal('invalid', { zh: '请写明 db migrate 或 db check', en: 'Say db migrate or db check' })
    const pending = await checkStore(installationOf(given))
    if (verb === 'migrate') await (await findInstallation(installationOf(given)))?.close()
    const names = pending.join('、')
    const done = given.language === 'zh' ? `已应用：${names}` : `Applied: ${names}`
    const due = given.language === 'zh' ? `需要升级：${names}` : `To be applied: ${names}`
    const none = given.language === 'zh' ? '数据库结构已是最新' : 'The schema is up to date'
    show(given, { pending: verb === 'check' ? pending : [], applied: verb === 'migrate' ? pending : [] }, () =>
      pending.length === 0 ? none : verb === 'migrate' ? done : due,
    )
    return verb === 'check' && pending.length > 0 ? 1 : 0
  },
}
