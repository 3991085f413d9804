import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim } from '../api/document-types.ts'
import { wordingsOf } from './wordings.ts'

const claim = (what: string, unit: string, text: string) => ({ subject: { what }, unit, text }) as Claim

test('claims of the same words and unit are one wording; those without words are none', () => {
  assert.deepEqual(
    wordingsOf([
      claim('签约', '人', '3人'),
      claim('签约', '户', '2户'),
      claim('签约', '人', '5人'),
      claim('', '人', '9人'),
    ]),
    [
      { what: '签约', unit: '人', printed: ['3人', '5人'] },
      { what: '签约', unit: '户', printed: ['2户'] },
    ],
  )
  assert.deepEqual(
    ['服务手册》', '《服务手册》', '）发放'].map((what) => wordingsOf([claim(what, '本', '1本')])[0]?.what),
    ['服务手册', '《服务手册》', '发放'],
  )
})
