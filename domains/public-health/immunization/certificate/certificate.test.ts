import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { readCertificate, verifyCertificate } from '../index.ts'
import { openImmunizationCounty, TOWNSHIP, VILLAGE, type ImmunizationCounty } from '../testing.ts'

const clerk = actors.township(TOWNSHIP)
let county: ImmunizationCounty
let child: string

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  child = await county.enter('2025-03-10')
})
after(() => county.close())

const issue = async () => (await county.act(clerk, 'immunization.certificate.issue', { person: child })).id!
const face = (actor: Actor = clerk) =>
  asActor(county.database, county.house, actor, (connection) => readCertificate(connection, county.county, child, true))
const verify = (token: string, actor: Actor = clerk) =>
  asActor(county.database, county.house, actor, (connection) =>
    verifyCertificate(connection, county.county, token, true),
  )

test('a code tells valid, changed since, revoked and forged', async () => {
  await assert.rejects(issue(), refusal('invalid', 'person'))
  await county.book(child, 'BCG', '2025-03-11', { lotNumber: 'B1' })
  const id = await issue()
  await assert.rejects(issue(), refusal('invalid', 'person'))
  const printed = (await face())!
  assert.deepEqual(
    printed.doses.map(({ vaccine, lotNumber, counts }) => [vaccine, lotNumber, counts[0]?.en]),
    [['BCG', 'B1', 'BCG, dose 1']],
  )
  assert.match(printed.qrSvg, /^<svg/)
  const before = await verify(printed.token)
  assert.ok(before.kind === 'valid' && before.doses === 1 && before.person?.id === child)
  await county.book(child, 'HepB', '2025-03-10')
  assert.equal((await verify(printed.token)).kind, 'changed')
  assert.equal((await verify((await face())!.token)).kind, 'valid')
  // In another township the certificate can be verified; who holds it is not told.
  const elsewhere = await verify(printed.token, actors.township('530721103'))
  assert.ok(elsewhere.kind === 'changed' && elsewhere.person === null)
  assert.equal(await face(actors.township('530721103')), undefined)
  await county.act(clerk, 'immunization.certificate.revoke', { reason: '遗失' }, { id })
  assert.equal((await verify(printed.token)).kind, 'revoked')
  assert.equal((await verify(`${printed.token}x`)).kind, 'forged')
  assert.equal(await face(), undefined)
  await issue()
  assert.match((await face())!.number, /-2$/)
})

test('who holds a certificate sees it; nobody else’s, and not the bureau', async () => {
  assert.ok(await face(testActor('resident', VILLAGE, { person: child })))
  assert.equal(
    await face(testActor('resident', VILLAGE, { person: '01900000-0000-7000-8000-000000000001' })),
    undefined,
  )
  assert.equal(await face(actors.bureau), undefined)
  await assert.rejects(
    county.act(actors.village(), 'immunization.certificate.issue', { person: child }),
    refusal('forbidden'),
  )
})
