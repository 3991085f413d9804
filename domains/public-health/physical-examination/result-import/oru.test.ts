import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHl7 } from '@kangheng/kernel/exchange/hl7.ts'
import { resultsOf } from './oru.ts'
import { tableMoment } from './sheet.ts'

const results = (...lines: string[]) =>
  parseHl7(['MSH|^~\\&|BC-5000|车|LIS||20251120101500||ORU^R01|M1|P|2.3.1', ...lines].join('\r')).flatMap(resultsOf)

test('patient, sample and time of each observation', () => {
  const [first, second, third] = results(
    'PID|1||X1^^^MR~530721195001018003^^^^NNCHN||和^测试',
    'OBR|1||T0001|CBC|||20251120093000',
    'OBX|1|NM|HGB^血红蛋白||132|g/L|115-150|N|||F|||20251120093102',
    'OBX|2|SN|PLT||<^30|10*9/L||L|||C',
    'PID|2||||杨测试',
    'OBR|1|T0002||GLU',
    'SPM|1|T0003^A3',
    'OBX|1|NM|GLU||5~6|mmol/L|||||P',
  )
  assert.deepEqual(first, {
    ...{ message: 'M1', line: 4 },
    sent: {
      ...{ barcodes: ['T0001'], number: '530721195001018003', name: '和测试', item: 'HGB', text: '132', unit: 'g/L' },
      ...{ measuredAt: '2025-11-20 09:31', device: 'BC-5000' },
    },
  })
  assert.deepEqual([second!.sent.text, second!.sent.measuredAt, second!.fault], ['<30', '2025-11-20 09:30', undefined])
  assert.deepEqual(
    [third!.sent.barcodes, third!.sent.number, third!.sent.measuredAt],
    [['T0003', 'A3', 'T0002'], '', '2025-11-20 10:15'],
  )
  assert.equal(third!.fault, 'NOT_FINAL')
})

test('several values of one item are no value; other messages have no results', () => {
  assert.equal(results('OBR|1||T1', 'OBX|1|NM|GLU||5~6|mmol/L|||||F')[0]!.fault, 'SEVERAL_VALUES')
  assert.deepEqual(parseHl7('MSH|^~\\&|A|||||| ADT^A01|1\rOBX|1|NM|GLU||5').flatMap(resultsOf), [])
})

test('times as tables have them', () => {
  const examples: [string, string | undefined][] = [
    ['2025-11-20 09:30', '2025-11-20 09:30'],
    ['2025/11/5 9:05:59', '2025-11-05 09:05'],
    ['20251120093000', '2025-11-20 09:30'],
    ['2025年11月20日', '2025-11-20 00:00'],
    ['2025-11-20T09:30:00', '2025-11-20 09:30'],
    ['2025-02-30', undefined],
    ['昨天', undefined],
  ]
  for (const [text, moment] of examples) assert.equal(tableMoment(text), moment, text)
})
