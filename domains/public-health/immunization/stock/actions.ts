import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { vaccineTitles } from '../codes.ts'
import * as inputs from '../inputs.ts'
import { lot } from '../records.ts'
import { lots } from '../tables.ts'
import { remaining } from './lot.ts'

export const receive = defineAction(lot, {
  name: 'receive',
  title: { zh: '疫苗入库', en: 'Receive vaccine' },
  on: 'new',
  to: 'in-use',
  input: z.object({
    vaccine: inputs.choice(vaccineTitles, { zh: '疫苗', en: 'Vaccine' }),
    lotNumber: inputs.short('批号', 'Lot'),
    manufacturer: inputs.short('生产企业', 'Manufacturer'),
    expiresOn: field(z.iso.date(), { title: { zh: '有效期至', en: 'Expires on' } }),
    received: inputs.count('数量', 'Quantity'),
    happenedOn: inputs.day('入库日期', 'Received on'),
  }),
  async run(context) {
    const { vaccine, lotNumber, manufacturer, expiresOn, received, happenedOn = context.today } = context.input
    const { institution } = context.actor
    if (!institution)
      return refuse('lotNumber', {
        zh: '疫苗由接种单位入库，请用接种单位的账号',
        en: 'Vaccine is received by a clinic; use an account of the clinic',
      })
    if (expiresOn < happenedOn) refuse('expiresOn', { zh: '疫苗已过期，不能入库', en: 'The vaccine has expired' })
    const same = and(eq(lots.institution, institution), eq(lots.vaccine, vaccine), eq(lots.lotNumber, lotNumber))
    const known = await context.find(lot, and(same, isNull(lots.voidedAt)))
    if (known && known.expiresOn !== expiresOn)
      refuse('expiresOn', {
        zh: `该批号已入库，有效期至${known.expiresOn}，请核对`,
        en: `This lot is in stock with expiry ${known.expiresOn}; check it`,
      })
    return context.create({ vaccine, lotNumber, manufacturer, expiresOn, received, happenedOn })
  },
})

export const discard = defineAction(lot, {
  name: 'discard',
  title: { zh: '报废', en: 'Discard' },
  on: 'existing',
  input: z.object({ doses: inputs.count('报废数量', 'Quantity'), reason: inputs.long('原因', 'Reason') }),
  run({ input, current, change }) {
    const left = remaining(current)
    if (input.doses > left)
      refuse('doses', { zh: `该批次只剩${left}剂`, en: `There are only ${left} doses left of this lot` })
    return change({ discarded: current.discarded + input.doses })
  },
})

export const stop = defineAction(lot, {
  name: 'stop',
  title: { zh: '停用（召回）', en: 'Stop (recall)' },
  on: 'existing',
  from: ['in-use', 'held'],
  to: 'stopped',
  confirm: {
    zh: '停用后该批疫苗不能再接种。确定停用？',
    en: 'A stopped lot can no longer be given. Stop it?',
  },
  input: z.object({ reason: inputs.long('停用原因', 'Reason') }),
  run: ({ input, today, change }) => change({ stoppedOn: today, stoppedReason: input.reason }),
})
