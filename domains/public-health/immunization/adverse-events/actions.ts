import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { severities } from '../codes.ts'
import * as inputs from '../inputs.ts'
import { adverseEvent, vaccination } from '../records.ts'
import { vaccinations } from '../tables.ts'
import { reportBy, type Severity } from './clock.ts'

const moment = (zh: string, en: string) => field(z.iso.datetime({ offset: true }), { title: { zh, en } })
const at = (text: string) => new Date(text).getTime()

/** The row of an event after a dose, with the moment until which it is to be reported. */
export function eventAfter(
  given: RowOf<typeof vaccinations>,
  seen: { severity: Severity; symptoms: string; happenedOn: string; foundAt: string },
) {
  const { person, division, vaccine, lotNumber } = given
  const { severity, symptoms, happenedOn, foundAt } = seen
  return {
    ...{ person, division, vaccine, lotNumber, severity, symptoms, happenedOn, foundAt },
    vaccination: given.id,
    reportBy: reportBy(severity, foundAt),
  }
}

export const find = defineAction(adverseEvent, {
  name: 'find',
  title: { zh: '登记异常反应', en: 'Register an adverse event' },
  on: 'new',
  to: 'found',
  input: z.object({
    vaccination: field(z.uuid(), {
      title: { zh: '接种记录', en: 'Vaccination' },
      refersTo: 'record:immunization.vaccination',
    }),
    severity: inputs.choice(severities, { zh: '程度', en: 'Severity' }),
    symptoms: inputs.long('表现', 'Symptoms'),
    happenedOn: inputs.day('发生日期', 'Onset'),
    foundAt: moment('发现时间', 'Found at'),
  }),
  async run(context) {
    const { input, today } = context
    const given = await context.find(
      vaccination,
      and(eq(vaccinations.id, input.vaccination), isNull(vaccinations.voidedAt)),
    )
    if (!given) return refuse('vaccination', { zh: '没有这条接种记录', en: 'There is no such vaccination' })
    const onset = input.happenedOn ?? today
    if (onset < given.happenedOn)
      refuse('happenedOn', {
        zh: `早于接种日期${given.happenedOn}`,
        en: `Before the vaccination on ${given.happenedOn}`,
      })
    return context.create(eventAfter(given, { ...input, happenedOn: onset }))
  },
})

export const report = defineAction(adverseEvent, {
  name: 'report',
  title: { zh: '报告', en: 'Report' },
  on: 'existing',
  from: ['found'],
  to: 'reported',
  input: z.object({ reportedAt: moment('报告时间', 'Reported at') }),
  run({ input, current, change }) {
    if (at(input.reportedAt) < at(current.foundAt))
      refuse('reportedAt', { zh: '报告时间早于发现时间', en: 'Reported before it was found' })
    return change({ reportedAt: input.reportedAt })
  },
})

export const close = defineAction(adverseEvent, {
  name: 'close',
  title: { zh: '结案', en: 'Close' },
  on: 'existing',
  from: ['reported'],
  to: 'closed',
  input: z.object({ conclusion: inputs.long('结论', 'Conclusion') }),
  run: ({ input, change }) => change({ conclusion: input.conclusion }),
})
