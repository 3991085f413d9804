import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Schema } from '../api/types.ts'
import { fieldsOf, filled, presets } from './schema.ts'

const input: Schema = {
  type: 'object',
  required: ['umbrella', 'days', 'on', 'reasons', 'borrower'],
  properties: {
    borrower: { type: 'string', title: '借伞人', titleEn: 'Borrower', 'x-refers-to': 'person' },
    umbrella: {
      type: 'string',
      title: '雨伞',
      enum: ['red', 'blue'],
      'x-values': { red: { zh: '红伞', en: 'Red' }, blue: { zh: '蓝伞', en: 'Blue' } },
    },
    days: { type: 'integer', title: '天数', minimum: 1, maximum: 14, default: 3, 'x-unit': { zh: '天', en: 'days' } },
    on: { type: 'string', title: '日期', format: 'date' },
    note: { anyOf: [{ type: 'string', maxLength: 200, title: '备注' }, { type: 'null' }] },
    reasons: { type: 'array', title: '事由', items: { type: 'string', enum: ['rain', 'sun'] } },
    stops: {
      type: 'array',
      title: '途经',
      items: { type: 'object', required: ['place'], properties: { place: { type: 'string', title: '地点' } } },
    },
    insured: { type: 'boolean', title: '投保' },
  },
}

test('every kind of input becomes its control', () => {
  const fields = fieldsOf(input)
  assert.deepEqual(
    fields.map((field) => [field.name, field.control.kind, field.required]),
    [
      ['borrower', 'reference', true],
      ['umbrella', 'choice', true],
      ['days', 'number', false],
      ['on', 'date', true],
      ['note', 'text', false],
      ['reasons', 'many', true],
      ['stops', 'list', false],
      ['insured', 'yes-no', false],
    ],
  )
  assert.deepEqual(fields[0]!.title, { zh: '借伞人', en: 'Borrower' })
  assert.deepEqual(fields[2]!.unit, { zh: '天', en: 'days' })
  assert.equal(fields[4]!.title.zh, '备注')
  assert.deepEqual(fields[4]!.control, { kind: 'text', long: true, maxLength: 200 })
})

test('a list of coded values takes the titles that stand with the list, not the codes of its items', () => {
  const titles = { rain: { zh: '下雨', en: 'Rain' } }
  const items = { type: 'string', enum: ['rain'] }
  const [reasons] = fieldsOf({ type: 'object', properties: { reasons: { type: 'array', items, 'x-values': titles } } })
  assert.deepEqual(reasons!.control, { kind: 'many', values: titles })
})

test('defaults are filled in; empty entries are not sent', () => {
  assert.deepEqual(presets(fieldsOf(input)), { days: 3 })
  assert.deepEqual(filled({ a: '', b: 0, c: false, d: null, e: { f: '', g: 'x' } }), { b: 0, c: false, e: { g: 'x' } })
})

test('choices of several are called by their titles, whether these stand with the list or with its items', () => {
  const titles = { rain: { zh: '下雨', en: 'Rain' } }
  const items: Schema = { type: 'string', enum: ['rain'] }
  for (const list of [{ items, 'x-values': titles }, { items: { ...items, 'x-values': titles } }]) {
    const [field] = fieldsOf({ type: 'object', properties: { reasons: { type: 'array', ...list } } })
    assert.deepEqual(field!.control, { kind: 'many', values: titles })
  }
})
