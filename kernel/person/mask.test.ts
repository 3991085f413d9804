import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { maskAddress, maskBirth, maskField, maskIdentity, maskName, maskPhone } from './mask.ts'

test('masking defaults', () => {
  assert.equal(maskName('和文军'), '和**')
  assert.equal(maskName('和军'), '和*')
  assert.equal(maskName('阿普·木呷'), '阿*·**')
  assert.equal(maskName('𠅤小明'), '𠅤**')
  assert.equal(maskName(''), '')
  assert.equal(maskIdentity('11010519491231002X'), '110105********002X')
  assert.equal(maskIdentity('E12345678'), '*****5678')
  assert.equal(maskIdentity('12345678'), '****5678')
  assert.equal(maskPhone('13900001234'), '139****1234')
  assert.equal(maskPhone('08885123456'), '088****3456')
  assert.equal(maskPhone('5123456'), '****456')
  assert.equal(maskAddress('石鼓镇'), '石鼓镇***')
  assert.equal(maskBirth('1965-03-12'), '1965')
  assert.equal(maskField('address', '石鼓镇石鼓村3组', '石鼓镇'), '石鼓镇***')
})

test('masks keep the length and hide at least half of a number', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }).map((each) => each.join(''))
  fc.assert(
    fc.property(digits, (number) => {
      for (const masked of [maskIdentity(number), maskPhone(number)]) {
        assert.equal(masked.length, number.length)
        const hidden = [...masked].filter((character) => character === '*').length
        assert.ok(hidden >= Math.min(4, Math.ceil(number.length / 2)))
      }
    }),
  )
})
