import { and, eq, isNull } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { lot } from '../records.ts'
import { lots } from '../tables.ts'
import { firstToUse, whyNotUsable } from './lot.ts'

type Context = Pick<ActionContext, 'find' | 'findAll'>

const notUsable = {
  stopped: { zh: '该批次已停用，请换一批', en: 'The lot was stopped; take another one' },
  held: {
    zh: '该批次所在冷链设备温度异常，已封存待判，不能使用，请换一批',
    en: 'The lot is set aside: its refrigerator was outside 2–8 °C. Take another one',
  },
  expired: { zh: '该批次已过有效期，请报废并换一批', en: 'The lot has expired; discard it and take another one' },
  empty: { zh: '该批次已用完，请换一批', en: 'The lot is used up; take another one' },
}

/** The lot to be used: not stopped, expired or empty, and no other lot of the vaccine expires earlier. */
export async function getLot(context: Context, id: string, on: string): Promise<RowOf<typeof lots>> {
  const chosen = await context.find(lot, and(eq(lots.id, id), isNull(lots.voidedAt)))
  if (!chosen) return refuse('lot', { zh: '没有这批疫苗', en: 'There is no such lot' })
  const fault = whyNotUsable(chosen, on)
  if (fault) refuse('lot', notUsable[fault])
  const mine = chosen.institution === null ? undefined : eq(lots.institution, chosen.institution)
  const others = await context.findAll(lot, and(eq(lots.vaccine, chosen.vaccine), mine, isNull(lots.voidedAt)))
  const first = firstToUse(others, chosen.vaccine, on)
  if (first && first.expiresOn < chosen.expiresOn) {
    const { lotNumber, expiresOn } = others.find((each) => each.id === first.id)!
    refuse('lot', {
      zh: `近效期先用：请先用批号${lotNumber}（有效期至${expiresOn}），不能用的先报废`,
      en: `First expired, first out: use lot ${lotNumber} (expires ${expiresOn}) first, or discard it`,
    })
  }
  return chosen
}
