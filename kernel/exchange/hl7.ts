import { type Moment, addMinutes, momentOf } from '../period/moment.ts'
import { isIsoDate } from '../period/date.ts'

/**
 * HL7 version 2 messages in their traditional encoding (ER7): segments, fields, repetitions, components, escapes. Delimiters are those that the message
 * declares. Knows no message type. Source: HL7 v2.5.1, chapter 2.
 */

/** The five delimiters of a message. */
interface Delimiters {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
}

/** One segment. Fields count from 1 as in the standard; MSH-1 is the field separator itself. */
export interface Hl7Segment {
  readonly name: string
  /** The line of the file, from 1. */
  readonly line: number
  /** The repetitions of a field, each as its components with escapes resolved; no repetition where the field is empty. */
  field(number: number): readonly (readonly string[])[]
  /** One component (from 1) of the first repetition; empty where there is none. */
  text(field: number, component?: number): string
}

/** One message: its segments in their order, MSH first. */
export interface Hl7Message {
  readonly segments: readonly Hl7Segment[]
}

/** Frames of the minimal lower layer protocol, which devices leave in files. */
const FRAME = /[\u000B\u001C]/g
const STANDARD = '^~\\&'

/** Whether a text is a file of HL7 messages: it begins with a message, a batch or a file header. */
export function isHl7(text: string): boolean {
  return /^[\s\uFEFF\u000B]*(MSH|FHS|BHS)[!-/:-@[-`{-~]{4}/.test(text)
}

function delimitersOf(header: string): Delimiters {
  const field = header[3]!
  const declared = header.slice(4).split(field)[0]!
  const of = (place: number) => declared[place] ?? STANDARD[place]!
  return { field, component: of(0), repetition: of(1), escape: of(2), subcomponent: of(3) }
}

/** Bytes written as hexadecimal digits, as UTF-8. */
function hexText(digits: string): string {
  return /^([0-9A-F]{2})+$/i.test(digits) ? Buffer.from(digits, 'hex').toString('utf8') : ''
}

function resolve(text: string, delimiters: Delimiters): string {
  const { escape } = delimiters
  if (!text.includes(escape)) return text
  const letters: Record<string, string> = {
    F: delimiters.field,
    S: delimiters.component,
    R: delimiters.repetition,
    E: delimiters.escape,
    T: delimiters.subcomponent,
    '.br': '\n',
  }
  let resolved = ''
  let at = 0
  for (;;) {
    const from = text.indexOf(escape, at)
    const to = from < 0 ? -1 : text.indexOf(escape, from + 1)
    // An escape that is never closed is a character like any other.
    if (to < 0) return resolved + text.slice(at)
    const code = text.slice(from + 1, to)
    // Highlighting and formatting say nothing about the content.
    resolved += text.slice(at, from) + (letters[code] ?? (code[0] === 'X' ? hexText(code.slice(1)) : ''))
    at = to + 1
  }
}

function segmentOf(text: string, line: number, delimiters: Delimiters): Hl7Segment {
  const [name = '', ...rest] = text.split(delimiters.field)
  const isHeader = /^(MSH|FHS|BHS)$/.test(name)
  const raw = isHeader ? [delimiters.field, ...rest] : rest
  const field = (number: number): readonly (readonly string[])[] => {
    const value = raw[number - 1] ?? ''
    if (value === '' || value === '""') return []
    if (isHeader && number <= 2) return [[value]]
    return value
      .split(delimiters.repetition)
      .map((each) => each.split(delimiters.component).map((part) => resolve(part, delimiters).trim()))
  }
  return { name, line, field, text: (number, component = 1) => field(number)[0]?.[component - 1] ?? '' }
}

/** Reads all messages of a file; segments end with CR, LF or both. What stands before the first MSH (batch headers) is left out. */
export function parseHl7(text: string): Hl7Message[] {
  const messages: { segments: Hl7Segment[] }[] = []
  let delimiters: Delimiters | undefined
  text
    .replace(FRAME, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const line = raw.replace(/^\uFEFF/, '')
      if (/^MSH[^\w\s]/.test(line)) {
        delimiters = delimitersOf(line)
        messages.push({ segments: [] })
      }
      if (!delimiters || !/^[A-Z][A-Z0-9]{2}/.test(line) || /^(FHS|BHS|BTS|FTS)/.test(line)) return
      messages.at(-1)!.segments.push(segmentOf(line, index + 1, delimiters))
    })
  return messages
}

const TIME = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2}(?:\.\d{1,4})?)?)?([+-]\d{4})?$/
const CHINA_MINUTES = 8 * 60

/** A time stamp (`YYYYMMDD[HHMM[SS[.S]]][+ZZZZ]`) as a minute in China; without offset it is China's. Undefined when it is none. */
export function hl7Moment(text: string): Moment | undefined {
  const [, year, month, day, hour = '00', minute = '00', offset] = TIME.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  if (!year || !isIsoDate(date) || hour > '23' || minute > '59') return undefined
  const moment = momentOf(date, `${hour}:${minute}`)
  if (!offset) return moment
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3))) * (offset[0] === '-' ? -1 : 1)
  return addMinutes(moment, CHINA_MINUTES - minutes)
}
