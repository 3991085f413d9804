import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOfSerial, isDateFormat, readDateStyles, serialOfDay } from './workbook-dates.ts'

test('formats with a year, a day or a lone month are dates', () => {
  for (const format of [
    'yyyy\\-mm\\-dd',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"d"日";@',
    '[$-804]yyyy"年"m"月"',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'm/d/yy h:mm',
    'mmm',
    'YYYY.MM.DD',
  ]) {
    assert.equal(isDateFormat(format), true, format)
  }
})

test('times, numbers, texts and words in quotes are none', () => {
  for (const format of [
    'General',
    '@',
    '0',
    '#,##0.00',
    '0.00E+00',
    'h:mm:ss',
    'mm:ss.0',
    '[h]:mm:ss',
    '0"day"',
    '[Red]0',
    '#,##0\\d',
    '"m"0',
    '上午/下午h"时"mm"分"',
  ]) {
    assert.equal(isDateFormat(format), false, format)
  }
})

test('styles: built-in formats, Chinese ones without text, own formats; cellStyleXfs do not count', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="31" formatCode="0.0"/></numFmts>
    <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="27"/><xf numFmtId="36"/><xf numFmtId="50"/><xf numFmtId="58"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="21"/><xf/></cellXfs></styleSheet>`
  assert.deepEqual(readDateStyles(styles), [false, true, true, true, true, true, true, true, false, false, false])
})

test('serial numbers of both systems, without their time of day', () => {
  assert.equal(dayOfSerial(33183), '1990-11-06')
  assert.equal(dayOfSerial(33183.75), '1990-11-06')
  assert.equal(dayOfSerial(1), '1900-01-01')
  assert.equal(dayOfSerial(59), '1900-02-28')
  assert.equal(dayOfSerial(61), '1900-03-01')
  assert.equal(dayOfSerial(0, 1904), '1904-01-01')
  assert.equal(dayOfSerial(31721, 1904), '1990-11-06')
})

test('29 February 1900, negative and astronomic numbers are no days', () => {
  for (const serial of [60, 0.5, -1, 2_958_466, 5.3e17, NaN]) assert.equal(dayOfSerial(serial), undefined)
})

test('a day and its serial number go back and forth', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60),
      (serial) => {
        assert.equal(serialOfDay(dayOfSerial(serial)!), serial)
      },
    ),
  )
})
