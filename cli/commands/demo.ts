import { demoCounty, loadDemo } from '@kangheng/demo/index.ts'
import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { monthEnd } from '@kangheng/kernel/indicator/horizon.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { sealJournal } from '@kangheng/kernel/record/journal.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { deferFigures } from '@kangheng/server/deferred-figures.ts'
import { findInstallation, initialise } from '@kangheng/server/installation.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import { optional, type Arguments, type Command } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { progressBar, say, show, table } from '../print.ts'

/** Makes the synthetic county: people and records, figures, closed months, one account per role. */
export async function makeDemo(
  given: Arguments,
  options: { scale: number; seed: number; deferred?: boolean },
): Promise<void> {
  const started = performance.now()
  const progress = progressBar(given)
  say(given, {
    zh: '正在生成演示县（人员与记录均为虚构）…',
    en: 'Making the demo county (its people and records are synthetic) …',
  })
  const setting = await initialise(installationOf(given), demoCounty.code, {
    demo: true,
    today: demoCounty.today,
    firstMonth: demoCounty.firstMonth,
  })
  try {
    await loadDemo(setting, { ...options, onProgress: progress })
    const computation = await setting.computation()
    const write = { computation, actor: systemActor(setting), requestId: 'demo-close', today: setting.today() }
    // Each month was closed on the fifth of the next; what is computed for closed months is closed at once.
    await closeMonthsUntil(setting.database, write, demoCounty.closedUntil, (month) => addDays(monthEnd(month), 5))
    const later = options.deferred ? await deferFigures(setting) : []
    const first = computation.indicators.map((each) => each.id).filter((id) => !later.includes(id))
    await buildFigures(setting.database, computation, progress, later.length > 0 ? first : undefined)
    await sealJournal(setting.database, setting.county)
  } finally {
    await setting.close()
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(given, { zh: `演示县已生成，用时 ${seconds} 秒`, en: `The demo county is ready after ${seconds} s` })
}

/** Prints one account per role; only a demo county has any. */
export function printAccounts(given: Arguments, accounts: readonly { username: string; password: string }[]): void {
  if (given.options['json'] || accounts.length === 0) return
  say(given, { zh: '演示账号（用户名  密码）：', en: 'Demo accounts (user name  password):' })
  console.log(table(accounts.map((account) => ['  ', account.username, account.password])))
}

export const demo: Command = {
  name: 'demo',
  usage: 'demo [--scale 0.05] [--seed 1]',
  text: { zh: '生成演示县（人员与记录均为虚构）', en: 'Make the demo county (synthetic people and records)' },
  options: [
    {
      name: 'scale',
      value: 'N',
      text: { zh: '规模，1 为完整的县（默认 1）', en: 'size, 1 is the whole county (default 1)' },
    },
    { name: 'seed', value: 'N', text: { zh: '随机种子（默认 1）', en: 'seed (default 1)' } },
  ],
  async run(given) {
    const scale = Number(optional(given, 'scale') ?? 1)
    const seed = Number(optional(given, 'seed') ?? 1)
    if (!(scale > 0 && scale <= 1))
      throw new Refusal(
        'invalid',
        { zh: '--scale 应大于0且不超过1', en: '--scale lies above 0 and not above 1' },
        { field: 'scale' },
      )
    if (!Number.isInteger(seed))
      throw new Refusal('invalid', { zh: '--seed 应为整数', en: '--seed is a whole number' }, { field: 'seed' })
    const known = await findInstallation(installationOf(given))
    if (known) {
      const { county } = known
      await known.close()
      throw new Refusal('conflict', {
        zh: `这里已有 ${county} 的数据，演示县只在空目录中生成；请用 --data 指定新目录`,
        en: `There is a county (${county}) here already; the demo is made in an empty folder only: give a new one with --data`,
      })
    }
    await makeDemo(given, { scale, seed })
    const made = (await findInstallation(installationOf(given)))!
    printAccounts(given, made.demoAccounts)
    if (given.options['json']) show(given, { county: made.county, scale, seed, accounts: made.demoAccounts }, () => '')
    await made.close()
    return 0
  },
}
