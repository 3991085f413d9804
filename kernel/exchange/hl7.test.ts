import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hl7Moment, isHl7, parseHl7 } from './hl7.ts'

/** In the shape of the laboratory message of HL7 v2.5.1, 7.2.1. */
const example = [
  'MSH|^~\\&|GHH LAB|ELAB-3|GHH OE|BLDG4|200202150930||ORU^R01|CNTRL-3456|P|2.4',
  'PID|||555-44-4444||EVERYWOMAN^EVE^E^^^^L|JONES|19620320|F|||153 FERNWOOD DR.^^STATESVILLE^OH^35292',
  'OBR|1|845439^GHH OE|1045813^GHH LAB|15545^GLUCOSE|||200202150730|||||||||555-55-5555^PRIMARY^PATRICIA P',
  'OBX|1|SN|1554-5^GLUCOSE^POST 12H CFST:MCNC:PT:SER/PLAS:QN||^182|mg/dl|70_105|H|||F',
].join('\r')

test('segments, fields and components of the standard’s example', () => {
  const [message, ...others] = parseHl7(example)
  assert.equal(others.length, 0)
  const [msh, pid, obr, obx] = message!.segments
  assert.deepEqual([msh!.text(1), msh!.text(2), msh!.text(9, 2), msh!.text(10)], ['|', '^~\\&', 'R01', 'CNTRL-3456'])
  assert.deepEqual([pid!.text(5), pid!.text(5, 2), pid!.text(3)], ['EVERYWOMAN', 'EVE', '555-44-4444'])
  assert.deepEqual([obr!.text(3), obr!.text(3, 2)], ['1045813', 'GHH LAB'])
  assert.deepEqual(obx!.field(5), [['', '182']])
  assert.deepEqual([obx!.text(6), obx!.text(99), obx!.line], ['mg/dl', '', 4])
})

test('delimiters are those of the message; several messages, batches, frames and any line end', () => {
  const other = 'MSH$%*!?$A\nPID$1$$one%two*three%four!S!x\n'
  const [first, second] = parseHl7(`FHS|^~\\&|A\r\n\u000B${example.replaceAll('\r', '\r\n')}\u001C\r\n${other}FTS|1`)
  assert.equal(first!.segments.length, 4)
  assert.deepEqual(second!.segments[1]!.field(3), [
    ['one', 'two'],
    ['three', 'four%x'],
  ])
  assert.ok(isHl7(`\u000B${example}`) && isHl7('BHS|^~\\&|') && !isHl7('MSH编号,姓名') && !isHl7('条码,结果'))
})

test('escapes: delimiters, bytes, line breaks, formatting; null is nothing', () => {
  const field = (text: string) => parseHl7(`MSH|^~\\&|\rNTE|${text}`)[0]!.segments[1]!.text(1)
  const examples: [string, string][] = [
    ['a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f', 'a|b^c&d~e\\f'],
    ['\\XE8A180\\常规', '血常规'],
    ['one\\.br\\two\\H\\three\\N\\', 'one\ntwothree'],
    ['10\\', '10\\'],
    ['""', ''],
  ]
  for (const [given, expected] of examples) assert.equal(field(given), expected, given)
})

test('what is escaped is read back', () => {
  const letters: Record<string, string> = { '|': 'F', '^': 'S', '&': 'T', '~': 'R', '\\': 'E' }
  const text = fc.stringMatching(/^[a-z|^&~\\]{1,20}$/)
  fc.assert(
    fc.property(text, (value) => {
      const escaped = value.replace(/[|^&~\\]/g, (character) => `\\${letters[character]}\\`)
      assert.equal(parseHl7(`MSH|^~\\&|\rNTE|${escaped}`)[0]!.segments[1]!.text(1), value)
    }),
    { numRuns: 200 },
  )
})

test('times as minutes in China', () => {
  const examples: [string, string | undefined][] = [
    ['20251120', '2025-11-20 00:00'],
    ['202511200930', '2025-11-20 09:30'],
    ['20251120093059.1234+0800', '2025-11-20 09:30'],
    ['202511192030-0500', '2025-11-20 09:30'],
    ['20251120013000+0000', '2025-11-20 09:30'],
    ['20251320', undefined],
    ['202511202560', undefined],
    ['soon', undefined],
  ]
  for (const [given, expected] of examples) assert.equal(hl7Moment(given), expected, given)
})
