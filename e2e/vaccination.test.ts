import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, picture, type TestHouse } from './house.ts'

let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

interface Due {
  person: string
  name: string
  institution: string
}

/** Children of the clinic's township for whom a vaccine in stock there is wanted today. */
const childrenDue = (today: string, township: string) =>
  house.server.setting.database.query<Due & Record<string, unknown>>(
    `select c.person, p.name, l.institution from immunization_card c join person p on p.county = c.county and p.id = c.person
     cross join lateral jsonb_to_recordset(c.plan) as planned (vaccine text, "from" date, until date)
     join immunization_lot l on l.county = c.county and l.vaccine = planned.vaccine and l.institution = $2
       and l.received > l.used + l.discarded and l.expires_on >= $1::date
     where p.state = 'resident' and left(c.division, 9) = substr($2, 2) and planned."from" <= $1::date and $1::date < planned.until
       and not exists (select 1 from immunization_visit v where v.county = c.county and v.person = c.person)
       and not exists (select 1 from immunization_appointment a where a.county = c.county and a.person = c.person and a.state = 'booked')
     group by 1, 2, 3 order by max(c.happened_on) desc limit 3`,
    [today, township],
  )

describe('a vaccination morning', () => {
  let page: Page
  let children: Due[]
  let session: string
  const today = () => house.server.setting.today()
  const act = async (action: string, input: unknown) => {
    const answer = await page.evaluate<{ id?: string; title?: string }>(`fetch('/api/actions/immunization.${action}', {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-kangheng': '1' },
      body: JSON.stringify({ requestId: crypto.randomUUID(), input: ${JSON.stringify(input)} }),
    }).then((answer) => answer.json())`)
    assert.ok(answer.id, JSON.stringify(answer))
    return answer.id
  }

  before(async () => {
    page = await house.signIn('township-centre')
    const clinic = await page.evaluate<string>(
      `fetch('/api/session').then((each) => each.json()).then((each) => each.account.institution)`,
    )
    children = await childrenDue(today(), clinic)
    assert.ok(children.length >= 2, 'the demo has children who are due')
    const [open] = await house.server.setting.database.query<{ id: string }>(
      `select id from immunization_session where institution = $1 and held_on = $2 and state = 'open'`,
      [clinic, today()],
    )
    session =
      open?.id ??
      (await act('session.plan', {
        ...{ heldOn: today(), opensAt: '08:30', closesAt: '11:30', slotMinutes: 30, slotCapacity: 8 },
      }))
  })
  after(() => page?.context().close())

  test('a child is booked into a slot, and comes', async () => {
    await page.goto(
      `${house.server.address}/do/immunization.appointment.book?person=${children[0]!.person}&fill=session=${session}`,
    )
    await page.locator('#field-slot').fill('09:00')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已预约').first().waitFor()
    await page.goto(`${house.server.address}/vaccination`)
    await page.getByRole('heading', { name: '接种门诊' }).waitFor()
    const row = page.locator('tr', { hasText: children[0]!.name }).filter({ hasText: '已预约' })
    await row.getByRole('button', { name: '到诊' }).click()
    await page.locator('.vaccination-visit', { hasText: children[0]!.name }).waitFor()
    await act('visit.arrive', { person: children[1]!.person, session })
    // The second child was written elsewhere: the queue follows by itself.
    await page.locator('.vaccination-visit', { hasText: children[1]!.name }).waitFor()
    await picture(page, 'vaccination-morning-1440')
  })

  test('is called, checked before the dose, and not let on with a fever', async () => {
    const waiting = page.locator('.vaccination-visit', { hasText: children[0]!.name })
    await waiting.getByRole('button', { name: '叫号' }).click()
    await waiting.getByText('已叫').waitFor()
    await waiting.getByRole('link', { name: '预检' }).click()
    await page.locator('#temperature').fill('38.2')
    await page.locator('label.choice', { hasText: '母亲' }).click()
    await page.locator('input[name=consentSigned]').check()
    await page.getByRole('button', { name: '预检通过' }).click()
    await page.getByText('应暂缓接种').waitFor()
    await picture(page, 'vaccination-pre-check-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'vaccination-pre-check-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.locator('#temperature').fill('36.6')
    await page.getByRole('button', { name: '预检通过' }).click()
    await page.getByText('本次应种').waitFor()
  })

  test('gets the dose only when every point is confirmed', async () => {
    await page.locator('input[name=dose]:enabled').first().check()
    const points = page.locator('.vaccination-point input')
    assert.equal(await points.count(), 11)
    for (let index = 0; index < 10; index += 1) await points.nth(index).check()
    await page.getByRole('button', { name: '完成接种' }).click()
    await page.getByText('未确认“一验证').waitFor()
    await picture(page, 'vaccination-dose-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'vaccination-dose-390')
    await points.nth(10).check()
    await page.getByRole('button', { name: '完成接种' }).click()
    await page.getByText('本次已种').waitFor()
    await picture(page, 'vaccination-observation-390')
    const [row] = await house.server.setting.database.query<{ state: string; doses: number }>(
      'select state, doses from immunization_visit where person = $1',
      [children[0]!.person],
    )
    assert.deepEqual([row!.state, row!.doses], ['observing', 1])
  })

  test('stays thirty minutes, or says why not', async () => {
    await page.getByRole('button', { name: '留观结束，可以离开' }).click()
    await page.getByText('提前离开请写明原因').waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    await picture(page, 'vaccination-observation-1440')
    await house.server.setting.database.query(
      `update immunization_visit set observe_until = to_char(to_timestamp(observe_until, 'YYYY-MM-DD HH24:MI') - interval '31 minutes', 'YYYY-MM-DD HH24:MI')
       where person = $1`,
      [children[0]!.person],
    )
    await page.goto(`${house.server.address}/vaccination`)
    const waiting = page.locator('.vaccination-visit', { hasText: children[0]!.name })
    await waiting.getByText('时间已到').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'vaccination-morning-390')
    await waiting.getByRole('link', { name: '办理离开' }).click()
    await page.getByRole('button', { name: '留观结束，可以离开' }).click()
    await page.getByText('接种并离开1人').waitFor()
    await picture(page, 'vaccination-end-390')
  })
})
