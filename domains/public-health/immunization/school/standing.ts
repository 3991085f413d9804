import { getPerson } from '@kangheng/kernel/person/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { forecast } from '../forecast/forecast.ts'
import type { Forecast } from '../forecast/result.ts'
import { scheduleOn } from '../forecast/schedules.ts'
import { asGiven, childOf, dosesOf, exclusionsOf } from '../vaccination/settle.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>

/**
 * The doses a child owes: due or overdue on the day by the schedule, a contraindication or deferral set aside.
 * Source: 儿童入托、入学预防接种证查验办法（国卫疾控发〔2021〕4号）: checked against the schedule by age, what is missing is caught up.
 */
export const owedIn = ({ series }: Forecast): string[] =>
  series.flatMap(({ next }) => (next && next.status !== 'future' ? next.id : []))

/** What a person of the register owes on a day. */
export async function owedBy(context: Context, id: string, on: IsoDate): Promise<string[]> {
  const person = await getPerson(context, id)
  const doses = (await dosesOf(context, id)).map(asGiven).filter(({ date }) => date <= on)
  const exclusions = await exclusionsOf(context, id)
  return owedIn(forecast({ ...childOf(person), on, schedule: scheduleOn(on), doses, exclusions }))
}
