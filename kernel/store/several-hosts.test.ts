import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesOf } from './several-hosts.ts'

const examples: readonly (readonly [string, readonly string[]])[] = [
  ['postgres://a@one/k', ['postgres://a@one/k']],
  ['postgres://a:p@one:1,two:2/k', ['postgres://a:p@one:1/k', 'postgres://a:p@two:2/k']],
  ['postgresql://one,two/k?target_session_attrs=read-write', ['postgresql://one/k', 'postgresql://two/k']],
  [
    'postgres://one,two/k?target_session_attrs=primary&sslmode=require',
    ['postgres://one/k?sslmode=require', 'postgres://two/k?sslmode=require'],
  ],
  [
    'postgres://one,two/k?sslmode=require&target_session_attrs=primary',
    ['postgres://one/k?sslmode=require', 'postgres://two/k?sslmode=require'],
  ],
  ['postgres://a@localhost/k?host=/run/pg&options=a,b', ['postgres://a@localhost/k?host=/run/pg&options=a,b']],
]

for (const [url, addresses] of examples) test(url, () => assert.deepEqual(addressesOf(url), addresses))
