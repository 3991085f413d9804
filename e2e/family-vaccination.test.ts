import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, picture, pictures, type TestHouse } from './house.ts'

let house: TestHouse
let family: Page
let child: { id: string; name: string; township: string }

before(async () => {
  house = await openHouse()
  family = await house.signIn('resident-parent', 390)
})
after(() => house?.stop())

const ask = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  house.server.setting.database.query<Row>(sql, values)

interface Booked extends Record<string, unknown> {
  id: string
  session: string
  person: string
  slot: string
  heldOn: string
  institution: string
  state: string
}
const booked = () =>
  ask<Booked>(
    `select a.id, a.session, a.person, a.slot, a.state, s.held_on::text as "heldOn", s.institution from immunization_appointment a
       join immunization_session s on s.county = a.county and s.id = a.session where a.person = $1 and a.voided_at is null order by a.recorded_at`,
    [child?.id],
  )

test('a parent sees what the child is due for, and books a place by phone', async () => {
  await family.goto(`${house.server.address}/my-vaccinations`)
  await family.getByRole('heading', { name: '预防接种与预约' }).waitFor()
  const small = family.locator('.family-who button', { hasText: '出生' }).first()
  if ((await small.count()) > 0) await small.click()
  const chosen = new URL(family.url()).searchParams.get('person')
  const [found] = await ask<{ id: string; name: string; township: string }>(
    `select id, name, left(division, 9) as township from person where id = $1`,
    [chosen],
  )
  child = found!
  await family.getByRole('heading', { name: '选择门诊日和时段' }).waitFor()
  await picture(family, 'family-choose-390')
  const before = (await booked()).filter(({ state }) => state === 'booked').length
  assert.equal(before, 0, 'nothing is booked yet')
  await family.locator('.family-slots button:enabled').first().click()
  await family.getByRole('heading', { name: '我的预约' }).waitFor()
  await picture(family, 'family-booked-390')
  const rows = await booked()
  assert.equal(rows.at(-1)!.state, 'booked')
  // A second place is not offered while the first one stands.
  assert.equal(await family.getByRole('heading', { name: '选择门诊日和时段' }).count(), 0)
})

test('a place that is given up is free again, and another one is booked', async () => {
  await family.getByRole('button', { name: '取消预约' }).click()
  await family.getByRole('heading', { name: '选择门诊日和时段' }).waitFor()
  assert.equal((await booked()).at(-1)!.state, 'cancelled')
  await family.locator('.family-slots button:enabled').last().click()
  await family.getByRole('heading', { name: '我的预约' }).waitFor()
  assert.equal((await booked()).filter(({ state }) => state === 'booked').length, 1)
})

test('on the morning the clinic finds the child in its list and serves it; the family sees the dose', async () => {
  const [place] = (await booked()).filter(({ state }) => state === 'booked')
  // The morning has come.
  Object.assign(house.server.setting, { today: () => place!.heldOn })
  const clinic = await house.signIn('township-centre')
  await clinic.goto(`${house.server.address}/vaccination?session=${place!.session}`)
  await clinic.getByRole('heading', { name: '接种门诊' }).waitFor()
  const row = clinic.locator('tr', { hasText: child.name }).filter({ hasText: '已预约' })
  assert.match((await row.textContent())!, new RegExp(place!.slot))
  await row.getByRole('button', { name: '到诊' }).click()
  const waiting = clinic.locator('.vaccination-visit', { hasText: child.name })
  await waiting.getByRole('button', { name: '叫号' }).click()
  await waiting.getByRole('link', { name: '预检' }).click()
  await clinic.locator('#temperature').fill('36.5')
  await clinic.locator('label.choice', { hasText: '母亲' }).click()
  await clinic.locator('input[name=consentSigned]').check()
  await clinic.getByRole('button', { name: '预检通过' }).click()
  await clinic.getByText('本次应种').waitFor()
  await clinic.locator('input[name=dose]:enabled').first().check()
  const points = clinic.locator('.vaccination-point input')
  for (let index = 0; index < (await points.count()); index += 1) await points.nth(index).check()
  await clinic.getByRole('button', { name: '完成接种' }).click()
  await clinic.getByText('本次已种').waitFor()
  await pictures(clinic, 'family-served')
  const today = house.server.setting.today()
  const [given] = await ask<{ vaccine: string; lot: string | null }>(
    `select vaccine, lot_number as lot from immunization_vaccination where person = $1 and happened_on = $2::date and voided_at is null`,
    [child.id, today],
  )
  assert.ok(given?.lot, 'the dose is of a lot')
  await family.reload()
  const doses = family.locator('.panel', { has: family.getByRole('heading', { name: '已接种' }) })
  await doses.getByText(today).first().waitFor()
  await picture(family, 'family-given-390')
  await family.setViewportSize({ width: 1440, height: 900 })
  await picture(family, 'family-given-1440')
})
