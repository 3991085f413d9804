import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim } from '../api/document-types.ts'
import { segmentsOf } from './segments.ts'

const claim = (id: string, start: number, end: number) => ({ id, start, end }) as Claim

test('claims are cut by code point, so a rare character before them does not shift them', () => {
  const text = '𠮷村签约12人，共3户'
  const segments = segmentsOf(text, [claim('b', 9, 11), claim('a', 4, 7)])
  assert.deepEqual(
    segments.map((segment) => segment.text),
    ['𠮷村签约', '12人', '，共', '3户'],
  )
  assert.equal(segments.map((segment) => segment.text).join(''), text)
})

test('a claim inside another is read with it', () => {
  const segments = segmentsOf('5至10人', [claim('outer', 0, 5), claim('inner', 2, 5)])
  assert.deepEqual(segments, [{ kind: 'claim', text: '5至10人', claim: claim('outer', 0, 5) }])
})
