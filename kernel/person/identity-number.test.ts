import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkDigit,
  normaliseIdentityText,
  readIdentityNumber,
  sexInNumber,
  upgrade15,
  type IdentityReading,
} from './identity-number.ts'

const REPORTED_ON = '2025-11-20'

function read(text: string, mentionsTaiwan = false): IdentityReading {
  return readIdentityNumber(text, { reportedOn: REPORTED_ON, mentionsTaiwan })
}

function problem(text: string): string {
  const reading = read(text)
  return reading.kind === 'refused' ? reading.problem : reading.kind
}

/** A number with its check digit: six of area, eight of birth, three of sequence. */
function number(area: string, birth: string, sequence: string): string {
  const digits = area + birth + sequence
  return digits + checkDigit(digits)
}

test("the standard's own examples", () => {
  assert.equal(checkDigit('11010519491231002'), 'X')
  assert.equal(checkDigit('44052418800101001'), '4')
  assert.deepEqual(read('11010519491231002X'), {
    kind: 'document',
    document: 'ID18',
    number: '11010519491231002X',
    from15: false,
    birth: '1949-12-31',
    sex: 'female',
  })
  assert.equal(problem('440524188001010014'), 'birth-date', 'good check digit, but born before 1900')
})

test('digit 17 is odd for men', () => {
  assert.equal(sexInNumber(number('530721', '19900101', '801')), 'male')
  assert.equal(sexInNumber(number('530721', '19900101', '802')), 'female')
})

test('a 15-digit number gets 19 and a check digit', () => {
  assert.equal(upgrade15('533221340524847'), '533221193405248470')
  assert.deepEqual(read('533221340524847'), {
    kind: 'document',
    document: 'ID18',
    number: '533221193405248470',
    from15: true,
    birth: '1934-05-24',
    sex: 'male',
  })
})

test('how people type it: spaces, quotation marks, lower case, look-alikes of X', () => {
  for (const text of [
    "'1101051949 1231 002x",
    '“11010519491231002X”',
    '`11010519491231002×',
    '11010519491231002Ⅹ',
    '11010519491231002ⅹ',
    '11010519491231002Х',
    '11010519491231002х′',
  ]) {
    assert.equal(normaliseIdentityText(text), '11010519491231002X', text)
  }
  assert.equal(normaliseIdentityText('1101×'), '1101×', 'only the eighteenth character')
})

test('words and marks for no number', () => {
  for (const text of [
    '',
    '无',
    '暂 无',
    '不详',
    '未办',
    '未办理',
    '待办',
    '无身份证',
    '未上户',
    '未落户',
    '/',
    '-',
    '—',
    '——',
    '0',
    "'",
  ]) {
    assert.deepEqual(read(text), { kind: 'none' }, text)
  }
})

test('an exponent means that digits are lost', () => {
  for (const text of ['5.33221E+17', '5E17', '5.33221196607298e+17'])
    assert.equal(problem(text), 'precision-lost', text)
  assert.equal(problem('5.33221E-17'), 'format')
})

test('wrong length and letters are not guessed', () => {
  for (const text of [
    '5332211990110691',
    '53322119901106915',
    '5332211990110691511',
    '53322119770l229045',
    '5332211990O1069151',
    '533221********9151',
    'X1010519491231002X',
    '12345',
  ]) {
    assert.equal(problem(text), 'format', text)
  }
})

test('area: province digits only, of 18 and of 15 digits; retired counties are right', () => {
  assert.equal(problem(number('563221', '19900101', '801')), 'area')
  assert.equal(problem('163221900101801'), 'area')
  assert.equal(problem(number('533221', '19900101', '801')), 'document')
  assert.equal(problem(number('710000', '19900101', '801')), 'document')
  assert.equal(problem(number('810000', '19900101', '801')), 'document')
})

test('birth date: real, from 1900, not after the day of reporting; area comes before it, the check digit after', () => {
  for (const birth of ['19900230', '19901301', '18991231', '20251121', '20230229']) {
    assert.equal(problem(number('530721', birth, '801')), 'birth-date', birth)
    assert.equal(problem(`530721${birth}8010`), 'birth-date', birth)
  }
  assert.equal(problem('533221901331801'), 'birth-date')
  assert.equal(problem(number('530721', '20251120', '801')), 'document')
  assert.equal(problem('563221199002308010'), 'area')
})

test('check digit', () => {
  assert.equal(problem('110105194912310021'), 'check-digit')
  assert.equal(problem('533221199011069152'), 'check-digit')
})

test('residence card of Hong Kong, Macao and Taiwan: no area check, all others', () => {
  for (const area of ['810000', '820000', '830000']) {
    const reading = read(number(area, '19900101', '801'))
    assert.equal(reading.kind === 'document' && reading.document, 'HMT_RESIDENCE')
  }
  assert.equal(problem(number('810000', '19900230', '801')), 'birth-date')
  assert.equal(
    problem(number('810000', '19900101', '801').replace(/.$/, (digit) => (digit === '1' ? '2' : '1'))),
    'check-digit',
  )
  assert.equal(problem(number('810001', '19900101', '801')), 'area')
})

test("foreigner's card of 2023: province in digits 2 and 3, birth, sex and check digit as usual", () => {
  const card = number('953156', '19850720', '802')
  assert.deepEqual(read(card), {
    kind: 'document',
    document: 'FOREIGN_PR',
    number: card,
    from15: false,
    birth: '1985-07-20',
    sex: 'female',
  })
  assert.equal(problem(number('900156', '19850720', '802')), 'area')
  assert.equal(problem(number('953156', '19851320', '802')), 'birth-date')
})

test('documents without birth date', () => {
  const kinds: Record<string, string> = {
    h12345678: 'HM_PERMIT',
    M1234567890: 'HM_PERMIT',
    H123456789: 'format',
    USA110101010101: 'FOREIGN_PR',
    E12345678: 'PASSPORT',
    EA1234567: 'PASSPORT',
    H1234567: 'PASSPORT',
    E12345: 'format',
    ABC1234567: 'format',
    '12345678': 'format',
  }
  for (const [text, kind] of Object.entries(kinds)) {
    const reading = read(text)
    assert.equal(reading.kind === 'document' ? reading.document : problem(text), kind, text)
    if (reading.kind === 'document')
      assert.deepEqual([reading.birth, reading.sex, reading.number], [undefined, undefined, text.toUpperCase()])
  }
})

test('eight digits are a Taiwan permit only when the remark says so', () => {
  const reading = read('12345678', true)
  assert.equal(reading.kind === 'document' && reading.document, 'TW_PERMIT')
  assert.equal(read('1234567', true).kind, 'refused')
})

const birthDates = fc
  .date({ min: new Date('1900-01-01'), max: new Date(REPORTED_ON), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('every well made number is read with its birth date and sex, and any one wrong digit is noticed', () => {
  const sequence = fc.integer({ min: 0, max: 999 }).map((value) => String(value).padStart(3, '0'))
  fc.assert(
    fc.property(birthDates, sequence, fc.nat(16), fc.integer({ min: 1, max: 9 }), (birth, order, at, change) => {
      const made = number('533221', birth.replaceAll('-', ''), order)
      const reading = read(made)
      assert.ok(reading.kind === 'document' && reading.document === 'ID18')
      assert.equal(reading.birth, birth)
      assert.equal(reading.sex, Number(order) % 2 === 1 ? 'male' : 'female')
      const digit = (Number(made[at]) + change) % 10
      const wrong = made.slice(0, at) + digit + made.slice(at + 1)
      const again = read(wrong)
      assert.ok(again.kind === 'refused' || (again.kind === 'document' && again.document !== 'ID18'))
    }),
  )
})

test('any text at all gets an answer', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(text)))
})
