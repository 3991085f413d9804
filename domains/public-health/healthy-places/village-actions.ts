import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { isoDate } from '@kangheng/kernel/period/date.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { driveKinds } from './codes.ts'
import { drive, sanitation } from './daily-records.ts'
import { sanitation as reports } from './tables.ts'

const where = field(z.string().min(9).max(12), {
  title: { zh: '乡镇或村', en: 'Township or village' },
  refersTo: 'division',
})
const whole = (zh: string, en: string, unit: string) =>
  field(z.int().min(0).max(100_000), { title: { zh, en }, unit: { zh: unit, en: '' } })

export const recordDrive = defineAction(drive, {
  name: 'record',
  title: { zh: '登记环境整治', en: 'Record a clean-up' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    division: where,
    kind: inputs.choice(driveKinds, { zh: '类别', en: 'Kind' }),
    happenedOn: inputs.day('日期', 'On'),
    participants: whole('参加人数', 'Took part', '人'),
    refuse: inputs.measured('清运垃圾', 'Refuse', 0, 100_000, '吨'),
    corners: inputs.counted('清理卫生死角', 'Corners', 0, 100_000, '处'),
    ditches: inputs.counted('清理沟渠', 'Ditches', 0, 1_000_000, '米'),
    breedingSites: inputs.counted('清除孳生地', 'Breeding sites', 0, 100_000, '处'),
    note: inputs.long('说明', 'Note'),
  }),
  run({ input, today, create }) {
    const { happenedOn = today, refuse: carried, ...values } = input
    if (happenedOn > today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    if (values.participants === 0) refuse('participants', { zh: '请填写参加人数', en: 'Say how many took part' })
    return create({ ...values, happenedOn, refuse: carried === undefined ? null : String(carried) })
  },
})

export const voidDrive = voidAction(
  drive,
  { zh: '作废后不再计入。确定作废？', en: 'It will no longer count. Void it?' },
  { zh: '作废整治记录', en: 'Void the clean-up' },
)

export const photoOfDrive = attachAction(drive)

const homes = {
  households: whole('农户', 'Households', '户'),
  sanitaryToilets: whole('卫生厕所', 'Sanitary toilets', '户'),
  harmlessToilets: whole('其中：无害化卫生厕所', 'Of these harmless', '户'),
  pipedWater: whole('通自来水', 'Piped water', '户'),
  publicToilets: inputs.counted('公共厕所', 'Public toilets', 0, 1000, '座'),
}
type Homes = z.output<z.ZodObject<typeof homes>>

/** Harmless toilets are sanitary ones, and nobody has more toilets or taps than households. */
function requireParts({ households, sanitaryToilets, harmlessToilets, pipedWater }: Homes): void {
  if (households === 0) refuse('households', { zh: '请填写农户数', en: 'Give the households' })
  const most = { zh: '不能超过农户数', en: 'More than there are households' }
  if (sanitaryToilets > households) refuse('sanitaryToilets', most)
  if (pipedWater > households) refuse('pipedWater', most)
  if (harmlessToilets > sanitaryToilets)
    refuse('harmlessToilets', { zh: '无害化厕所不能超过卫生厕所', en: 'More than there are sanitary ones' })
}

export const reportSanitation = defineAction(sanitation, {
  name: 'report',
  title: { zh: '填报改厕改水', en: 'Report toilets and water' },
  on: 'new',
  to: 'reported',
  input: z.object({
    division: field(z.string().length(12), { title: { zh: '村（社区）', en: 'Village' }, refersTo: 'division' }),
    year: field(z.int().min(2015).max(2100), { title: { zh: '年度', en: 'Year' } }),
    ...homes,
  }),
  async run({ input, today, connection, county, findAll, create, changeOther }) {
    const { division, year } = input
    const place = await getPlace(connection, county, checkPlaceCode(division))
    if (place.level !== 'village') refuse('division', { zh: '请选择村（社区）', en: 'Choose a village' })
    requireParts(input)
    // A year that is still running is told as of today.
    const asOf = today < isoDate(year, 12, 31) ? today : isoDate(year, 12, 31)
    if (Number(today.slice(0, 4)) < year) refuse('year', { zh: '年度尚未开始', en: 'The year has not begun' })
    const known = await findAll(sanitation, and(eq(reports.division, division), isNull(reports.voidedAt)))
    if (known.some((row) => row.year === year))
      refuse('year', { zh: '该村本年度已填报，请用“更正改厕改水”', en: 'It was reported already: correct that one' })
    if (known.some((row) => row.year > year))
      refuse('year', { zh: '该村已有以后年度的年报，往年不再补报', en: 'A later year was reported already' })
    const standing = known.find((row) => row.replacedOn === null)
    if (standing) await changeOther(sanitation, standing, { replacedOn: asOf })
    return create({ ...input, happenedOn: asOf })
  },
})

export const correctSanitation = defineAction(sanitation, {
  name: 'correct',
  title: { zh: '更正改厕改水', en: 'Correct toilets and water' },
  on: 'existing',
  input: z.object({
    ...homes,
    reason: field(z.string().trim().min(4).max(200), { title: { zh: '更正理由', en: 'Because' }, multiline: true }),
  }),
  run({ input, change }) {
    requireParts(input)
    return change(input)
  },
})
