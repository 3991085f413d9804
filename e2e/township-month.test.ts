import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, openHouse, picture, type TestHouse } from './house.ts'
import { filled, send } from './workbooks.ts'

const TOWNSHIP = '530721102'
const NEXT_DAY_PRESSURE = 141
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

interface Patient {
  readonly name: string
  readonly number: string
}
const rowsOf = <Row>(statement: string, ...parameters: unknown[]) =>
  house.server.setting.database.query<Row & Record<string, unknown>>(statement, parameters)

/** Patients of the township under management for hypertension whom nobody has visited on the business day. */
async function patients(count: number): Promise<Patient[]> {
  const { vault, today } = house.server.setting
  const rows = await rowsOf<{ name: string; cipher: Uint8Array }>(
    `select p.name, p.document_cipher as cipher from hypertension_patient h join person p on p.county = h.county and p.id = h.person
     where h.state = 'managed' and h.voided_at is null and left(p.division, 9) = $1 and p.state = 'resident' and p.document_cipher is not null
       and h.happened_on < $2::date - 30 and h.last_visit_on < $2::date - 5 order by h.last_visit_on limit $3`,
    ...[TOWNSHIP, today(), count],
  )
  return rows.map(({ name, cipher }) => ({ name, number: vault.decrypt(cipher) }))
}

const visit = ({ name, number }: Patient, systolic: number) => ({
  ...{ 姓名: name, 证件号码: number, 随访日期: house.server.setting.today(), 随访方式: '门诊' },
  ...{ 收缩压: String(systolic), 舒张压: '84' },
})

/** Applies the import whose preview is open. */
async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('link', { name: '查看写入的记录' }).waitFor()
}

describe('a township clerk’s month', () => {
  let page: Page
  const faults: string[] = []

  before(async () => {
    page = await house.signIn('township-centre')
    page.on('pageerror', (error) => faults.push(error.message))
  })
  after(() => page?.context().close())

  test('begins with the work of the township, then of one village', async () => {
    await open(page, '/tasks')
    await page.locator('.task').first().waitFor()
    await picture(page, 'month-work-1440')
    await open(page, `/tasks?place=${TOWNSHIP}201`)
    await page.locator('.task').first().waitFor()
    const villages = await page.locator('.task .quiet').first().innerText()
    const [village] = await rowsOf<{ short_name: string }>(
      'select short_name from division where code = $1',
      `${TOWNSHIP}201`,
    )
    assert.ok(villages.includes(village!.short_name), `${villages} is work of ${village!.short_name}`)
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'month-work-village-390')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('imports the follow-ups of the villages, and corrects the row that came back', async () => {
    const people = await patients(5)
    assert.equal(people.length, 5)
    await open(page, '/imports/of/hypertension.visit.record')
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载模板' }).click(),
    ])
    const rows = people.map((each) => visit(each, NEXT_DAY_PRESSURE))
    rows[4] = { ...rows[4]!, 收缩压: '914' }
    await send(page, await filled(template, rows), '十二月随访.xlsx')
    await picture(page, 'month-import-preview-1440')
    const [back] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载不合格和待核对的行' }).click(),
    ])
    assert.match(back.suggestedFilename(), /\.xlsx$/)
    await apply(page)
    const written = () =>
      rowsOf(`select 1 from hypertension_visit where systolic = $1 and diastolic = 84`, NEXT_DAY_PRESSURE)
    const before = (await written()).length
    assert.ok(before >= 4)
    await open(page, '/imports/of/hypertension.visit.record')
    await send(page, await filled(template, [visit(people[4]!, NEXT_DAY_PRESSURE)]), '十二月随访（更正）.xlsx')
    await apply(page)
    assert.equal((await written()).length, before + 1)
    await picture(page, 'month-import-corrected-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'month-import-corrected-390')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('refers a woman at high risk, who then waits to be received', async () => {
    const [woman] = await rowsOf<{ id: string }>(
      `select p.id from person p where p.sex = 'female' and left(p.division, 9) = $1 and p.state = 'resident'
         and p.birth between $2::date - 30 * 365 and $2::date - 24 * 365
         and not exists (select 1 from maternal_pregnancy m where m.person = p.id) order by p.id limit 1`,
      ...[TOWNSHIP, house.server.setting.today()],
    )
    const booked = await page.evaluate<number>(`fetch('/api/actions/maternal-health.pregnancy.book', {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-kangheng': '1' },
      body: JSON.stringify({ requestId: crypto.randomUUID(), input: {
        person: '${woman!.id}', lastPeriodOn: '2025-11-03', riskFactors: ['heart-severe'], height: 158, weight: 54 } }),
    }).then((answer) => answer.status)`)
    assert.equal(booked, 200)
    const [special] = await rowsOf<{ id: string }>('select id from maternal_special_case where person = $1', woman!.id)
    await open(page, `/records/maternal-health.special-case/${special!.id}`)
    await picture(page, 'month-special-case-1440')
    await page.getByRole('link', { name: '转诊高危孕产妇' }).click()
    await page.locator('#field-referredTo').fill('玉龙县人民医院产科')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'month-referral-390')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已转诊，待接诊').first().waitFor()
    await picture(page, 'month-referred-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, '/tasks?kind=maternal-health.case-receive-due')
    await page.getByText('转诊高危孕产妇待接诊').first().waitFor()
  })

  test('ends with the month’s figures and warnings, and leads from a figure to its rows', async () => {
    await open(page, '/cockpit')
    await page.locator('h1').first().waitFor()
    await picture(page, 'month-figures-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'month-figures-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, `/figures/hypertension.visits/${TOWNSHIP}/2025-12`)
    await page.getByRole('row').nth(2).waitFor()
    await picture(page, 'month-visits-1440')
    assert.deepEqual(faults, [])
  })
})
