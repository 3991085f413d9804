import { sealJournal, verifyJournal } from '@kangheng/kernel/record/journal.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { show } from '../print.ts'

const PROBLEMS = {
  changed: { zh: '内容被改动', en: 'was changed' },
  'missing-or-added': { zh: '有记录被删除或插入', en: 'has entries missing or added' },
  'chain-broken': { zh: '封存链断裂', en: 'breaks the chain of seals' },
} as const

export const journal: Command = {
  name: 'journal',
  usage: 'journal verify|seal',
  text: {
    zh: '核验操作日志是否被改动（有问题时退出码为1）',
    en: 'Prove that the journal was not changed (exit code 1 when it was)',
  },
  options: [],
  run: (given) =>
    withInstallation(given, async ({ database, county }) => {
      if (given.positionals[0] === 'seal') {
        const sealed = await sealJournal(database, county)
        show(given, { sealed }, () => (given.language === 'zh' ? `已封存 ${sealed} 条` : `${sealed} entries sealed`))
        return 0
      }
      if (given.positionals[0] !== 'verify')
        throw new Refusal('invalid', {
          zh: '请写明 journal verify 或 journal seal',
          en: 'Say journal verify or journal seal',
        })
      const verdict = await verifyJournal(database, county)
      show(given, verdict, () => {
        const counts =
          given.language === 'zh'
            ? `共 ${verdict.entries} 条日志，${verdict.seals} 次封存，${verdict.unsealed} 条尚未封存`
            : `${verdict.entries} entries, ${verdict.seals} seals, ${verdict.unsealed} not sealed yet`
        if (!verdict.problem) return `${given.language === 'zh' ? '核验通过：' : 'Verified: '}${counts}`
        const { kind, seal, seq } = verdict.problem
        return `${given.language === 'zh' ? '核验不通过：' : 'Not verified: '}${PROBLEMS[kind][given.language]}（seal ${seal ?? '—'}, seq ${seq ?? '—'}）`
      })
      return verdict.ok ? 0 : 1
    }),
}
