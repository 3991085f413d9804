import {
  detect as judge,
  type DetectOptions,
  type LabelledSeries,
  readSeries,
} from '@kangheng/domains/public-health/communicable-disease/warning/index.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { required, type Command } from '../arguments.ts'
import { readGiven } from '../given-file.ts'
import { show, table } from '../print.ts'
import { methodOptions, readMethod, readMethodOptions, readRange } from './detect-options.ts'

/** Refuses settings that this series cannot bear. */
function checkAgainst(series: LabelledSeries, options: DetectOptions): void {
  if (2 * (options.halfWidth ?? 0) + 1 > series.frequency)
    refuse('half-width', {
      zh: `--half-width 太大：同期窗口不能超过一年（${series.frequency} 期）`,
      en: `--half-width is too large: the window must fit into a year (${series.frequency} steps)`,
    })
  if (options.reference === 'date' && !series.dates)
    refuse('reference', {
      zh: '--reference date 需要日历：请用 date 列给出每期第一天，或用 ISO 周（有第53周的年份写到53）',
      en: '--reference date needs a calendar: give the first day of each step in a column date, or ISO weeks (with a week 53 where the year has one)',
    })
  if (options.populationOffset && !series.population)
    refuse('population-offset', {
      zh: '--population-offset 需要每行都有 population 列的人口数',
      en: '--population-offset needs the column population in every row',
    })
  const windows = 2 * (options.halfWidth ?? 3) + 1
  if ((options.periods ?? 1) > series.frequency - windows)
    refuse('periods', {
      zh: `--periods 太多：除去同期窗口，一年只剩 ${series.frequency - windows} 期`,
      en: `--periods is too large: besides the windows a year has ${series.frequency - windows} steps`,
    })
}

export const detect: Command = {
  name: 'detect',
  usage: 'detect --method METHOD --series FILE.csv',
  text: {
    zh: '对一列病例数作暴发早期预警（CSV 含 date 或 week 与 count 两列；方法：farrington、farrington-flexible、ears-c1、ears-c2、ears-c3、moving-percentile）',
    en: 'Early warning on a series of counts (CSV with date or week, and count; methods: farrington, farrington-flexible, ears-c1, ears-c2, ears-c3, moving-percentile)',
  },
  options: [
    { name: 'method', value: 'METHOD', text: { zh: '方法', en: 'method' } },
    {
      name: 'series',
      value: 'FILE',
      text: { zh: '病例数序列（- 为标准输入）', en: 'the series (- is standard input)' },
    },
    {
      name: 'range',
      value: 'FROM:TO',
      text: {
        zh: '只判断其中一段（序号自1起，或日期、周）',
        en: 'judge only these points (positions from 1, or dates or weeks)',
      },
    },
    ...methodOptions,
  ],
  async run(given) {
    const method = readMethod(given)
    const options = readMethodOptions(given, method)
    const series = readSeries(await readGiven(required(given, 'series'), 'series'))
    checkAgainst(series, options)
    const points = judge(series, method, options, readRange(given, series))
    const zh = given.language === 'zh'
    const number = (value: number | null) => (value === null ? '—' : value.toFixed(2))
    show(given, points, () =>
      table([
        zh ? ['时间', '实际', '预期', '上限', '信号'] : ['step', 'observed', 'expected', 'upper', 'alarm'],
        ...points.map((point, index) => [
          series.labels[index]!,
          String(point.observed),
          number(point.expected),
          number(point.upper),
          point.alarm ? (zh ? '预警' : 'alarm') : '',
        ]),
      ]),
    )
    return 0
  },
}
