import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { findFigure, readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode, isCity } from '@kangheng/kernel/place/code.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { gatherCity } from '@kangheng/server/city.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { progressBar, say, show, table } from '../print.ts'

function findIndicator(indicators: readonly Indicator[], id: string | undefined): Indicator {
  const found = indicators.find((each) => each.id === id)
  if (found) return found
  const known = indicators.map((each) => `  ${each.id}  ${each.title.zh}`).join('\n')
  throw new Refusal(
    'not-found',
    {
      zh: `没有指标“${id ?? ''}”。现有指标：\n${known}`,
      en: `There is no indicator “${id ?? ''}”. Indicators:\n${known}`,
    },
    { field: 'indicator' },
  )
}

/** The answer programs get; the rest of a figure stays in the house. */
const brief = (figure: FigureReading) => ({
  indicator: figure.indicator,
  place: figure.place,
  period: figure.period,
  value: figure.value === null ? null : Number(figure.value),
  numerator: figure.numerator === null ? null : Number(figure.numerator),
  denominator: figure.denominator === null ? null : Number(figure.denominator),
  status: figure.status,
})

async function build(given: Arguments, setting: Setting): Promise<number> {
  const started = performance.now()
  const figures = isCity(setting.county)
    ? await gatherCity(setting)
    : await buildFigures(setting.database, await setting.computation(), progressBar(given))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  show(given, { figures, seconds: Number(seconds) }, () =>
    given.language === 'zh' ? `已计算 ${figures} 个数据，用时 ${seconds} 秒` : `${figures} figures in ${seconds} s`,
  )
  return 0
}

async function showOne(given: Arguments, setting: Setting): Promise<number> {
  const indicator = findIndicator(await setting.indicators(), given.positionals[1])
  const place = checkPlaceCode(optional(given, 'place') ?? setting.county)
  const period = getPeriod(required(given, 'period')).id
  const figure = await findFigure(setting.database, setting.county, indicator.id, place, period)
  if (!figure)
    throw new Refusal('not-found', {
      zh: `没有 ${place} ${period} 的“${indicator.title.zh}”`,
      en: `There is no figure of ${indicator.id} for ${place} ${period}`,
    })
  show(given, brief(figure), (value) => {
    const ratio = value.denominator === null ? '' : `（${figure.numerator} / ${figure.denominator}）`
    return `${indicator.title[given.language]} ${figure.placeName} ${period}：${figure.value ?? '—'}${figure.value === null ? '' : indicator.unit[given.language]}${ratio} ${figure.status}`
  })
  return 0
}

async function list(given: Arguments, setting: Setting): Promise<number> {
  const indicators = await setting.indicators()
  const place = checkPlaceCode(optional(given, 'place') ?? setting.county)
  const period = getPeriod(required(given, 'period')).id
  const figures = await readFigures(setting.database, {
    county: setting.county,
    indicators: indicators.map((each) => each.id),
    places: [place],
    periods: [period],
  })
  show(given, figures.map(brief), () =>
    table(
      figures.map((figure) => {
        const indicator = findIndicator(indicators, figure.indicator)
        return [
          figure.indicator,
          indicator.title[given.language],
          figure.value ?? '—',
          indicator.unit[given.language],
          figure.numerator ?? '',
          figure.denominator ?? '',
          figure.status,
        ]
      }),
    ),
  )
  return 0
}

async function trace(given: Arguments, setting: Setting): Promise<number> {
  const { horizon } = await setting.computation()
  const limit = Number(optional(given, 'limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new Refusal(
      'invalid',
      { zh: '--limit 应为1至10000的整数', en: '--limit must be a whole number from 1 to 10,000' },
      { field: 'limit' },
    )
  const side = given.options['denominator'] ? 'denominator' : 'numerator'
  const page = await traceFigure(setting.database, {
    county: setting.county,
    indicator: findIndicator(await setting.indicators(), given.positionals[1]),
    side,
    place: checkPlaceCode(optional(given, 'place') ?? setting.county),
    window: windowOf(getPeriod(required(given, 'period')), horizon),
    limit,
    unmasked: false,
  })
  show(given, page.rows, () =>
    table(
      page.rows.map((row) => [
        row.division,
        row.personName ?? '',
        row.record ?? '',
        ...page.columns.map(({ key, values }) => {
          const value = String(row.values[key] ?? '')
          return values?.[value]?.zh ?? value
        }),
      ]),
    ),
  )
  return 0
}

async function close(given: Arguments, setting: Setting): Promise<number> {
  if (isCity(setting.county))
    throw new Refusal('invalid', {
      zh: '市级数据随各县结账而结账，请在各县结账',
      en: 'A city’s figures are closed when its counties close theirs; close the month in each county',
    })
  const month = required(given, 'month')
  const actor = systemActor(setting)
  const frozen = await closeMonthsUntil(
    setting.database,
    { computation: await setting.computation(), actor, requestId: `close-${Date.now()}`, today: setting.today() },
    getPeriod(month).id,
  )
  show(given, { month, frozen }, () => '')
  say(given, { zh: `已结账至 ${month}，冻结 ${frozen} 个数据`, en: `Closed up to ${month}: ${frozen} figures frozen` })
  return 0
}

const verbs: Record<string, (given: Arguments, setting: Setting) => Promise<number>> = {
  build,
  show: showOne,
  list,
  trace,
  close,
}

export const figures: Command = {
  name: 'figures',
  usage: 'figures build|show|list|trace|close',
  text: { zh: '计算、查看、追溯和结账各项数据', en: 'Compute, show, trace and close figures' },
  options: [
    {
      name: 'place',
      value: 'CODE',
      text: { zh: '区划或机构代码（默认全县）', en: 'division or institution code (default: the county)' },
    },
    {
      name: 'period',
      value: 'PERIOD',
      text: { zh: '时期：2025、2025-Q4、2025-11、2025-11-ytd', en: 'period: 2025, 2025-Q4, 2025-11, 2025-11-ytd' },
    },
    { name: 'month', value: 'YYYY-MM', text: { zh: '结账至该月', en: 'close up to this month' } },
    { name: 'limit', value: 'N', text: { zh: '追溯时最多列出的条数', en: 'how many rows to trace at most' } },
    { name: 'denominator', text: { zh: '追溯分母（默认分子）', en: 'trace the denominator (default: numerator)' } },
  ],
  async run(given) {
    const verb = verbs[given.positionals[0] ?? '']
    if (!verb)
      throw new Refusal('invalid', {
        zh: '请写明 figures build、show、list、trace 或 close',
        en: 'Say figures build, show, list, trace or close',
      })
    return withInstallation(given, (setting) => verb(given, setting))
  },
}
