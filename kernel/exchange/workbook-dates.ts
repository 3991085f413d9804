import { isoDate, type IsoDate } from '../period/date.ts'
import { scanXml } from './xml-scanner.ts'

/**
 * Which cells of a workbook are dates, and which day a serial number is.
 * Source: ECMA-376 part 1, 18.8.30 (built-in formats, with the Chinese ones 27–36 and 50–58) and 18.17.4 (date systems).
 */

/** Date formats that need no format text: 14–17 and 22 everywhere, 27–36 and 50–58 in Chinese Excel. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

/** Whether a number format shows a date: it has a year or a day, or a month that is no minute. */
export function isDateFormat(format: string): boolean {
  const shown = format
    .split(';')[0]!
    .replace(/"[^"]*"?/g, '')
    .replace(/\\.|_.|\*./gs, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (/general|@/.test(shown)) return false
  if (/[yd]/.test(shown)) return true
  return shown.includes('m') && !/[hs]/.test(shown)
}

/** For each style index of a styles part, whether it shows numbers as dates. */
export function readDateStyles(stylesXml: string): boolean[] {
  const formats = new Map<number, string>()
  const dates: boolean[] = []
  const scanner = scanXml(stylesXml, 'styles.xml')
  let inCellFormats = false
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    if (tag === 'cellXfs') inCellFormats = !scanner.isClosing() && !scanner.isEmpty()
    else if (scanner.isClosing()) continue
    else if (tag === 'numFmt') formats.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? '')
    else if (tag === 'xf' && inCellFormats) {
      const id = Number(scanner.attribute('numFmtId') ?? 0)
      const format = formats.get(id)
      dates.push(format === undefined ? isBuiltInDate(id) : isDateFormat(format))
    }
  }
  return dates
}

const LAST_SERIAL = 2_958_465
const DAY = 86_400_000
/** Days from the 1900 system to the 1904 system. */
const SHIFT_1904 = 1462

/**
 * The day of a serial number, without its time of day. In the 1900 system serial 60 is 29 February 1900, which never was; undefined for it
 * and for numbers that are no day (before 1 January 1900, after 9999).
 */
export function dayOfSerial(serial: number, system: 1900 | 1904 = 1900): IsoDate | undefined {
  const day = Math.floor(serial) + (system === 1904 ? SHIFT_1904 : 0)
  if (!(day >= 1 && day <= LAST_SERIAL) || day === 60) return undefined
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY)
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The serial number of a day in the 1900 system. */
export function serialOfDay(date: IsoDate): number {
  const day = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY
  return day > 60 ? day : day - 1
}
