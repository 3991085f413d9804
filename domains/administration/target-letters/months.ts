import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { accumulates, checkTarget, evenMonths, seasonalMonths } from '@kangheng/kernel/indicator/targets.ts'
import { monthsBetween } from '@kangheng/kernel/period/period.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Method } from './records.ts'

/** The values of last year's months: what each added, or where the level stood at its end (year to date, as targets are). */
async function lastYear(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  indicator: Indicator,
  place: string,
  year: number,
): Promise<string[]> {
  const months = monthsBetween(`${year - 1}-01`, `${year - 1}-12`)
  const periods = accumulates(indicator) ? months : months.map((month) => `${month}-ytd`)
  const figures = await readFigures(connection, { county, indicators: [indicator.id], places: [place], periods })
  const at = new Map(figures.map((figure) => [figure.period, figure]))
  return periods.map((period) => {
    const figure = at.get(period)
    if (figure?.value == null || figure.status === 'provisional')
      return refuse('method', {
        zh: `上年 ${period} 没有已关账的数，请改用平均或逐月填写`,
        en: `Last year has no closed figure for ${period}: lay it evenly or by hand`,
      })
    return figure.value
  })
}

/** The months of a target by the chosen method, checked. @throws Refusal with the field that is wrong. */
export async function monthsFor(
  context: Pick<ActionContext, 'connection' | 'county'>,
  indicator: Indicator,
  target: { place: string; year: number; value: string; method: Method; months?: readonly string[] | undefined },
): Promise<string[]> {
  const { place, year, value, method } = target
  const months =
    method === 'by-hand'
      ? [
          ...(target.months ??
            refuse('months', {
              zh: '请填写12个月的进度目标',
              en: 'Give the value due at the end of each of the twelve months',
            })),
        ]
      : method === 'seasonal'
        ? seasonalMonths(indicator, value, await lastYear(context, indicator, place, year))
        : evenMonths(indicator, value)
  checkTarget(indicator, value, months)
  if (accumulates(indicator) && Number(months[11]) !== Number(value))
    return refuse('months', {
      zh: '12月的累计进度须等于年度目标',
      en: 'What is due at the end of December must be the value of the year',
    })
  return months
}
