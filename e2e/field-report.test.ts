import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, pagesKept, picture, type TestHouse } from './house.ts'

const PIN = '730518'
const EVENT = '某村腹泻病聚集'
let house: TestHouse
let office: Page
let field: Page
let event: string

/** What a page writes through the API, as its account. */
async function act(page: Page, action: string, input: unknown, on: object = {}): Promise<string> {
  const answer = await page.evaluate<{ id?: string }>(`fetch('/api/actions/${action}', {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-kangheng': '1' },
    body: JSON.stringify({ requestId: crypto.randomUUID(), ...${JSON.stringify(on)}, input: ${JSON.stringify(input)} }),
  }).then((answer) => answer.json())`)
  assert.ok(answer.id, JSON.stringify(answer))
  return answer.id
}

const unlock = async () => {
  await field.locator('input[name=pin]').fill(PIN)
  await field.getByRole('button', { name: '打开', exact: true }).click()
}
const entries = (content: string) =>
  house.server.setting.database.query<{ at: string; kind: string; happened_on: string }>(
    'select at, kind, happened_on::text from emergency_entry where content = $1 and voided_at is null',
    [content],
  )

before(async () => {
  house = await openHouse()
  office = await house.signIn('bureau-section')
  field = await house.signIn('village-doctor', 390)
  const division = await field.evaluate<string>(
    `fetch('/api/session').then((each) => each.json()).then((each) => each.account.division)`,
  )
  const township = await house.signIn('township-centre')
  const today = house.server.setting.today()
  event = await act(township, 'emergency.event.report', {
    ...{ title: EVENT, kind: 'infectious', division, discoveredOn: today, discoveredTime: '00:00' },
    ...{ cases: 6, critical: 0, deaths: 0 },
  })
  await township.context().close()
})
after(() => house?.stop())

test('the phone takes the event along', async () => {
  await field.goto(`${house.server.address}/outbox`)
  await field.locator('input[name=new-pin]').fill(PIN)
  await field.locator('input[name=new-pin-again]').fill(PIN)
  await field.getByRole('button', { name: '启用并同步' }).click()
  await field.getByText('没有待发送的记录').waitFor()
  await field.getByText('已连接').waitFor()
  await field.getByRole('button', { name: '现在同步' }).waitFor()
  await pagesKept(field)
  await field.context().setOffline(true)
  await field.goto(`${house.server.address}/records/emergency.event`)
  await unlock()
  await field.getByRole('link', { name: EVENT }).click()
  await field.getByRole('link', { name: '记录情况' }).first().waitFor()
  await picture(field, 'field-event-offline-390')
})

test('two reports are written in the hills and wait there', async () => {
  const write = async (content: string, waiting: number, time?: string) => {
    await field.goto(`${house.server.address}/records/emergency.event/${event}`)
    await unlock()
    await field.getByRole('link', { name: '记录情况' }).first().click()
    await field.getByRole('radiogroup', { name: '类型' }).getByText('现场情况').click()
    await field.getByLabel('内容').fill(content)
    if (time) await field.getByLabel('发生时间').fill(time)
    await picture(field, 'field-entry-offline-390')
    await field.getByRole('button', { name: '提交' }).click()
    // The entry is on the phone once it is counted.
    await field.getByText(`${waiting}条待发送`).first().waitFor()
  }
  await write('入户12户，新增腹泻2例，饮用山泉水', 1, '00:05')
  await write('水源已停用，已发放漂白粉', 2)
  await field.goto(`${house.server.address}/outbox`)
  await unlock()
  await field.getByText('记录情况').nth(1).waitFor()
  await picture(field, 'field-outbox-390')
  assert.equal((await entries('水源已停用，已发放漂白粉')).length, 0)
})

test('with a network again both stand in the log at their time, and the office reads them without doing anything', async () => {
  await office.goto(`${house.server.address}/records/emergency.event/${event}`)
  await office.getByRole('heading', { name: '处置记录' }).waitFor()
  await field.context().setOffline(false)
  await field.getByText('没有待发送的记录').waitFor()
  await office.getByText('水源已停用，已发放漂白粉').first().waitFor({ timeout: 30_000 })
  await office.getByText('入户12户').first().waitFor()
  await picture(office, 'field-reports-at-the-office-1440')
  const [first, ...more] = await entries('入户12户，新增腹泻2例，饮用山泉水')
  assert.deepEqual([first!.kind, first!.at, more.length], ['field', `${house.server.setting.today()} 00:05`, 0])
})
