import { type IsoDate, isIsoDate } from '@kangheng/kernel/period/date.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { GivenDose } from './result.ts'
import { isVaccineCode, vaccineCodes } from './vaccines.ts'

/** Other spellings in use, in small letters. */
const otherSpellings = new Map([
  ['dtap-ipv-hib', 'DTaP-IPV/Hib'],
  ['dtap/hib', 'DTaP-Hib'],
  ['hpv', 'HPV2'],
  // As the table of the 2026 edition abbreviates it.
  ['2vhpv', 'HPV2'],
])

const form = '[{ "vaccine": "DTaP", "date": "2024-05-01" }]'

/** A vaccine as written: its code, whatever the case of its letters. */
function codeOf(written: string): string {
  const small = written.toLowerCase()
  return otherSpellings.get(small) ?? vaccineCodes.find((each) => each.toLowerCase() === small) ?? written
}

function readDose(given: unknown, index: number, birth: IsoDate, on: IsoDate): GivenDose {
  const field = (name: string) => `doses[${index}].${name}`
  const at = { zh: `第${index + 1}剂`, en: `dose ${index + 1}` }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse(`doses[${index}]`, {
      zh: `${at.zh}（doses[${index}]）须写成 { "vaccine": …, "date": … }`,
      en: `doses[${index}], ${at.en}, must be written { "vaccine": …, "date": … }`,
    })
  const { vaccine, date } = given as { vaccine?: unknown; date?: unknown }
  const code = typeof vaccine === 'string' ? codeOf(vaccine) : ''
  if (!isVaccineCode(code))
    return refuse(field('vaccine'), {
      zh: `${at.zh}（${field('vaccine')}）的疫苗代码“${String(vaccine ?? '')}”不认识，请用：${vaccineCodes.join('、')}`,
      en: `${field('vaccine')}: unknown vaccine “${String(vaccine ?? '')}”; use one of ${vaccineCodes.join(', ')}`,
    })
  if (typeof date !== 'string' || !isIsoDate(date))
    return refuse(field('date'), {
      zh: `${at.zh}（${field('date')}）的日期“${String(date ?? '')}”无效，请写成 2024-05-01 的形式`,
      en: `${field('date')}: “${String(date ?? '')}” is no date; write it like 2024-05-01`,
    })
  if (date < birth)
    return refuse(field('date'), {
      zh: `${at.zh}（${field('date')}）的日期${date}早于出生日期${birth}，请核对两个日期`,
      en: `${field('date')}: ${date} is before birth on ${birth}; check both dates`,
    })
  if (date > on)
    return refuse(field('date'), {
      zh: `${at.zh}（${field('date')}）的日期${date}晚于判断日期${on}，请改正日期，或用更晚的 --on`,
      en: `${field('date')}: ${date} is after the day asked about, ${on}; correct it, or ask for a later day (--on)`,
    })
  return { vaccine: code, date }
}

/**
 * Reads a list of doses, `[{ vaccine, date }]`, as JSON text. Refuses, naming field and remedy, what is no such list, an unknown vaccine, and a date that is
 * none, lies before birth, or after the day asked about.
 */
export function readDoses(text: string, birth: IsoDate, on: IsoDate): GivenDose[] {
  let list: unknown
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const { message } = error as Error
    return refuse('doses', {
      zh: `doses 不是有效的 JSON（${message}），应为 ${form}`,
      en: `doses is no valid JSON (${message}); expected ${form}`,
    })
  }
  if (!Array.isArray(list))
    return refuse('doses', {
      zh: `doses 应为一个列表：${form}；没有接种史时写 []`,
      en: `doses must be a list: ${form}; write [] for no doses`,
    })
  return list.map((given, index) => readDose(given, index, birth, on))
}
