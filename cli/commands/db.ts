import { checkStore, findInstallation } from '@kangheng/server/installation.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { show } from '../print.ts'
import { runDistribute } from './db-distribute.ts'

export const db: Command = {
  name: 'db',
  usage: 'db migrate|check|distribute',
  text: {
    zh: '升级数据库结构；检查是否需要升级（需要时退出码为1）；按县分布到多个节点（需要 Citus）',
    en: 'Bring the schema up to date; check whether it is (exit code 1 when not); distribute it over nodes by county (needs Citus)',
  },
  details: {
    zh: 'db distribute 可重复运行，只处理尚未分布的表。没有 Citus 或表结构不适合时退出码为1，数据库不作改动。',
    en: 'db distribute may be run again: it takes the tables that are not distributed yet. Without Citus, or when a table does not allow it, the exit code is 1 and nothing is changed.',
  },
  options: [
    { name: 'plan', text: { zh: '只显示每张表的去处', en: 'only show where each table would lie' } },
    { name: 'shards', value: 'N', text: { zh: '分片数（默认32）', en: 'number of shards (default: 32)' } },
    {
      name: 'online',
      text: { zh: '不中断写入（须 wal_level=logical）', en: 'without stopping writes (needs wal_level=logical)' },
    },
  ],
  async run(given) {
    const verb = given.positionals[0]
    if (verb === 'distribute') return runDistribute(given)
    if (verb !== 'migrate' && verb !== 'check')
      throw new Refusal('invalid', {
        zh: '请写明 db migrate、db check 或 db distribute',
        en: 'Say db migrate, db check or db distribute',
      })
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
