import { forecast } from '@kangheng/domains/public-health/immunization/forecast/forecast.ts'
import { readDoses } from '@kangheng/domains/public-health/immunization/forecast/read-doses.ts'
import {
  type Forecast,
  reasons,
  type SeriesForecast,
  statuses,
} from '@kangheng/domains/public-health/immunization/forecast/result.ts'
import { findSchedule, scheduleOn, schedules } from '@kangheng/domains/public-health/immunization/forecast/schedules.ts'
import { seriesTitles, vaccineOf } from '@kangheng/domains/public-health/immunization/forecast/vaccines.ts'
import { isIsoDate, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Language } from '@kangheng/kernel/text/text.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { readGiven } from '../given-file.ts'
import { show, table } from '../print.ts'

function wrong(field: string, zh: string, en: string): never {
  throw new Refusal('invalid', { zh, en }, { field })
}

function dateOption(name: string, value: string): IsoDate {
  if (isIsoDate(value)) return value
  return wrong(
    name,
    `--${name} 的日期“${value}”无效，请写成 2026-05-01 的形式`,
    `--${name}: “${value}” is no date; write it like 2026-05-01`,
  )
}

/** Today’s date in China, where a business date is counted. */
const todayInChina = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

function sexOf(value: string): 'F' | 'M' {
  if (value === 'F' || value === 'M') return value
  return wrong('sex', `--sex 应为 F（女）或 M（男），不是“${value}”`, `--sex is F or M, not “${value}”`)
}

function scheduleOf(edition: string | undefined, on: IsoDate) {
  if (edition === undefined) return scheduleOn(on)
  const known = schedules.map((each) => each.edition)
  return (
    findSchedule(edition) ??
    wrong(
      'schedule',
      `没有“${edition}”这一版免疫程序，现有：${known.join('、')}`,
      `There is no schedule “${edition}”; there are ${known.join(', ')}`,
    )
  )
}

/** The answer for programs: the next dose without the vaccine, which the table shows. */
const contract = ({ series, complete }: Forecast) => ({
  series: series.map(({ series: code, status, doses, next }) => ({
    series: code,
    status,
    doses,
    next: next && {
      id: next.id,
      earliest: next.earliest,
      recommended: next.recommended,
      latest: next.latest,
      status: next.status,
    },
  })),
  complete,
})

function dosesInWords({ doses }: SeriesForecast, language: Language): string {
  return doses
    .map(({ id, date, reason }) => (reason ? `${date} × ${reasons[reason][language]}` : `${date} ${id}`))
    .join(language === 'zh' ? '；' : '; ')
}

function asTable({ series, complete }: Forecast, language: Language): string {
  const head =
    language === 'zh'
      ? ['系列', '状态', '下一剂', '疫苗', '最早', '建议', '最迟', '已种']
      : ['Series', 'Status', 'Next', 'Vaccine', 'Earliest', 'Recommended', 'Latest', 'Given']
  const rows = series.map((each) => [
    `${each.series} ${language === 'zh' ? seriesTitles[each.series].zh : ''}`.trim(),
    statuses[each.status][language],
    each.next?.id ?? '—',
    each.next ? vaccineOf(each.next.vaccine).title[language] : '—',
    each.next?.earliest ?? '—',
    each.next?.recommended ?? '—',
    each.next?.latest ?? '—',
    dosesInWords(each, language),
  ])
  const done = language === 'zh' ? '没有需要再种的剂次。' : 'Nothing is left to be given.'
  return table([head, ...rows]) + (complete ? `\n${done}` : '')
}

async function run(given: Arguments): Promise<number> {
  const birth = dateOption('birth', required(given, 'birth'))
  const sex = sexOf(required(given, 'sex'))
  const on = dateOption('on', optional(given, 'on') ?? todayInChina())
  if (birth > on)
    wrong(
      'birth',
      `--birth 出生日期${birth}晚于判断日期${on}，请核对 --birth 与 --on`,
      `--birth ${birth} is after the day asked about, ${on}; check --birth and --on`,
    )
  const schedule = scheduleOf(optional(given, 'schedule'), on)
  const doses = readDoses((await readGiven(required(given, 'doses'), 'doses')).toString('utf8'), birth, on)
  const answer = forecast({ birth, sex, on, schedule, doses })
  if (given.options['json']) show(given, contract(answer), () => '')
  else console.log(asTable(answer, given.language))
  return 0
}

const list = (words: Readonly<Record<string, { zh: string; en: string }>>, language: Language) =>
  Object.entries(words)
    .map(([code, title]) => `  ${code.padEnd(24)}${title[language]}`)
    .join('\n')

export const forecastDoses: Command = {
  name: 'forecast',
  usage: 'forecast --birth DATE --sex F|M --doses FILE [--schedule 2026] [--on DATE]',
  text: { zh: '按免疫程序判断已种剂次并推算下一剂', en: 'Judge the doses a child has had and forecast the next ones' },
  details: {
    zh: `FILE 的内容：[{ "vaccine": "DTaP", "date": "2024-05-01" }]\n\n状态（status）：\n${list(statuses, 'zh')}\n\n不计剂次的原因（reason）：\n${list(reasons, 'zh')}`,
    en: `FILE holds [{ "vaccine": "DTaP", "date": "2024-05-01" }]\n\nstatus:\n${list(statuses, 'en')}\n\nreason (why a dose does not count):\n${list(reasons, 'en')}`,
  },
  options: [
    { name: 'birth', value: 'DATE', text: { zh: '出生日期', en: 'day of birth' } },
    { name: 'sex', value: 'F|M', text: { zh: '性别：F女，M男', en: 'F female, M male' } },
    {
      name: 'doses',
      value: 'FILE',
      text: { zh: '接种史（JSON；- 为标准输入）', en: 'doses given (JSON; - for stdin)' },
    },
    {
      name: 'schedule',
      value: 'EDITION',
      text: {
        zh: `免疫程序：${schedules.map((each) => each.edition).join('、')}（默认为判断日期施行的一版）`,
        en: `${schedules.map((each) => each.edition).join(', ')} (default: in force on the day)`,
      },
    },
    { name: 'on', value: 'DATE', text: { zh: '判断日期（默认今天）', en: 'the day asked about (default: today)' } },
  ],
  run,
}
