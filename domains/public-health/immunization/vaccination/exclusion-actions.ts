import { z } from 'zod'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { exclusionKinds, seriesTitles } from '../codes.ts'
import * as inputs from '../inputs.ts'
import { exclusion } from '../records.ts'
import { settle } from './settle.ts'

export const exclude = defineAction(exclusion, {
  name: 'register',
  title: { zh: '登记禁忌、暂缓或拒绝', en: 'Register a reason not to vaccinate' },
  on: 'new',
  to: 'open',
  input: z.object({
    person: inputs.person,
    series: inputs.choice(seriesTitles, { zh: '系列', en: 'Series' }),
    kind: inputs.choice(exclusionKinds, { zh: '类别', en: 'Kind' }),
    until: field(z.iso.date().optional(), {
      title: { zh: '暂缓至', en: 'Until' },
      help: { zh: '暂缓必填；禁忌不填为长期', en: 'Needed for a deferral; a contraindication without it is for good' },
    }),
    note: inputs.long('原因', 'Reason'),
    happenedOn: inputs.day('登记日期', 'Found on'),
  }),
  async run(context) {
    const { person: id, series, kind, until, note, happenedOn = context.today } = context.input
    const person = await getPerson(context, id)
    if (kind === 'deferral' && !until) refuse('until', { zh: '暂缓要写明到哪一天', en: 'Say until when it is put off' })
    if (until && until <= happenedOn)
      refuse('until', { zh: '应晚于登记日期', en: 'This must be after the day it was found' })
    const values = { person: id, division: person.division, happenedOn, series, kind, until: until ?? null, note }
    const row = await context.create(values)
    await settle(context, id)
    return row
  },
})

export const lift = defineAction(exclusion, {
  name: 'lift',
  title: { zh: '解除', en: 'Lift' },
  on: 'existing',
  from: ['open'],
  to: 'lifted',
  input: z.object({}),
  async run(context) {
    const row = await context.change({})
    await settle(context, row.person!)
    return row
  },
})
