import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { lightOf } from '@kangheng/kernel/indicator/targets.ts'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** A place that is behind with an indicator. Derived from figures and targets, never stored: it goes when the figure recovers. */
export interface Warning {
  readonly id: string
  readonly level: 'yellow' | 'red'
  readonly place: string
  readonly placeName: string
  readonly indicator: string
  readonly title: Text
  readonly text: Text
  readonly period: string
  /** First month of the year since which it has been behind without interruption. */
  readonly since: string
}

const monthsBack = (month: string, count: number) =>
  Array.from({ length: count }, (_, back) => addMonths(`${month}-01`, -back).slice(0, 7))

function describe(indicator: Indicator, figure: FigureReading, now: 'yellow' | 'red', months: number): Text {
  const due = `${figure.due}${indicator.unit.zh}`
  const lower = indicator.better === 'lower'
  const zh = lower
    ? `${now === 'red' ? '明显' : '略'}高于进度控制数${due}`
    : `${now === 'red' ? '明显' : '略'}低于进度目标${due}`
  const en = `is ${now === 'red' ? 'far' : 'slightly'} ${lower ? 'above' : 'behind'} the ${figure.due}${indicator.unit.en} due`
  const again = months > 1 ? { zh: `，已连续${months}个月`, en: `, for ${months} months in a row` } : { zh: '', en: '' }
  return {
    zh: `${indicator.title.zh}${figure.value}${indicator.unit.zh}，${zh}${again.zh}`,
    en: `${indicator.title.en} ${figure.value}${indicator.unit.en} ${en}${again.en}`,
  }
}

/**
 * Yellow and red warnings of a place and the places directly below it, worst first.
 * A second month in the yellow band in a row is red (two yellows make a red: LOCAL appraisal rule).
 */
export async function findWarnings(
  connection: Connection,
  request: { county: string; indicators: readonly Indicator[]; under: string; month: string },
): Promise<Warning[]> {
  // Without a target nothing is due and nothing can be behind; reading all other figures took most of the time.
  const aimed = await connection.query<{ indicator: string }>(
    'select distinct indicator from target where county = $1 and indicator = any($2::text[])',
    [request.county, request.indicators.map((indicator) => indicator.id)],
  )
  const targeted = new Set(aimed.map((row) => row.indicator))
  const judged = request.indicators.filter(({ id, better }) => better !== 'neither' && targeted.has(id))
  if (judged.length === 0) return []
  const months = monthsBack(request.month, Number(request.month.slice(5, 7)))
  const query = {
    county: request.county,
    indicators: judged.map((indicator) => indicator.id),
    periods: months.map((month) => `${month}-ytd`),
  }
  const figures = [
    ...(await readFigures(connection, { ...query, under: request.under })),
    ...(await readFigures(connection, { ...query, places: [request.under] })),
  ]
  const at = new Map(figures.map((figure) => [`${figure.indicator}|${figure.place}|${figure.period}`, figure]))
  const warnings: Warning[] = []
  for (const figure of figures.filter((each) => each.period === `${request.month}-ytd`)) {
    const indicator = judged.find((each) => each.id === figure.indicator)!
    const light = (month: string) => {
      const each = at.get(`${figure.indicator}|${figure.place}|${month}-ytd`)
      return each ? lightOf(each.value, each.due, indicator.better) : null
    }
    const now = light(request.month)
    if (now !== 'yellow' && now !== 'red') continue
    const behind = months.findIndex((month) => light(month) !== 'yellow' && light(month) !== 'red')
    const length = behind < 0 ? months.length : behind
    const level = now === 'red' || length > 1 ? 'red' : 'yellow'
    warnings.push({
      id: `${figure.indicator}|${figure.place}|${request.month}`,
      level,
      place: figure.place,
      placeName: figure.placeName,
      indicator: figure.indicator,
      title: indicator.title,
      text: describe(indicator, figure, now, length),
      period: figure.period,
      since: months[length - 1]!,
    })
  }
  return warnings.sort(
    (one, other) => Number(other.level === 'red') - Number(one.level === 'red') || one.place.localeCompare(other.place),
  )
}
