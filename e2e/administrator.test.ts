import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { checkDigit } from '@kangheng/kernel/person/identity-number.ts'
import { openEmptyHouse, passDoor, picture, type TestHouse } from './house.ts'

const ADMINISTRATOR = { name: '和管理', username: 'guanli', password: 'Three-rivers-meet-2026' }

const CLERK = { username: 'zhongxin', password: 'Snow-on-the-mountain-2026' }

let house: TestHouse
/** What the administrator sees, and what the township centre sees. */
let page: Page
let clerk: Page

before(async () => {
  house = await openEmptyHouse()
  page = await house.enter()
})
after(() => house?.stop())

async function open(to: Page, path: string): Promise<void> {
  await to.goto(`${house.server.address}${path}`)
  // Something may be on its way all the time, as while the figures of a new installation are computed.
  await to.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => {})
}

/** Looks a place up in the dialog that is open, and takes the first. */
async function choosePlace(on: Page, name: string): Promise<void> {
  const dialog = on.getByRole('dialog').last()
  await dialog.getByRole('searchbox').fill(name)
  await dialog.locator('.place-row-name', { hasText: name }).first().click()
}

const idNumber = (birth: string, sequence: string) => {
  const digits = `533221${birth.replaceAll('-', '')}${sequence}`
  return digits + checkDigit(digits)
}

/** A register of two people and a row that cannot be read. */
function register(): Promise<Uint8Array> {
  const columns = ['姓名', '性别', '身份证号', '出生日期', '户主姓名', '与户主关系', '乡镇', '村(社区)', '村民小组']
  const line = (name: string, birth: string, sequence: string, relation: string) => [
    name,
    '男',
    idNumber(birth, sequence),
    birth,
    '和文军',
    relation,
    '黄山街道',
    '白马社区居委会',
    '三组',
  ]
  return workbookBytes([
    {
      name: '花名册',
      columns: columns.map((title) => ({ title, kind: 'text' as const })),
      rows: [
        line('和文军', '1965-03-08', '801', '户主'),
        line('和志强', '1990-05-17', '803', '子'),
        ['和无号', '男', '53322119900101', '1990-01-01', '和文军', '子', '黄山街道', '白马社区居委会', '三组'],
      ],
    },
  ])
}

describe('a new installation', () => {
  test('asks for its county and first administrator', async () => {
    await page.getByText('首次使用').waitFor()
    await picture(page, 'set-up-1440')
    await page.locator('input[name=county]').fill('530721')
    await page.locator('input[name=name]').fill(ADMINISTRATOR.name)
    await page.locator('input[name=username]').fill(ADMINISTRATOR.username)
    await page.locator('input[name=password]').fill('short')
    await page.getByRole('button', { name: '设立管理员' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.locator('input[name=password]').fill(ADMINISTRATOR.password)
    await page.getByRole('button', { name: '设立管理员' }).click()
    await page.locator('input[name=password]').waitFor({ state: 'detached' })
    await open(page, '/administration/accounts')
    await page.getByText(ADMINISTRATOR.name).first().waitFor()
  })

  test('the administrator turns on the second factor and signs in with it', async () => {
    await open(page, '/account')
    await page.getByRole('button', { name: '启用' }).click()
    const secret = await page.locator('.second-factor code, code').first().innerText()
    const generator = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
    const now = Date.now()
    await page.getByLabel('六位数字').fill(generator.generate({ timestamp: now }))
    await page.getByRole('button', { name: '确认启用' }).click()
    await page.getByText('已启用').first().waitFor()
    await picture(page, 'second-factor-1440')
    await page.getByRole('button', { name: '退出登录' }).click()
    await passDoor(page, ADMINISTRATOR.username, ADMINISTRATOR.password)
    await page.getByText('打开身份验证器').waitFor()
    const code = page.getByLabel('动态验证码')
    await code.fill('000000')
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByRole('alert').first().waitFor()
    // A code is good once: the next one is already accepted, as clocks differ.
    await code.fill(generator.generate({ timestamp: now + 30_000 }))
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await code.waitFor({ state: 'detached' })
    await open(page, '/administration/accounts')
    await page.getByText(ADMINISTRATOR.name).first().waitFor()
  })

  test('opens an account for a township, whose owner must set a password of their own', async () => {
    await page.getByRole('button', { name: '开设账号' }).click()
    const form = page.getByRole('dialog').first()
    await form.getByLabel('用户名').fill(CLERK.username)
    await form.getByLabel('姓名').fill('和中心')
    await form.getByLabel('角色').selectOption({ label: '乡镇卫生院' })
    await form.locator('.place-field-button').first().click()
    await choosePlace(page, '黄山')
    await form.locator('.place-field-button').last().click()
    await choosePlace(page, '黄山')
    await picture(page, 'new-account-1440')
    await form.getByRole('button', { name: '开设账号' }).click()
    const told = await page.getByText('的初始密码').innerText()
    const initial = /初始密码：(\S+?)。/.exec(told)![1]!
    clerk = await house.enter()
    await passDoor(clerk, CLERK.username, initial)
    await clerk.getByText('设置新密码').waitFor()
    await clerk.locator('input[name=current]').fill(initial)
    await clerk.locator('input[name=next]').fill(CLERK.password)
    await clerk.locator('input[name=again]').fill(CLERK.password)
    await clerk.getByRole('button', { name: '更改密码' }).click()
    await clerk.locator('input[name=current]').waitFor({ state: 'detached' })
  })
})

describe('a township centre', () => {
  test('imports its register: a preview first, then the rows, and a second time nothing', async () => {
    const file = { name: '花名册.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await register()) }
    await open(clerk, '/imports')
    await clerk.locator('input[type=file]').setInputFiles(file)
    await clerk.getByText('待确认').waitFor()
    await clerk
      .locator('main')
      .getByText(/号码长度|位/)
      .first()
      .waitFor()
    await picture(clerk, 'import-preview-1440')
    const preview = clerk.url()
    await open(clerk, '/people?q=和志强')
    assert.equal(await clerk.getByRole('row').filter({ hasText: '和志强' }).count(), 0, 'a preview writes nothing')
    await clerk.goto(preview)
    await clerk.getByRole('button', { name: '确认写入' }).click()
    await clerk.getByRole('alertdialog').getByRole('button', { name: '确认写入' }).click()
    await clerk.getByText('已完成').waitFor()
    await picture(clerk, 'import-done-1440')
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('button', { name: '下载不合格和待核对的行' }).click(),
    ])
    assert.match(download.suggestedFilename(), /\.xlsx$/)
    await open(clerk, '/people?q=和志强')
    assert.equal(await clerk.getByRole('row').filter({ hasText: '和志强' }).count(), 1)
    await open(clerk, '/imports')
    await clerk.locator('input[type=file]').setInputFiles({ ...file, name: '花名册（再报）.xlsx' })
    await clerk.waitForURL(/\/imports\/.+/)
    await clerk.getByText('已在册，无变化').or(clerk.getByText('已完成')).first().waitFor()
    await picture(clerk, 'import-again-1440')
  })

  test('fills in a field that the administrator has added', async () => {
    await open(page, '/administration/fields')
    await page.getByRole('button', { name: '增加字段' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('业务记录').selectOption({ label: '居民登记' })
    await form.getByLabel('字段代码').fill('language')
    await form.getByLabel('中文名称').fill('日常用语')
    await form.getByLabel('英文名称').fill('Language at home')
    await form.getByText('选项', { exact: true }).click()
    await form.locator('textarea').fill('naxi=纳西语=Naxi\nhan=汉语=Chinese')
    await form.getByRole('button', { name: '增加字段' }).click()
    await page.getByText('日常用语').first().waitFor()
    await picture(page, 'extension-field-1440')
    await open(clerk, '/do/resident.registration.register')
    await clerk.getByLabel(/^姓名/).fill('和志强')
    await clerk.getByText('男', { exact: true }).click()
    await clerk.getByLabel('出生日期').fill('1990-05-17')
    await clerk.locator('.place-field-button').click()
    await choosePlace(clerk, '白马')
    await clerk.getByLabel('居住（落户）起始日').fill(house.server.setting.today())
    await clerk.getByRole('radiogroup', { name: '常住本地' }).getByText('是').click()
    await clerk.getByRole('radiogroup', { name: '户籍在本地' }).getByText('否').click()
    await clerk.getByText('入户核查').click()
    await clerk.getByText('纳西语').click()
    await picture(clerk, 'registration-1440')
    await clerk.getByRole('button', { name: '提交' }).click()
    await clerk.waitForURL(/\/records\/resident\.registration\/.+/)
    await clerk.getByText('纳西语').first().waitFor()
    await picture(clerk, 'registered-1440')
    await open(clerk, '/records/resident.registration')
    await clerk.getByRole('columnheader', { name: '日常用语' }).waitFor()
  })

  test('is counted by an indicator that the administrator defines', async () => {
    await open(page, '/administration/indicators')
    await page.getByRole('button', { name: '新建指标' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('业务记录').selectOption({ label: '居民登记' })
    await form.getByLabel('指标代码').fill('user.naxi-speakers')
    await form.getByLabel('中文名称').fill('新登记居民中说纳西语的')
    await form.getByLabel('英文名称').fill('Newly registered who speak Naxi')
    await form.getByLabel('计量单位').fill('人')
    await form.getByLabel('小数位').fill('0')
    await form.getByLabel('口径').fill('当期登记')
    await form.getByText('计数或合计').click()
    await form.getByRole('button', { name: '加一个条件' }).click()
    await form.getByLabel('字段', { exact: true }).selectOption({ label: '日常用语' })
    await form.getByLabel('值', { exact: true }).selectOption({ label: '纳西语' })
    await picture(page, 'own-indicator-1440')
    await form.getByRole('button', { name: '新建指标' }).click()
    await page.getByText('新登记居民中说纳西语的').first().waitFor()
    const address = `/figures/user.naxi-speakers/530721001/${house.server.setting.today().slice(0, 7)}`
    const counted = clerk.locator('.figure-number', { hasText: '1' })
    // The figures of a new installation are computed in the background first, which takes a while on a slow machine.
    for (let turn = 0; turn < 60 && (await counted.count()) === 0; turn += 1) {
      await clerk.waitForTimeout(1000)
      await open(clerk, address)
    }
    await counted.waitFor()
    await picture(clerk, 'own-indicator-figure-1440')
  })

  test('merges two files that are one person, and takes the merge back', async () => {
    await open(clerk, '/duplicates')
    await clerk.getByText('和志强 / 和志强').waitFor()
    await picture(clerk, 'duplicates-1440')
    await clerk.getByRole('button', { name: '保留左边' }).click()
    await clerk.locator('textarea, form input').last().fill('同一人，出生日期录入有误，已核对户口簿')
    await clerk.locator('form').getByRole('button').first().click()
    await clerk.getByText('没有待判断的疑似重复').waitFor()
    await open(clerk, '/people?q=和志强')
    assert.equal(await clerk.getByRole('row').filter({ hasText: '和志强' }).count(), 1)
    await open(clerk, '/duplicates?state=merged')
    await clerk.getByRole('button', { name: '撤销合并' }).click()
    await clerk.locator('textarea, form input').last().fill('经核实是两兄弟，同名')
    await clerk.locator('form').getByRole('button').first().click()
    await clerk.getByRole('button', { name: '撤销合并' }).waitFor({ state: 'detached' })
    await clerk.getByText('没有待判断的疑似重复').waitFor()
    await open(clerk, '/people?q=和志强')
    assert.equal(await clerk.getByRole('row').filter({ hasText: '和志强' }).count(), 2)
  })
})
