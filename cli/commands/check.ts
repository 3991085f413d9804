import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { runCheck } from '@kangheng/reporting/check/command.ts'
import type { IndicatorFigure } from '@kangheng/reporting/check/reconcile.ts'
import type { Arguments, Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'

const KNOWN = ['json', 'out', 'list', 'place', 'period']

/** The county's figures under the names a summary may use for them. */
function figuresOf(given: Arguments, place: string, period: string): Promise<IndicatorFigure[]> {
  return withInstallation(given, async (setting) => {
    const indicators = await setting.indicators()
    const readings = await readFigures(setting.database, {
      county: setting.county,
      indicators: indicators.map((each) => each.id),
      places: [checkPlaceCode(place)],
      periods: [getPeriod(period).id],
    })
    return readings.flatMap((reading) => {
      const indicator = indicators.find((each) => each.id === reading.indicator)
      if (!indicator || reading.value === null) return []
      const { id, title, synonyms, unit } = indicator
      return [
        {
          id,
          names: [title.zh, ...synonyms],
          unit: unit.zh,
          place,
          period,
          value: reading.value,
          status: reading.status,
        },
      ]
    })
  })
}

export const check: Command = {
  name: 'check',
  usage: 'check FILE [--out annotated.docx]',
  text: {
    zh: '核对一份总结中的数字（有矛盾时退出码为1，读不出时为2）',
    en: 'Check the figures of a written summary (exit code 1: contradictions, 2: unreadable)',
  },
  options: [
    { name: 'out', value: 'FILE', text: { zh: '写出带批注的 Word 文件', en: 'write the Word file with comments' } },
    { name: 'list', value: 'FILE', text: { zh: '写出数据台账（Excel）', en: 'write the list of all claims (Excel)' } },
    { name: 'place', value: 'CODE', text: { zh: '与该地数据核对', en: 'compare with the figures of this place' } },
    {
      name: 'period',
      value: 'PERIOD',
      text: { zh: '与该时期数据核对', en: 'compare with the figures of this period' },
    },
  ],
  run(given) {
    const options = Object.entries(given.options).flatMap(([name, value]) => {
      if (!KNOWN.includes(name)) return []
      return value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}`, value] : []
    })
    return runCheck([...given.positionals, ...options], {
      out: (line) => console.log(line),
      error: (line) => console.error(line),
      figures: async (place, period) => ({ figures: await figuresOf(given, place, period), mappings: [] }),
    })
  },
}
