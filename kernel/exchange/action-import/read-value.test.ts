import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { field } from '../../record/field.ts'
import type { InputSchema } from '../../record/input-schema.ts'
import type { Cell } from '../sheet.ts'
import type { ActionColumn } from './columns.ts'
import { readCell } from './read-value.ts'
import { valueKind } from './value-kind.ts'

const TODAY = '2025-11-20'
const title = { zh: '栏目', en: 'Column' }
const modes = { clinic: { zh: '门诊', en: 'Clinic' }, home: { zh: '上门', en: 'Home visit' } }

function columnOf(schema: z.ZodType): ActionColumn | undefined {
  const { properties } = z.toJSONSchema(z.object({ it: schema }), { io: 'input' }) as InputSchema
  const property = properties!['it']!
  const value = valueKind(property)
  const unit = property['x-unit']
  return (
    value && {
      key: 'it',
      input: 'it',
      part: 'value',
      title,
      ...value,
      required: true,
      unit,
      help: undefined,
      masked: undefined,
    }
  )
}

const schemas = {
  choice: field(z.enum(['clinic', 'home']), { title, values: modes }),
  choices: field(z.array(z.enum(['clinic', 'home'])), { title, values: modes }),
  orNothing: field(z.union([z.enum(['clinic', 'home']), z.null()]), { title, values: modes }),
  number: field(z.int(), { title, unit: { zh: '克', en: 'g' } }),
  day: field(z.iso.date().optional(), { title }),
  yesNo: field(z.boolean(), { title }),
  code: field(z.string().regex(/^U\d+$/), { title }),
  note: field(z.string(), { title }),
  villages: field(z.array(z.string()), { title, refersTo: 'division' }),
}

const text = (value: string): Cell => ({ kind: 'text', value })
const number = (value: number): Cell => ({ kind: 'number', value })
const FAULT = Symbol('fault')
const NOTHING = Symbol('blank')

const cases: [keyof typeof schemas, Cell, unknown][] = [
  ['choice', text('上门'), 'home'],
  ['choice', text(' home VISIT '), 'home'],
  ['choice', text('clinic'), 'clinic'],
  ['choice', text('电话'), FAULT],
  ['choice', text('—'), NOTHING],
  ['orNothing', text('门诊'), 'clinic'],
  ['choices', text('门诊、上门'), ['clinic', 'home']],
  ['choices', text('门诊，Home visit\n'), ['clinic', 'home']],
  ['choices', text('无'), []],
  ['choices', text('门诊、电话'), FAULT],
  ['number', number(3200), 3200],
  ['number', text('３２００克'), 3200],
  ['number', text('3,200 g'), 3200],
  ['number', text('约3200'), FAULT],
  ['day', { kind: 'date', value: '2025-11-03' }, '2025-11-03'],
  ['day', text('2025年11月3日'), '2025-11-03'],
  ['day', text('2025.11.3'), '2025-11-03'],
  ['day', text('20251103'), '2025-11-03'],
  ['day', number(45964), '2025-11-03'],
  ['day', text('25/11/3'), '2025-11-03'],
  ['day', text('65-3-8'), '1965-03-08'],
  ['day', text('2025年11月'), FAULT],
  ['day', text('2025-02-30'), FAULT],
  ['day', text('无'), NOTHING],
  ['yesNo', text('是'), true],
  ['yesNo', text('√'), true],
  ['yesNo', text('否'), false],
  ['yesNo', { kind: 'boolean', value: false }, false],
  ['yesNo', text('也许'), FAULT],
  ['code', text('Ｕ０１２ '), 'U012'],
  ['note', text(' 上午（已通知）'), '上午（已通知）'],
  ['note', number(12), '12'],
  ['note', { kind: 'error', value: '#N/A' }, NOTHING],
  ['villages', text('白马社区、石鼓村'), ['白马社区', '石鼓村']],
]

for (const [name, cell, expected] of cases)
  test(`${name}: ${JSON.stringify(cell)}`, () => {
    const reading = readCell(columnOf(schemas[name])!, cell, TODAY)
    if (expected === FAULT) assert.equal(reading.kind, 'fault')
    else if (expected === NOTHING) assert.equal(reading.kind, 'blank')
    else assert.deepEqual(reading, { kind: 'value', value: expected })
  })

test('what no cell can hold is no column', () => {
  assert.equal(columnOf(z.array(z.object({ person: z.uuid() }))), undefined)
  assert.equal(columnOf(z.uuid()), undefined)
  assert.equal(columnOf(z.union([z.string(), z.int()])), undefined)
})
