import { hl7Moment, type Hl7Message, type Hl7Segment } from '@kangheng/kernel/exchange/hl7.ts'
import type { SentResult } from './entry.ts'
import type { ReadingCode } from './reasons.ts'

/** A result of a message, or why it is none. `line` is the OBX segment's line in the file. */
export interface MessageResult {
  readonly message: string
  readonly line: number
  readonly sent: SentResult
  readonly fault?: ReadingCode
}

const CITIZEN = /^\d{17}[\dXx]$/

/** The identity number in any of the fields in which laboratories send it: PID-3 (all repetitions), PID-2, PID-4, PID-19. */
function identityOf(pid: Hl7Segment | undefined): string {
  const all = [3, 2, 4, 19].flatMap((number) => pid?.field(number) ?? []).map(([first = '']) => first)
  return all.find((text) => CITIZEN.test(text))?.toUpperCase() ?? ''
}

/** Family and given name; many devices send the whole name as family name. */
const nameOf = (pid: Hl7Segment | undefined) => (pid ? `${pid.text(5)}${pid.text(5, 2)}`.replace(/\s/g, '') : '')

/** A numeric, text or structured value: `^182` and `<^0.5` of type SN are one number with its comparator. */
function valueOf(obx: Hl7Segment): string {
  const [parts = []] = obx.field(5)
  return obx.text(2) === 'SN' ? parts.slice(0, 2).join('') : (parts[0] ?? '')
}

/** The unit; many analysers write 10^9/L without escaping it, so that it arrives as two components. */
function unitOf(obx: Hl7Segment): string {
  const [first, second] = [obx.text(6), obx.text(6, 2)]
  return first === '10' && /^\d+\//.test(second) ? `${first}^${second}` : first
}

const FINAL = new Set(['F', 'C', ''])

/**
 * The results of an unsolicited observation message (ORU^R01): of each OBX segment the patient before it, the sample of its OBR, SPM or SAC, and its own
 * time, else that of the OBR, else that of the message. Other message types give nothing. Source: HL7 v2.5.1, 7.3.1.
 */
export function resultsOf({ segments }: Hl7Message): MessageResult[] {
  const [header] = segments
  if (header?.text(9) !== 'ORU') return []
  const device = header.text(3)
  let pid: Hl7Segment | undefined
  /** SPM follows the observations of its order in version 2.5: samples are looked for in the whole group. */
  const groups: { obr: Hl7Segment | undefined; samples: string[] }[] = [{ obr: undefined, samples: [] }]
  const found: { obx: Hl7Segment; pid: Hl7Segment | undefined; group: (typeof groups)[number] }[] = []
  for (const segment of segments) {
    if (segment.name === 'PID') pid = segment
    if (segment.name === 'PID') groups.push({ obr: undefined, samples: [] })
    if (segment.name === 'OBR') groups.push({ obr: segment, samples: [] })
    const group = groups.at(-1)!
    if (segment.name === 'SPM') group.samples.push(segment.text(2), segment.text(2, 2))
    if (segment.name === 'SAC') group.samples.push(segment.text(3))
    if (segment.name === 'OBX') found.push({ obx: segment, pid, group })
  }
  return found.map(({ obx, pid, group }) => {
    const order = group.obr
    const barcodes = [...group.samples, order?.text(3) ?? '', order?.text(2) ?? ''].filter((text) => text !== '')
    const times = [obx.text(14), order?.text(7) ?? '', order?.text(22) ?? '', header.text(7)]
    const sent: SentResult = {
      barcodes: [...new Set(barcodes)],
      number: identityOf(pid),
      name: nameOf(pid),
      item: obx.text(3),
      text: valueOf(obx),
      unit: unitOf(obx),
      measuredAt: times.map(hl7Moment).find((moment) => moment !== undefined),
      device,
    }
    const several = obx.field(5).length > 1 ? ({ fault: 'SEVERAL_VALUES' } as const) : {}
    const status = FINAL.has(obx.text(11)) ? several : ({ fault: 'NOT_FINAL' } as const)
    return { message: header.text(10), line: obx.line, sent, ...status }
  })
}
