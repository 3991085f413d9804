import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { forecastReasons } from '../codes.ts'
import { forecast } from '../forecast/forecast.ts'
import { scheduleOn } from '../forecast/schedules.ts'
import { type VaccineCode, vaccineOf } from '../forecast/vaccines.ts'
import { asGiven, childOf, dosesOf } from './settle.ts'
import { verdictsOf } from './verdicts.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>

/** What the new dose would count as; refuses one that counts for nothing, unless a reason is given. */
export async function judgeDose(
  context: Context,
  id: string,
  vaccine: VaccineCode,
  on: string,
  despite: string | undefined,
) {
  const person = await getPerson(context, id)
  assertAlive(person)
  if (on < person.birth) refuse('happenedOn', { zh: '接种日期早于出生日期', en: 'The day lies before the birth' })
  const history = [...(await dosesOf(context, id)).map(asGiven), { vaccine, date: on }]
  const schedule = scheduleOn(context.today)
  const answer = forecast({ ...childOf(person), on: context.today, schedule, doses: history })
  const verdict = verdictsOf(history, answer).at(-1)!
  const counts = verdict.dose !== null || vaccineOf(vaccine).series.length === 0
  if (!counts && despite === undefined) {
    const reasons = verdict.reasons.map((reason) => forecastReasons[reason])
    refuse('despite', {
      zh: `这一剂不计入免疫程序（${reasons.map(({ zh }) => zh).join('，')}），不能接种；应急接种等确需接种的，用“计划外接种登记”并写明理由`,
      en: `This dose would not count (${reasons.map(({ en }) => en).join(', ')}); if it must be given, record it as a dose off the schedule with its reason`,
    })
  }
  return { person, ...verdict, reasons: [...verdict.reasons] }
}
