import { distributeInstallation, planInstallation } from '@kangheng/server/installation.ts'
import type { CitusState } from '@kangheng/kernel/store/distribution/apply.ts'
import type { DistributionPlan, Placement } from '@kangheng/kernel/store/distribution/plan.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { inLanguage, type Text } from '@kangheng/kernel/text/text.ts'
import { optional, type Arguments } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { progressBar, say, show, table } from '../print.ts'

const PLACEMENTS: Readonly<Record<Placement, Text>> = {
  distributed: { zh: '按县分布', en: 'by county' },
  reference: { zh: '各节点均有', en: 'on every node' },
  local: { zh: '仅主节点', en: 'coordinator' },
}

const MISSING: Readonly<Record<Exclude<CitusState, 'ready'>, Text>> = {
  'not-installed': {
    zh: '此 PostgreSQL 服务器没有 Citus 扩展，数据库未作任何改动。请在各节点安装 Citus，在 shared_preload_libraries 中加入 citus，重启后运行 create extension citus',
    en: 'This PostgreSQL server does not have the Citus extension; nothing was changed. Install Citus on every node, add citus to shared_preload_libraries, restart, and run create extension citus',
  },
  'not-created': {
    zh: '服务器上有 Citus，但此数据库尚未启用，数据库未作任何改动。请在各节点的此数据库中运行 create extension citus，并用 citus_add_node 登记节点',
    en: 'The server has Citus, but this database does not use it yet; nothing was changed. Run create extension citus in this database on every node, and make the nodes known with citus_add_node',
  },
}

function printPlan(given: Arguments, citus: CitusState, plan: DistributionPlan): void {
  show(given, { citus, ...plan }, () => {
    const of = (placement: Placement) => plan.tables.filter((each) => each.placement === placement).length
    const counts = (Object.keys(PLACEMENTS) as Placement[])
      .map((each) => `${inLanguage(PLACEMENTS[each], given.language)} ${of(each)}`)
      .join(given.language === 'zh' ? '，' : ', ')
    const rows = plan.tables.map((each) => [
      each.name,
      inLanguage(PLACEMENTS[each.placement], given.language),
      String(Math.round(each.rows)),
    ])
    return `${table(rows)}\n\n${counts}`
  })
}

function printFaults(given: Arguments, plan: DistributionPlan): void {
  for (const fault of plan.faults) console.error(`${fault.table}: ${inLanguage(fault.text, given.language)}`)
}

function shardsOf(given: Arguments): number {
  const text = optional(given, 'shards') ?? '32'
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new Refusal('invalid', {
    zh: '--shards 须为1至9999的整数',
    en: '--shards must be a whole number from 1 to 9999',
  })
}

/** `kangheng db distribute`: the plan, or the work; 1 when Citus is missing or a table cannot be distributed. */
export async function runDistribute(given: Arguments): Promise<number> {
  const installation = installationOf(given)
  if (!installation.url)
    throw new Refusal('invalid', {
      zh: '只有 PostgreSQL 数据库可以分布：请设置 DATABASE_URL',
      en: 'Only a PostgreSQL database can be distributed: set DATABASE_URL',
    })
  const options = { shards: shardsOf(given), online: given.options['online'] === true }
  if (given.options['plan'] === true) {
    const { citus, plan } = await planInstallation(installation)
    printPlan(given, citus, plan)
    printFaults(given, plan)
    return plan.faults.length > 0 ? 1 : 0
  }
  const bar = progressBar(given)
  const result = await distributeInstallation(installation, options, (step, number, total) =>
    bar(step.table, number, total),
  )
  if (result.citus !== 'ready') {
    show(given, { citus: result.citus, steps: [] }, () => inLanguage(MISSING[result.citus], given.language))
    return 1
  }
  printFaults(given, result.plan)
  if (result.plan.faults.length > 0) {
    say(given, {
      zh: '以上问题须先解决，数据库未作任何改动',
      en: 'These must be mended first; nothing was changed',
    })
    return 1
  }
  const fresh = result.steps.filter((step) => step.done === 'now').length
  show(given, { citus: result.citus, steps: result.steps }, () =>
    given.language === 'zh'
      ? `已分布 ${fresh} 张表，此前已分布 ${result.steps.length - fresh} 张`
      : `${fresh} tables distributed, ${result.steps.length - fresh} were before`,
  )
  return 0
}
