import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, picture, type TestHouse } from './house.ts'

const SCHOOL = '石鼓镇某村完小'
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

const people = () =>
  house.server.setting.database.query<{ id: string }>(
    `select p.id from person p where p.birth between '2014-01-01' and '2018-12-31'
       and not exists (select 1 from notifiable_case c where c.person = p.id) order by p.id limit 3`,
  )

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交' }).click()
}
const choose = (page: Page, group: string, value: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(value, { exact: true }).click()

const select = (page: Page, field: string, label: string) => page.locator(`#field-${field}`).selectOption({ label })

/** Reports a pupil's illness on the form, as a doctor would. */
async function report(page: Page, person: string, onset: string): Promise<void> {
  await page.goto(`${house.server.address}/do/communicable-disease.case.report?person=${person}`)
  await select(page, 'disease', '其他感染性腹泻病')
  await choose(page, '病例分类', '临床诊断病例')
  await page.getByLabel('发病日期').fill(onset)
  await page.getByLabel('诊断日期').fill(onset)
  await page.getByLabel('诊断时刻').fill('09:30')
  await select(page, 'group', '学生')
  await page.getByLabel('工作单位（学校、托幼机构全称）').fill(SCHOOL)
  await page.getByLabel('班级').fill('二年级1班')
  await page.getByLabel('家长姓名').fill('木某')
  await select(page, 'origin', '本县区')
  await submit(page)
  await page.waitForURL(/\/records\/communicable-disease\.case\//)
}

test('a case goes from its card over investigation and contact to a closed cluster', async () => {
  const page = await house.signIn('disease-control')
  const [first, second, third] = await people()
  await report(page, first!.id, '2025-12-18')
  const card = page.url()
  await page.locator('main').getByRole('link', { name: '个案调查', exact: true }).first().click()
  await choose(page, '病情', '轻症')
  await choose(page, '感染来源', '本地感染')
  await page.getByLabel('暴露史').fill('同班同学在教室内呕吐')
  await choose(page, '相关疫苗', '无疫苗')
  await page.getByLabel('周围类似病例').fill('同班2人')
  await picture(page, 'outbreak-investigation-1440')
  await submit(page)
  await page.getByText('请改正').or(page.getByText('此项必填')).first().waitFor()
  await page.getByLabel('可疑食物和就餐地点').fill('学校食堂')
  await page.getByLabel('饮用水来源').fill('学校直饮水')
  await submit(page)
  await page.waitForURL(/\/records\/communicable-disease\.case\//)
  await page.getByText('本地感染').first().waitFor()

  await page.goto(card)
  await page.locator('main').getByRole('link', { name: '登记密切接触者' }).click()
  await page.getByLabel('姓名').fill('同班同学')
  await select(page, 'relation', '同班同学')
  await choose(page, '观察方式', '学校晨午检')
  await page.getByLabel('末次接触日期').fill('2025-12-20')
  await page.keyboard.press('Tab')
  await submit(page)
  await page.waitForLoadState('networkidle')
  await picture(page, 'outbreak-card-1440')
  await page.getByRole('link', { name: '同班同学' }).first().waitFor()
  await report(page, second!.id, '2025-12-19')
  await report(page, third!.id, '2025-12-20')

  await page.goto(
    `${house.server.address}/do/communicable-disease.cluster.open?fill=${encodeURIComponent('division=530721')}`,
  )
  await page.locator('#field-title').fill('某村完小急性胃肠炎聚集性疫情')
  await select(page, 'disease', '其他感染性腹泻病')
  await select(page, 'kind', '学校或托幼机构')
  await page.locator('#field-site').fill(SCHOOL)
  await page.getByLabel('病例定义').fill('12月18日起该校师生中呕吐或腹泻者')
  await page.locator('#field-fromOn').fill('2025-12-18')
  await page.keyboard.press('Tab')
  await page.getByLabel('暴露人数').fill('120')
  await submit(page)
  await page.getByRole('link', { name: '按定义归集病例' }).click()
  await submit(page)
  await page.getByRole('heading', { name: '流行曲线' }).waitFor()
  await page.getByText('2.50%（3例/暴露120人）').first().waitFor()
  const cluster = page.url().split('?')[0]!

  await page.getByRole('link', { name: '结案', exact: true }).click()
  await page.getByLabel('传染来源').fill('首发学生呕吐物未规范消毒')
  await select(page, 'route', '接触')
  await page.getByLabel('调查结论').fill('人传人为主的聚集性疫情')
  await page.getByLabel('控制措施').fill('隔离、消毒、晨午检')
  await submit(page)
  await page.getByText('1名密切接触者未解除观察').first().waitFor()

  await page.goto(card)
  await page.getByRole('link', { name: '同班同学' }).first().click()
  await page.getByRole('link', { name: '记录每日观察' }).click()
  await page.getByLabel('体温').fill('36.5')
  await submit(page)
  await page.getByRole('link', { name: '解除观察' }).click()
  await submit(page)
  await page.getByText('已解除').first().waitFor()

  await page.goto(
    `${cluster.replace('/records/communicable-disease.cluster/', '/do/communicable-disease.cluster.close?id=')}`,
  )
  await page.getByLabel('传染来源').fill('首发学生呕吐物未规范消毒')
  await select(page, 'route', '接触')
  await page.getByLabel('调查结论').fill('人传人为主的聚集性疫情')
  await page.getByLabel('控制措施').fill('隔离、消毒、晨午检')
  await submit(page)
  await page.getByText('已结案').first().waitFor()
  await picture(page, 'outbreak-closed-1440')
})

for (const width of [1440, 390] as const)
  test(`the measles of spring is read from one page, at ${width} px`, async () => {
    const page = await house.signIn('disease-control', width)
    await page.goto(`${house.server.address}/records/communicable-disease.cluster`)
    await page.getByRole('link', { name: '输入性麻疹及二代传播疫情' }).click()
    await page.getByRole('heading', { name: '传播链' }).waitFor()
    await page.getByText('病例1', { exact: true }).first().waitFor()
    await picture(page, `cluster-${width}`)
  })

for (const width of [1440, 390] as const)
  test(`cases are analysed, and the bulletin of the month is made and downloaded, at ${width} px`, async () => {
    const page = await house.signIn('disease-control', width)
    await page.goto(`${house.server.address}/disease-analysis?period=2025-11`)
    await page.getByText('其他感染性腹泻病').last().waitFor()
    await picture(page, `disease-analysis-${width}`)
    await page.getByRole('button', { name: '编制月报' }).click()
    await page.waitForURL(/disease-bulletins\/.+/)
    await page.getByRole('button', { name: /Word/ }).waitFor()
    await picture(page, `disease-bulletin-${width}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Word/ }).click(),
    ])
    assert.match(file.suggestedFilename(), /疫情月报.*\.docx$/)
  })

test('an event has a map of cases and resources, and its after-action report as Word', async () => {
  const page = await house.signIn('bureau-section')
  await page.goto(`${house.server.address}/records/emergency.event`)
  await page.getByRole('link', { name: /麻疹/ }).first().click()
  await page.getByRole('heading', { name: '病例和资源分布' }).waitFor()
  await picture(page, 'event-map-1440')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载处置总结（Word）' }).click(),
  ])
  assert.match(file.suggestedFilename(), /处置总结报告\.docx$/)
})
