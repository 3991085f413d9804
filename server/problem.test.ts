import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemFor } from './problem.ts'

const withCode = (code: string) => Object.assign(new Error('said by the database'), { code })

test('a full disk is told as one, in both languages, and other shortages as passing', () => {
  for (const code of ['53100', 'ENOSPC']) {
    const problem = problemFor(withCode(code), 'zh')
    assert.equal(problem.status, 507)
    assert.equal(problem.field, 'storage')
    assert.match(problem.detail, /磁盘已满/)
    assert.match(problemFor(withCode(code), 'en').detail, /disk of the server is full/)
  }
  for (const code of ['53300', '57P01', '08006', 'ECONNREFUSED'])
    assert.equal(problemFor(withCode(code), 'en').status, 503)
})

test('a connection that broke off without a code is a passing shortage as well', () => {
  assert.equal(problemFor(new Error('Connection terminated unexpectedly'), 'en').status, 503)
})
